"""What holds of any text: exact positions, a publication day that carries relative dates along, hostile input."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.errors import TextCutShort
from copydesk.reading.times import find_times, parse_value, read_times
from copydesk.reading.times.values import Grain, Point

WORDS = [
    "the",
    "a",
    "of",
    "in",
    "on",
    "at",
    "to",
    "and",
    "or",
    "until",
    "since",
    "May",
    "may",
    "march",
    "March",
    "second",
    "fall",
    "spring",
    "Sunday",
    "Fridays",
    "Oct.",
    "12",
    "31",
    "1990",
    "2010",
    "'89",
    "10:35",
    "9",
    "a.m.",
    "p.m.",
    "EDT",
    "GMT",
    "last",
    "next",
    "this",
    "every",
    "other",
    "two",
    "twenty",
    "hundred",
    "few",
    "several",
    "year",
    "years",
    "month",
    "weeks",
    "day",
    "days",
    "hours",
    "ago",
    "later",
    "before",
    "after",
    "early",
    "late",
    "mid",
    "end",
    "beginning",
    "more",
    "than",
    "about",
    "nearly",
    "480",
    "B.C.",
    "first",
    "third",
    "quarter",
    "fiscal",
    "year-ago",
    "Easter",
    "Thanksgiving",
    "today",
    "tonight",
    "yesterday",
    "now",
    "annually",
    "past",
    "same",
    "weekend",
    "night",
    "morning",
    "-",
    "–",
    ",",
    ".",
    ";",
    "\n\n",
    "(",
    ")",
    "%",
    "$5",
    "1/2",
    "2/3/1999",
    "1999-02-30",
    "T17",
    "the",
    "1990s",
    "old",
    "said",
    "will",
    "was",
    "noon",
    "Ukraine",
    "current",
    "overnight",
    "from",
    "by",
    "time",
    "week",
    "period",
    "twice",
    "times",
    "age",
    "ended",
    "13th",
    "FY2025",
    "9/11",
    "470s BC",
    "3.4.2021",
    "holiday",
    "1939–45",
    "é",
    "😀",
]
texts = st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join) | st.text(max_size=200)
days = st.dates(date(1900, 1, 10), date(2090, 12, 20))


@given(texts, days | st.none())
def test_positions_are_exact_and_values_are_spelled_right(text: str, published: date | None) -> None:
    end = 0
    for time in find_times(text, published):
        assert end <= time.span[0] < time.span[1] <= len(text)
        end = time.span[1]
        words = text[slice(*time.span)]
        assert words == words.strip()
        assert time.value is not None
        parse_value(time.value, time.type)


@given(texts)
def test_text_before_moves_positions_and_nothing_else(text: str) -> None:
    shifted = find_times("😀 So.\n\n" + text, "2023-04-20")
    plain = find_times(text, "2023-04-20")
    assert [(t.span[0] - 7, t.span[1] - 7, t.value) for t in shifted] == [(*t.span, t.value) for t in plain]


DEICTIC = [
    "said Friday",
    "will meet on Friday",
    "said last Monday",
    "opens next Tuesday",
    "said today",
    "said yesterday",
    "starts tomorrow",
    "met ten days ago",
    "met three weeks ago",
    "met last week",
    "will meet next week",
    "over the weekend",
    "came last night",
]


@given(days, st.sampled_from(DEICTIC))
def test_a_week_later_relative_dates_are_a_week_later(day: date, words: str) -> None:
    text = f"She {words}."
    before, after = (parse_value(find_times(text, d)[0].value or "") for d in (day, day + timedelta(weeks=1)))
    assert isinstance(before, Point)
    assert isinstance(after, Point)
    assert first_day(after) - first_day(before) == timedelta(weeks=1)


def first_day(point: Point) -> date:
    if point.grain is Grain.DAY:
        return date(point.year or 0, point.index or 0, point.day or 0)
    return date.fromisocalendar(point.year or 0, point.index or 0, 1)


@given(texts, days)
def test_without_a_publication_day_what_is_found_stays_the_same(text: str, day: date) -> None:
    assert [t.span for t in find_times(text, day)] == [t.span for t in find_times(text)]


HOSTILE = ["1 1 1", "1990 ", "May 1 ", "May-", "Friday ", "Monday ", "a a a Friday ", "1/", "7", "10:35", "'", ".", "-"]
HOSTILE += [
    "twenty-",
    "\n \t",
    "the end of ",
    "the the ",
    "the last week of August ",
    "a week from ",
    "FY'20",
    "470s BC ",
]


@pytest.mark.parametrize("unit", HOSTILE)
def test_a_text_of_one_thing_is_read_only_as_far_as_prose_could_go(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    times, end = read_times(text, "2023-04-20")
    assert len(times) <= 2000 + len(text) // 60
    assert all(0 <= t.span[0] < t.span[1] <= end <= len(text) for t in times)


def test_a_text_too_dense_to_be_read_whole_is_reported() -> None:
    with pytest.warns(TextCutShort, match="denser in times than prose"):
        find_times("Friday " * 40_000, "2023-04-20")
    times, end = read_times("Friday " * 40_000, "2023-04-20")
    assert times[-1].span[1] <= end < 7 * 40_000
    assert read_times("On Friday they met.", "2023-04-20")[1] == len("On Friday they met.")
