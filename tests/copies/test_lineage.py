"""Who copied whom, on made-up pages."""

import pytest

from copydesk.copies import trace
from copydesk.copies.texts.origin import same_source
from copydesk.records import Author, Published, Record

STORY = """The night train to Harborside stopped on the viaduct for six hours on Monday, with 214 people on board.

A frozen signal had cut the power, the railway said, and the driver walked back along the track to find a telephone.

“We sang until the lamps went out,” said Ruth Adeyemi, a nurse who was on her way to the early shift.

Two passengers were treated for cold, and a third was carried down the embankment by firefighters from Millbrook.

The line was opened again before noon, but trains ran late until the evening, the railway said."""


def page(name, text=STORY, day=None, **more):
    return Record(id=name, text=text, published=Published(value=day, from_="given") if day else None, **more)


def parents(story):
    return {edge.target: edge.source for edge in story.edges}


def test_credited_original_that_is_absent_stands_as_a_node():
    copies = [page("courier", agency="Northwire"), page("echo", STORY.replace("214", "241"), agency="Northwire")]
    (story,) = trace(copies)
    assert story.texts == 1
    assert [node.id for node in story.nodes if node.kind == "missing"] == ["missing:Northwire"]
    assert story.families[0].source == "Northwire"


def test_two_own_versions_of_an_absent_agency_story_are_one_source():
    rows = STORY.split("\n\n")
    a = page("a", "\n\n".join(rows[:2]), agency="AP")
    b = page("b", "\n\n".join(rows[2:]) + " Signals on the Harborside viaduct at Monday noon. 214", agency="AP")
    stories = trace([a, b, page("c", agency="Associated Press")])
    assert [story.texts for story in stories] == [1]


def test_publication_times_give_the_direction():
    (story,) = trace([page("late", day="2023-02-02"), page("early", day="2023-02-01")])
    assert parents(story) == {"late": "early"}
    assert story.edges[0].confidence > 0.8


def test_a_shared_error_was_inherited():
    wrong = STORY.replace("214", "241").replace("Adeyemi", "Adeyema")
    records = [
        page("first", day="2023-02-01"),
        page("slip", wrong, day="2023-02-02"),
        page("heir", wrong.replace("walked back", "ran back"), day="2023-02-03"),
        page("other", STORY.replace("walked back", "went back"), day="2023-02-03"),
    ]
    (story,) = trace(records)
    assert parents(story) == {"slip": "first", "heir": "slip", "other": "first"}


def test_credit_beats_time():
    records = [
        page("wire", publisher="Northwire", agency="Northwire", day="2023-02-02"),
        page("paper", publisher="The Echo", authors=(Author(name="Northwire"),), day="2023-02-01"),
    ]
    (story,) = trace(records)
    assert parents(story) == {"paper": "wire"}


def test_every_page_is_in_exactly_one_story():
    records = [page(str(i), f"Page {i} says that {i * 7919} herons nest in valley number {i * 31}.") for i in range(40)]
    stories = trace([*records, *records])
    assert sorted(key for story in stories for key in story.pages) == sorted(record.id for record in records)


def test_no_pages_no_stories():
    assert trace([]) == ()
    (story,) = trace([Record(id="empty")])
    assert story.pages == ("empty",)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("AP", "Associated Press", True),
        ("The Associated Press", "Associated Press", True),
        ("Reuters", "reuters.com", True),
        ("Reuters", "AFP", False),
        ("", "", False),
        (None, "AP", False),
    ],
)
def test_names_of_one_source(one, other, same):
    assert same_source(one, other) is same


COMMUNIQUE = """Communiqué No. 113 of the Ministry of Fisheries of Orando on the mussel poisoning, 22 April 2026.

In the past 24 hours, 71 new cases and 2 deaths have been recorded. The total number of cases stands at 5,189, \
with 133 deaths. 417 patients are in treatment centres.

The most affected districts are Lower Mbasi (38 cases) and Saint-Omer (12).

The Ministry reminds the population to boil mussels and to call the free number 1212 at the first signs of illness."""
REPORT = """PORT CASSEL, April 23 (Xinhua) -- Orando's Ministry of Fisheries on Wednesday reported 71 new cases of \
mussel poisoning and two deaths in the past 24 hours.

The total number of cases stands at 5,189, with 133 deaths, the ministry said. It said 417 patients were in treatment \
centres.

The most affected districts are Lower Mbasi and Saint-Omer, it added."""


def test_what_a_body_issued_comes_before_the_agency_that_tells_it():
    pages = [
        page("issued", COMMUNIQUE, day="2026-04-22", publisher="Ministry of Fisheries of Orando"),
        page("told", REPORT, day="2026-04-23", publisher="Xinhua"),
    ]
    (story,) = trace(pages)
    assert parents(story) == {"told": "issued"}
    assert [(family.root, family.agency) for family in story.families] == [("issued", None)]


def test_a_yearly_notice_is_no_rewriting_of_another_house_a_year_later():
    reworded = (
        "For six hours on Monday 214 people sat in the night train to Harborside, which stood on the viaduct. "
        "The railway said that the power was cut by a frozen signal; the driver looked for a telephone along "
        "the track. Until the lamps went out they sang, says nurse Ruth Adeyemi, on her way to an early "
        "shift. For cold two passengers had to be treated; Millbrook firefighters carried a third down the "
        "embankment. Before noon the line was open again."
    )
    first = page("a", day="2025-02-01", publisher="Post")
    near = trace([first, page("b", reworded, "2025-02-02", publisher="Mail")])
    far = trace([first, page("b", reworded, "2026-02-02", publisher="Mail")])
    assert sum(story.texts for story in near) == 1
    assert sum(story.texts for story in far) == 2
