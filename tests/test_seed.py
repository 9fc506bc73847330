"""What must come out for a typical scraped page: the seed where it is present, and always for a page of our own."""

import json
from pathlib import Path

import pytest

import copydesk

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "5-rewritten-copy.txt"


def found(record, spans):
    return record.words(*spans)


def furniture(record):
    return {piece.text: piece.kind for piece in record.furniture}


def times(record):
    return {record.words(time.span): (time.value, time.mod) for time in record.times}


def sources(record):
    return {found(record, claim.source.spans): claim for claim in record.attributions}


def defects(record):
    return {(defect.kind, record.words(defect.span)) for defect in record.defects}


COMMON_FURNITURE = {
    "Related Articles": "related",
    "Leave a Reply": "comment-form",
    "Back to top button": "back-to-top",
}


def check_furniture(record):
    pieces = furniture(record)
    for text, kind in COMMON_FURNITURE.items():
        assert pieces[text] == kind
    joined = " ".join(pieces)
    for sentence in ("Your email address will not be published.", "Required fields are marked"):
        assert sentence in joined
        assert sentence not in record.text
    assert not any(text in record.text for text in pieces)


@pytest.fixture(scope="module")
def page(shared):
    return next((shared / "seeds").glob("*.txt"))


@pytest.fixture(scope="module")
def seed(page):
    return copydesk.read(page, published="2023-04-20")


@pytest.fixture(scope="module")
def rewritten():
    return copydesk.read(EXAMPLE, published="2026-10-08")


class TestSeed:
    def test_masthead(self, seed):
        assert seed.headline.startswith("Ukraine news: NATO chief visits")
        assert seed.dateline.place == "Kyiv, Ukraine"
        assert [(author.name, author.place) for author in seed.authors] == [("Lone Cook", "Brussels")]

    def test_furniture(self, seed):
        check_furniture(seed)

    def test_seven_happenings_and_two_more_at_most(self, seed):
        told = [
            (event.mentions[0].lemma, event.status, event.time.value if event.time else None)
            for event in seed.events
            if event.notable
        ]
        assert ("visit", "ongoing", "2023-04-20") in told
        assert ("visit", "happened", None) in told
        assert ("launch", "happened", None) in told
        assert ("join", "happened", "2023-04") in told
        assert ("join", "expected", None) in told
        assert ("meeting", "possible", "2023-07-11/2023-07-12") in told
        assert ("attend", "scheduled", "2023-04-21") in told
        assert len(told) <= 9

    def test_the_visit_is_told_in_three_places_on_the_word_of_allied_sources(self, seed):
        visit = next(event for event in seed.events if event.status == "ongoing" and event.type == "CONSULT")
        saying = {one.id: one for one in seed.attributions}[visit.attribution]
        assert len(visit.mentions) == 3
        assert (visit.mode, visit.code) == ("visit", "042")
        assert found(seed, saying.source.spans) == "allied sources"

    def test_times(self, seed):
        found = times(seed)
        assert found["Thursday"] == ("2023-04-20", None)
        assert found["Earlier this month"][0] == "2023-04"
        assert found["July 11-12"][0] == "2023-07-11/2023-07-12"
        assert found["Friday"][0] == "2023-04-21"
        assert found["more than a year ago"] == ("P1Y", "MORE_THAN")

    def test_attributions(self, seed):
        found = sources(seed)
        assert found["allied sources"].source.kind == "anonymous-group"
        assert found["allied sources"].content.speech == "indirect"
        source = "the allied official, who spoke on condition of anonymity in line with NATO procedures"
        assert found[source].source.kind == "anonymous-person"
        assert found[source].content.speech == "direct"
        assert seed.words(found[source].source.anonymity.span) == "in line with NATO procedures"

    def test_defects(self, seed):
        found = defects(seed)
        assert ("stray-fragment", "until.") in found
        assert ("truncated-sentence", "I would like to avoid being dragged into") in found
        assert ("first-person-leak", "I would like to avoid being dragged into") in found
        assert any(kind == "mixed-spelling" and "Kiev" in words for kind, words in found)

    def test_without_the_day_weekdays_stay_open(self, page):
        found = times(copydesk.read(page))
        assert found["Thursday"][0] == "XXXX-WXX-4"
        assert found["Friday"][0] == "XXXX-WXX-5"


class TestRewrittenExample:
    def test_masthead(self, rewritten):
        assert rewritten.headline == "Ukraine news: EU transport envoy visits Odesa harbor, 1st since reopening"
        assert rewritten.dateline.place == "Odesa, Ukraine"
        assert [(author.name, author.place) for author in rewritten.authors] == [("Lona Keane", "Brussels")]
        assert rewritten.agency is None

    def test_furniture(self, rewritten):
        check_furniture(rewritten)

    def test_times(self, rewritten):
        found = times(rewritten)
        assert found["Thursday"] == ("2026-10-08", None)
        assert found["Earlier this month"][0] == "2026-10"
        assert found["November 11-12"][0] == "2026-11-11/2026-11-12"
        assert found["Friday"][0] == "2026-10-09"
        assert found["more than a year ago"] == ("P1Y", "MORE_THAN")

    def test_attributions(self, rewritten):
        found = sources(rewritten)
        assert found["port sources"].source.kind == "anonymous-group"
        assert found["port sources"].content.speech == "indirect"
        official = found["the harbor official, who spoke on condition of anonymity in line with port rules"]
        assert official.source.kind == "anonymous-person"
        assert official.content.speech == "direct"
        assert rewritten.words(official.source.anonymity.span) == "in line with port rules"

    def test_defects(self, rewritten):
        found = defects(rewritten)
        assert ("stray-fragment", "until.") in found
        assert ("truncated-sentence", "I would like to avoid being dragged into") in found
        assert ("first-person-leak", "I would like to avoid being dragged into") in found
        assert any(kind == "mixed-spelling" and words in ("Odesa", "Odessa") for kind, words in found)

    def test_weekdays_without_a_day_stay_open(self):
        assert times(copydesk.read(EXAMPLE))["Thursday"][0] == "XXXX-WXX-4"

    def test_every_span_is_inside_the_text(self, rewritten):
        assert copydesk.from_json(copydesk.to_json(rewritten)) == rewritten
        assert json.loads(copydesk.to_json(rewritten))["format"] == "copydesk-record/2"
