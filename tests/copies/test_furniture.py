from copydesk.copies import trace
from copydesk.copies.texts.furniture import without_furniture
from copydesk.copies.texts.view import view
from copydesk.records import Record

FOOT = (
    "\n\nYour email address will not be published and the fields with a mark are required."
    "\n\nSign up to our newsletter and never miss a story from the people who know this town best."
    "\n\nAll rights are reserved and no part of this page may be reproduced without a written permission."
)
BODIES = {
    "Harborside": "The ferry from Harborside ran aground with 51 people on board.\n\nA lamp had failed in the fog.",
    "Millbrook": "Bakers in Millbrook want bread to cost 3 crowns.\n\nFlour has grown dear since the dry summer.",
    "Odesa": "A choir from Odesa sang for the dockers on Sunday.\n\nSome 400 of them joined in the last verse.",
    "Izmail": "Thieves took the bell of the school in Izmail.\n\nIt weighed 90 pounds and was cast before the war.",
    "Vilnius": "Snow closed the airport of Vilnius for 6 hours.\n\nPassengers slept on the floor beside their bags.",
}


def page(town: str) -> Record:
    return Record(id=town, text=BODIES[town] + FOOT)


def test_what_stands_under_strangers_is_taken_off():
    views = {town: view(page(town)) for town in BODIES}
    kept = without_furniture(views)
    assert {len(v.sentences) for v in views.values()} == {5}
    assert {len(v.sentences) for v in kept.values()} == {2}


def test_sentences_of_a_wire_story_stay_however_many_print_it():
    record = page("Harborside")
    views = {str(i): view(Record(id=str(i), text=record.text)) for i in range(6)}
    assert without_furniture(views) == views


def test_pages_that_share_only_furniture_are_strangers():
    stories = trace([page(town) for town in BODIES])
    assert [len(story.pages) for story in stories] == [1] * len(BODIES)
