"""Which pages are one text: strong links, and what joins nothing."""

import random

import numpy as np
import pytest

from copydesk.copies import trace
from copydesk.copies.copy_page import page_of
from copydesk.copies.families import relate
from copydesk.copies.search.near import SharedShingles
from copydesk.copies.stories import aligned
from copydesk.records import Published, Record

FERRY = [
    "A passenger ferry struck the south pier of Karlo harbor on Tuesday evening, killing two "
    "deckhands and injuring 14 "
    "passengers, the port captain Mira Sandell said.",
    "The Aurelia was arriving from Teluna with 230 people on board when its bow thrusters failed, "
    "Sandell told reporters.",
    "“We heard the horn three times and then the whole quay shook,” said Jonas Rehn, who sells tickets on the pier.",
    "The ferry was built in 1998 and passed its last inspection in March, according to the maritime authority.",
]
SPUN = [
    "A passenger boat collided with the southern pier of Karlo port on Tuesday night, murdering two "
    "deckhands and hurting 14 "
    "travelers, port chief Mira Sandell stated.",
    "The Aurelia was coming from Teluna with 230 individuals on board when its bow thrusters didn't "
    "work, Sandell informed "
    "journalists.",
    "“We heard the horn three times and then the entire dock was shaking,” stated Jonas Rehn, who "
    "offers tickets there.",
    "The ferry was constructed in 1998 and handed its final inspection in March, according to the sea authority.",
]
ABOUT = (
    "About Norline: Norline is a ferry company founded in 1921 in Teluna. With 15 ships and 1,200 "
    "employees it carries 3.4 "
    "million passengers a year between Karlo, Teluna and the outer islands. Norline has been listed "
    "on the Halden exchange "
    "since 1987 and is owned to 34 percent by the Lund family."
)


def page(id_, *paragraphs, day=None, **more):
    published = Published(value=day, from_="given") if day else None
    return Record(id=id_, text="\n\n".join(paragraphs), published=published, **more)


def families(records):
    return {frozenset(m for m in f.members if ":" not in m) for s in trace(records) for f in s.families}


def road(number, place, days, length, publisher):
    return page(
        f"r{number}",
        f"Road {number} closed near {place}",
        f"Road {number} will be closed between {place} and the county line from {days} evening, the roads office said.",
        f"The closure is needed to renew the surface over a length of {length} kilometres. Drivers are "
        f"asked to follow the "
        "signs of the detour and to allow for 15 minutes more.",
        "Questions are answered by the roads office on working days from 8 to 16.",
        publisher=publisher,
    )


def test_a_form_filled_in_again_is_no_copy():
    roads = [road(1506, "Ambly", "Monday to Friday", "four", "Karlo Post"),
             road(217, "Teluna", "Wednesday to Sunday", "seven", "Teluna Mail")]  # fmt: skip
    assert families(roads) == {frozenset({"r1506"}), frozenset({"r217"})}


def test_what_a_company_says_of_itself_joins_nothing():
    first = (
        "Norline has ordered two hybrid ferries from the Ambly yard for delivery in 2028, the company "
        "said on Monday. The "
    )
    second = (
        "Eva Brandt will become chief financial officer of Norline in June, succeeding Paul Nyman, who "
        "retires. Brandt, 47, "
    )
    pages = [
        page(
            "ships", first + "ships will carry 400 passengers each and cut fuel use by a third, Tom Varg said.", ABOUT
        ),
        page("chief", second + "comes from the insurer Helva, where she led the treasury since 2019.", ABOUT),
    ]
    assert families(pages) == {frozenset({"ships"}), frozenset({"chief"})}


def test_a_credited_page_comes_before_the_spun_one_that_names_nobody():
    (story,) = trace(
        [page("spun", *SPUN), page("credited", "KARLO (AP) — " + FERRY[0], *FERRY[1:], publisher="Karlo Post")]
    )
    assert story.texts == 1
    assert [family.source for family in story.families] == ["Associated Press"]
    parents = {edge.target: edge.source for edge in story.edges}
    assert parents == {"spun": "credited", "credited": "missing:Associated Press"}
    assert all(edge.confidence >= 0.7 for edge in story.edges)


def test_without_any_evidence_the_order_is_not_known():
    (story,) = trace([page("b", *FERRY), page("a", *FERRY)])
    (edge,) = story.edges
    assert edge.kind == "related"
    assert edge.confidence < 0.7
    assert story.families[0].root is None


def test_a_fallback_day_is_no_evidence():
    records = [
        Record(id=id_, text="\n\n".join(FERRY), published=Published(value=day, from_="default"))
        for id_, day in (("b", "2026-03-01"), ("a", "2026-03-04"))
    ]
    (story,) = trace(records)
    assert story.edges[0].kind == "related"
    assert story.days == ()


