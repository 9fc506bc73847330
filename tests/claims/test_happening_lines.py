"""Happenings as lines to print."""

import msgspec
import pytest

from copydesk.claims.happening_lines import drift_words, happening_lines
from copydesk.records import EventTime
from copydesk.records.happening_types import Drift

from .test_happenings import COPY, happenings, record

DAY = EventTime(value="2026-05-03", from_="said")


def test_a_line_has_who_what_whom_when_and_how_surely():
    found = happenings({"status": "possible", "time": DAY}, {"status": "happened"}, COPY)
    (line,) = happening_lines(found, {"a": record("a", status="possible", time=DAY), "b": record("b")})
    assert (line.who, line.what, line.whom, line.day) == ("Kersh", "shelled", "Halm", "2026-05-03")
    assert (line.status, line.type, line.pages, line.texts, line.page) == ("possible", "assault", 2, 1, "a")
    (drift,) = line.drift
    assert (drift.source, drift.target) == ("a", "b")
    assert drift.words == "tells it as happened; its source had it as possible"


def test_days_come_in_order_and_those_without_one_last():
    (first,) = happenings({"status": "happened"}, {"status": "happened"})
    later = msgspec.structs.replace(first, id="h2", events=(first.events[1],))
    records = {"a": record("a"), "b": record("b", time=DAY)}
    alone = msgspec.structs.replace(first, events=(first.events[0],))
    assert [line.id for line in happening_lines((alone, later), records)] == ["h2", "h1"]


def test_what_one_page_alone_tells_is_left_out_where_only_shared_ones_are_asked_for():
    (first,) = happenings({"status": "happened"}, {"status": "happened"})
    alone = msgspec.structs.replace(first, pages=1, drift=())
    assert happening_lines((alone,), {"a": record("a")}, shared=True) == ()
    assert len(happening_lines((alone,), {"a": record("a")})) == 1


def test_happenings_without_a_record_are_left_out():
    assert happening_lines(happenings({}, {}), {}) == ()


@pytest.mark.parametrize("kind", ["denial-lost", "toll", "day", "place", "attribution-lost"])
def test_every_kind_of_drift_has_words(kind):
    assert drift_words(Drift(kind=kind, source="a", target="b", before="12", after="20"))


def test_what_no_page_tells_as_news_is_left_out_where_shared_ones_are_asked_for():
    found = happenings({"status": "happened"}, {"status": "happened"})
    minor = {
        page: msgspec.structs.replace(one, events=(msgspec.structs.replace(one.events[0], salient=False),))
        for page, one in (("a", record("a")), ("b", record("b")))
    }
    assert happening_lines(found, minor, shared=True) == ()
    assert len(happening_lines(found, minor)) == 1


def test_a_name_that_stands_twice_is_told_once():
    one = record("a")
    twice = msgspec.structs.replace(one.events[0], actors=one.events[0].actors * 2)
    (line,) = happening_lines(happenings({}, {})[:1], {"a": msgspec.structs.replace(one, events=(twice,))})
    assert line.who == "Kersh"
