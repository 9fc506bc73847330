"""What is kept of how a page names a body, and whose body it is: at the edge of each bound."""

import pytest

from copydesk.reading.namings import Naming, namings_of, owned
from copydesk.reading.same_naming import described, grouped
from copydesk.records import Entity, Place, Record


@pytest.mark.parametrize(
    ("name", "owner"),
    [
        ("iran parliament", "IR"), ("saudi arabia parliament", "SA"), ("united arab emirates parliament", "AE"),
        ("united states of america parliament", None),
    ],
)  # fmt: skip
def test_the_name_of_a_country_before_a_body_has_three_words(name, owner):
    assert owned(tuple(name.split()))[1] == owner


@pytest.mark.parametrize(("spaces", "owner"), [(1, "IR"), (10, "IR"), (11, None)])
def test_the_owner_of_a_body_is_named_twelve_characters_before_it(spaces, owner):
    text = "Iran's" + " " * spaces + "parliament met."
    country = Entity(id="e1", type="PLACE", name="Iran", mentions=((0, 4),), place=Place(name="Iran", country="IR"))
    start = text.index("parliament")
    body = Entity(id="e2", type="ORG", name="parliament", mentions=((start, start + 10),))
    assert namings_of(Record(id="r", text=text, entities=(country, body)))["e2"].owner == owner


@pytest.mark.parametrize(("variants", "kept"), [(11, 11), (12, 12), (13, 12)])
def test_twelve_other_names_of_a_body_are_kept(variants, kept):
    names = tuple(f"Karlo{number:02} Works" for number in range(variants))
    body = Entity(id="e1", type="ORG", name="Karlo Works", variants=names, mentions=((0, 11),))
    assert len(namings_of(Record(id="r", text="Karlo Works met.", entities=(body,)))["e1"].spellings) == kept


# Which namings are one.


@pytest.mark.parametrize(("ways", "groups"), [(2, 3), (3, 2)])
def test_somebody_whom_pages_call_so_in_three_ways_is_meant_where_a_page_tells_no_role(ways, groups):
    roles = ["mayor of Porth", "Porth's mayor", "Porth mayor"][:ways]
    namings = [Naming(type="PERSON", name="Ana Ruiz", role=role) for role in (*roles, "mayor of Lunde", None)]
    assert len(grouped(namings)) == groups


@pytest.mark.parametrize(("names", "groups"), [(4, 1), (5, 2)])
def test_a_short_form_is_short_for_another_three_times(names, groups):
    words = "Karlo Bay Pier Works Club".split()
    namings = [Naming(type="ORG", name="Karlo")] + [
        Naming(type="ORG", name=" ".join(words[: n + 1]), spellings=(" ".join(words[:n]),)) for n in range(1, names)
    ]
    assert len(grouped(namings)) == groups


@pytest.mark.parametrize(("others", "told"), [(5, 5), (6, 6), (7, 6)])
def test_six_other_names_of_somebody_are_told(others, told):
    spellings = tuple(f"Karlo{number} Works" for number in range(others))
    assert len(described((Naming(type="ORG", name="Karlo Works of Oster", spellings=spellings),)).also) == told