def test_who_told_an_agency_alone_rests_on_it():
    text = [
        "Norline is negotiating the sale of six ferries to a Greek buyer, two people familiar with the "
        "matter told Reuters.",
        "The price could reach 90 million euros, one of the people told Reuters. Norline declined to "
        "comment to Reuters.",
    ]
    (story,) = trace([page("tr", *text, publisher="Isle Today")])
    assert [node.id for node in story.nodes if node.kind == "missing"] == ["missing:Reuters"]


def test_a_passage_joins_nothing_and_is_shown():
    sheet = page(
        "sheet",
        "The Morning Sheet digest",
        FERRY[0],
        "Rain is clearing from the west, with highs of nine degrees in Oster and gales on the outer "
        "islands by the evening.",
        "No trains run between Dunmere and Cold Ashby until Sunday because of work on a viaduct that "
        "was built in 1881.",
        "Harnwick Town are without captain Lee Fosdyke for the cup tie of Saturday; Ade Bankole is to "
        "lead the side instead.",
    )
    stories = trace([page("ferry", *FERRY, publisher="Karlo Post"), sheet])
    assert {frozenset({"ferry"}), frozenset({"sheet"})} == families(
        [page("ferry", *FERRY, publisher="Karlo Post"), sheet]
    )
    passages = [(p.source, p.target) for story in stories for p in story.passages]
    assert passages in ([("ferry", "sheet")], [])  # shown where both are one story


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_records_changes_nothing(seed):
    pages = [
        page("credited", "KARLO (AP) — " + FERRY[0], *FERRY[1:], publisher="Karlo Post", day="2026-03-03"),
        page("spun", *SPUN),
        page("cut", *FERRY[:2], day="2026-03-04"),
        road(1506, "Ambly", "Monday to Friday", "four", "Karlo Post"),
        road(217, "Teluna", "Wednesday to Sunday", "seven", "Teluna Mail"),
    ]
    assert trace(random.Random(seed).sample(pages, len(pages))) == trace(pages)


FERRY = [
    "The Aurelia struck the south pier of Karlo harbor on Tuesday, and 14 passengers were hurt, Mira Sandell said.",
    "The ferry had left Teluna with 230 people on board when its bow thrusters failed near the Oster light, she said.",
    "Jonas Rehn, who sells tickets on the pier, heard the horn three times before the whole quay shook under his feet.",
    "The maritime authority had inspected the ferry in March and found no fault with its engines or its steering gear.",
]
BUDGET = [
    "Prime Minister Ada Holm told parliament in Halden on Monday that she would cut fuel duty by 12 percent.",
    "The opposition leader Per Lund called the plan a gift to hauliers that would cost 400 million crowns.",
    "The Halden Institute expects the deficit to grow to 3.1 percent of gross domestic product by 2027.",
    "A vote on the budget is set for Thursday, and the Centre Party of Kari Moen has not said how it will vote.",
]


def test_a_page_with_a_second_text_in_it_does_not_join_the_two():
    pages = {
        "ferry": FERRY,
        "ferry-copy": FERRY[:3],
        "both": [*FERRY, *BUDGET[:2]],
        "budget": BUDGET[:2],
        "budget-copy": BUDGET[:3],
    }
    stories = trace([Record(id=name, text="\n\n".join(rows), publisher=name) for name, rows in pages.items()])
    families = {frozenset(family.members) for story in stories for family in story.families}
    assert families == {frozenset({"ferry", "ferry-copy", "both"}), frozenset({"budget", "budget-copy"})}


def test_what_many_other_pages_have_too_still_makes_a_whole_copy():
    texts = {"a": FERRY[:3], "b": FERRY[:3]} | {f"c{n}": [*FERRY[:2], *BUDGET[n : n + 1]] for n in range(4)}
    pages = [page_of(Record(id=name, text="\n\n".join(rows), publisher=name)) for name, rows in texts.items()]
    alike = np.full((6, 6), 0.1, np.float32)
    alike[0, 1] = alike[1, 0] = 0.9
    found = relate(pages, alike, SharedShingles.of(np.zeros((6, 6), np.float32)), aligned)
    assert found.families == (("a", "b"), ("c0",), ("c1",), ("c2",), ("c3",))


def test_scripts_left_in_a_text_join_nothing():
    script = " ".join(
        f"window._box = window._box || []; _box.push({{mode: 'thumb-{n}', place: 'Gallery Thumb {n}'}});"
        for n in range(4)
    )
    one = page("one", "Rain is to clear from the west of Oster", script, FERRY[0], FERRY[3], publisher="Gate")
    trains = "No trains run between Dunmere and Cold Ashby until Sunday because of work on a viaduct, the railway said."
    other = page("other", "No trains run to Cold Ashby", script, trains, publisher="Gate")
    assert families([one, other]) == {frozenset({"one"}), frozenset({"other"})}
