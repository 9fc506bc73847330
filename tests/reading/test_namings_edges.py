"""What is kept of how a page names a body, and whose body it is: at the edge of each bound."""

import pytest

from copydesk.reading.namings import namings_of, owned
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
