"""The algebra of values: what is spelled can be read back."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.errors import DateError
from copydesk.reading.times.values import (
    Clock,
    Duration,
    Every,
    Grain,
    Point,
    Range,
    Reference,
    kind_of,
    parse_value,
    render,
)

maybe = st.none
years = maybe() | st.integers(1000, 9999) | st.integers(-9999, -1)
zones = maybe() | st.sampled_from(["Z", "-04:00", "+05:30"])
minutes = st.integers(0, 59)
clocks = (
    st.builds(Clock, st.integers(0, 24), st.none(), st.none(), zones)
    | st.builds(Clock, st.integers(0, 23), minutes, maybe() | minutes, zones)
    | st.just(Clock(None))
)
times = maybe() | st.sampled_from(["MO", "MI", "AF", "EV", "NI", "DT"]) | clocks


def indexed(grain: Grain, low: int, high: int) -> st.SearchStrategy[Point]:
    return st.builds(Point, st.just(grain), years, maybe() | st.integers(low, high))


points = st.one_of(
    st.builds(Point, st.just(Grain.CENTURY), maybe() | st.integers(10, 20) | st.integers(-30, -1)),
    st.builds(Point, st.just(Grain.DECADE), maybe() | st.integers(100, 205) | st.integers(-300, -1)),
    st.builds(Point, st.just(Grain.YEAR), years),
    indexed(Grain.HALF, 1, 2),
    indexed(Grain.QUARTER, 1, 4),
    indexed(Grain.SEASON, 0, 3),
    indexed(Grain.MONTH, 1, 12),
    indexed(Grain.WEEK, 1, 53),
    indexed(Grain.WEEKEND, 1, 53),
    st.builds(Point, st.just(Grain.DAY), years, maybe() | st.integers(1, 12), maybe() | st.integers(1, 31), times),
    st.builds(Point, st.just(Grain.WEEKDAY), years, maybe() | st.integers(1, 53), maybe() | st.integers(1, 7), times),
)
numbers = maybe() | st.integers(0, 9999).map(Fraction) | st.integers(1, 99).map(lambda n: Fraction(n, 2))


@st.composite
def durations(draw: st.DrawFn) -> Duration:
    units = draw(st.lists(st.sampled_from(["Y", "Q", "M", "W", "WE", "D", "h", "m", "s"]), min_size=1, unique=True))
    order = ["Y", "Q", "M", "W", "WE", "D", "h", "m", "s"]
    return Duration(tuple((draw(numbers), unit) for unit in sorted(units[:4], key=order.index)))


references = st.sampled_from(["PAST_REF", "PRESENT_REF", "FUTURE_REF"]).map(Reference)
values = points | durations() | st.builds(Range, points, points) | references


@given(values)
def test_a_spelled_value_reads_back(value: Point) -> None:
    assert parse_value(render(value)) == value


@given(points | durations())
def test_a_spelled_set_reads_back(each: Point | Duration) -> None:
    assert parse_value(render(Every(each)), "SET") == Every(each)


@pytest.mark.parametrize(
    ("value", "spelled", "kind"),
    [
        (Point(Grain.DAY, 2023, 4, 20), "2023-04-20", "DATE"),
        (Point(Grain.WEEKDAY, day=4), "XXXX-WXX-4", "DATE"),
        (Point(Grain.DECADE, 199), "199", "DATE"),
        (Point(Grain.CENTURY, 19), "19", "DATE"),
        (Point(Grain.YEAR, -480), "BC0480", "DATE"),
        (Point(Grain.QUARTER, 1989, 3), "1989-Q3", "DATE"),
        (Point(Grain.SEASON, 1957, 0), "1957-SP", "DATE"),
        (Point(Grain.WEEKEND, 2023, 16), "2023-W16-WE", "DATE"),
        (Point(Grain.DAY, 2023, 4, 20, "NI"), "2023-04-20TNI", "TIME"),
        (Point(Grain.DAY, 2023, 4, 20, Clock(9, 0, None, "-04:00")), "2023-04-20T09:00-04:00", "TIME"),
        (Duration(((Fraction(2), "Y"), (Fraction(6), "M"))), "P2Y6M", "DURATION"),
        (Duration(((Fraction(5), "h"), (Fraction(30), "m"))), "PT5H30M", "DURATION"),
        (Duration(((None, "D"),)), "PXD", "DURATION"),
        (Every(Duration(((Fraction(1), "W"),))), "P1W", "SET"),
    ],
)
def test_spelling(value: Point, spelled: str, kind: str) -> None:
    assert (render(value), kind_of(value)) == (spelled, kind)


@pytest.mark.parametrize("text", ["", "P", "PT", "1998-13-", "yesterday", "1998/", "P1", "20234"[:1], "T12"])
def test_what_is_no_value_is_refused(text: str) -> None:
    with pytest.raises(DateError, match="no TIMEX3 value"):
        parse_value(text)
