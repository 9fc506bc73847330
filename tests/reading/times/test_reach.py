"""How far times reach: days, months and words just under, at and over the bounds that were set by hand."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest

from copydesk.language import Name
from copydesk.reading.times import _person_names
from copydesk.reading.times.context import Context
from copydesk.reading.times.dating import _weekday
from copydesk.reading.times.english.governing import direction
from copydesk.reading.times.english.tense import Tense
from copydesk.reading.times.expressions import Written
from copydesk.reading.times.naming import NEAREST, nearest

DAY = date(2026, 5, 15)


def named(day, tense, published=DAY):
    return nearest(Written(month=day.month, day=day.day), published, lambda: tense).year


@pytest.mark.parametrize(("days", "year"), [(299, 0), (300, 0), (301, 1)])
def test_a_day_of_a_month_is_not_meant_that_far_back(days, year):
    day = DAY - timedelta(days=days)
    assert named(day, -1) == day.year + year


@pytest.mark.parametrize(("days", "year"), [(269, 0), (270, 0), (271, -1)])
def test_nor_that_far_ahead(days, year):
    day = DAY + timedelta(days=days)
    assert named(day, 1) == day.year + year


@pytest.mark.parametrize(("published", "year"), [(date(2026, 10, 27), 2025), (date(2026, 10, 28), 2026)])
def test_nor_is_a_month_that_far_off(published, year):
    """The first of December is 330 days back from the one day, 331 from the other."""
    assert nearest(Written(month=12), published, lambda: -1).year == year


@pytest.mark.parametrize(("month", "year"), [(9, 2026), (10, 2026), (11, 2025)])
def test_a_month_to_come_must_be_twice_as_near_where_no_verb_tells(month, year):
    assert nearest(Written(month=month), date(2026, 6, 15), lambda: 0).year == year


@pytest.mark.parametrize(("weekday", "day"), [(7, 17), (1, 18), (2, 12)])
def test_what_is_ahead_of_a_weekday_is_within_half_a_week(weekday, day):
    """DAY is a Friday: Sunday and Monday are two and three days ahead, Tuesday four."""
    assert _weekday(weekday, None, False, Context(DAY), lambda: NEAREST).day == day


@pytest.mark.parametrize(("between", "points"), [(12, 1), (13, 1), (14, 0)])
def test_a_verb_before_a_time_is_looked_for_so_many_words_off(between, points):
    words = ["Ships", "will", *["so"] * between, "Friday"]
    assert Tense(words).direction(len(words) - 1, len(words) - 1) == points


@pytest.mark.parametrize(("between", "points"), [(7, 1), (8, 1), (9, 0)])
def test_and_so_many_behind_it(between, points):
    words = ["Ships", "call", "so", "so", "Friday", *["so"] * between, "will", "sail"]
    assert Tense(words).direction(4, 4) == points


class Tree:
    """A row of words of which each hangs on the one before."""

    def __init__(self, words, label):
        self.words = words
        self.heads = [0, *range(len(words) - 1)]
        self.labels = ["root", *[label] * (len(words) - 2), "obl"]
        self.tags = ["VERB"] * len(words)

    def word(self, number):
        return self.words[number]

    def children(self, number):
        return [i for i, head in enumerate(self.heads) if head == number != i]

    def top(self, first, last):
        return first


@pytest.mark.parametrize(("steps", "points"), [(4, -1), (5, -1), (6, 0)])
def test_the_verb_over_a_time_is_looked_for_so_many_verbs_up(steps, points):
    tree = Tree(["fled", *["go"] * steps, "Friday"], "xcomp")
    assert direction(tree, steps + 1, steps + 2) == points


@pytest.mark.parametrize(("score", "found"), [(0.79, 0), (0.8, 1), (0.81, 1)])
def test_a_persons_name_holds_no_time_from_a_probability_on(score, found):
    document = SimpleNamespace(names=(Name(0, 2, "PERSON", score),), span=lambda start, end: (start, end))
    assert len(list(_person_names(document))) == found
