"""When an event happens: the time expression that its own words carry, and whether it is news, past or to come."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Final, Literal, TypeAlias

import msgspec

from copydesk.english.calendar import WEEKDAYS
from copydesk.language.event_heads import RELATIVES
from copydesk.reading.events.event_tree import Tree
from copydesk.records import EventTime, Status, Time

Relative: TypeAlias = Literal["news", "background", "future"]
_TIMED: Final = frozenset(
    "obl obl:unmarked obl:tmod nmod nmod:unmarked advmod nmod:poss compound amod advcl nummod appos".split()
)
_SHARED: Final = frozenset(("obj", "nsubj", "nsubj:pass", "xcomp", "obl", "conj"))
_NOT_OWN: Final = frozenset(("since", "until", "till", "before", "after", "by"))
"""Prepositions after which a time is not the event's own day."""
_APART: Final = frozenset(("after", "before", "since", "following"))
"""Prepositions after which something else happens at another time."""
_STEPS: Final = 6  # words above a predicate whose time may be its own


class TimeTable:
    """The dates and times of a text, by the words that they are in."""

    def __init__(self, tree: Tree, times: Iterable[Time], day: str | None = None) -> None:
        """Take the time expressions of a tree's text, and the day that it was published."""
        self._day = day
        self._by_word: dict[int, Time] = {}
        for time in times:
            if time.type in ("DATE", "TIME") and time.value and not time.value.endswith("_REF"):
                for word in range(*tree.document.words_in(*time.span)):
                    self._by_word[word] = time

    def below(self, tree: Tree, head: int) -> Time | None:
        """Return the time in the words that hang on a word as its time, the nearest one."""
        best: tuple[int, Time] | None = None
        for i in tree.kids(head):
            if tree.labels[i] not in _TIMED or any(tree.forms[k] in _NOT_OWN for k in tree.kids(i, "case", "mark")):
                continue
            for word in (i, *tree.kids(i, "nmod", "nummod", "compound", "amod", "nmod:unmarked", "obl", "flat")):
                time = self._by_word.get(word)
                if time and (best is None or abs(word - head) < best[0]):
                    best = abs(word - head), time
        return best[1] if best else None

    def side(self, time: Time) -> str:
        """Return on which side of the day of publication a time lies: past, same, future or unknown."""
        value = (time.value or "").split("/")[0]
        if not self._day or not value[:4].isdigit():
            return "unknown"
        one, other = value[: len(self._day)], self._day[: len(value)]
        return "same" if one == other else "future" if one > other else "past"

    def at(self, word: int) -> Time | None:
        """Return the time that a word is in."""
        return self._by_word.get(word)


def time_of(tree: Tree, word: int, table: TimeTable, status: Status | None, cues: Mapping[int, object]) -> Time | None:
    """Return the time expression that says when an event happens, or None.

    Args:
        tree: the tree.
        word: the predicate.
        table: the text's dates and times.
        status: the event's status: what goes on now goes on when it is told.
        cues: the words that attribute what they embed ("said").
    """
    if found := table.below(tree, word):
        return found
    argument = tree.document.arguments.get(word, {}).get("ARGM-TMP")
    if argument and argument.score >= _SURE and (found := table.at(argument.head)):
        case = {tree.forms[k] for k in tree.kids(argument.head, "case", "mark")}
        if not case & _NOT_OWN:
            return found
    at = word
    for above in tree.above(word, _STEPS):
        if above in cues:
            return table.below(tree, above) if status == "ongoing" else None
        if tree.labels[at] not in _SHARED or tree.tags[above] not in ("VERB", "AUX"):
            return None
        if tree.labels[at] == "obl" and at < above and any(tree.forms[i] in _APART for i in tree.kids(at, "case")):
            return None  # "after past meetings he will fly on Monday"
        if tree.labels[at] == "conj" and tree.tags[at] == "VERB" and any(tree.kids(at, "nsubj", "nsubj:pass")):
            return None
        if found := table.below(tree, above):
            return found
        at = above
    return None


_SURE: Final = 0.5  # probability from which on a time is told
OLD_MONTHS: Final = 3
"""Months before that of publication after which what a page dates is no longer its news; set by hand."""
_WEEKS_A_MONTH: Final = 4.35  # weeks of a month, by which the month of a week is told


def _months_before(value: str, day: str) -> float:
    """Return how many months a TIMEX3 value with a month or a week lies before a day; 0 where that cannot be told."""
    year, _, rest = value.partition("-")
    if rest[:2].isdigit():
        month = float(rest[:2])
    elif rest[:1] == "W" and rest[1:3].isdigit():
        month = 1 + int(rest[1:3]) // _WEEKS_A_MONTH
    else:
        return 0
    return 12 * (int(day[:4]) - int(year)) + (int(day[5:7]) - month if len(day) >= len("2023-04") else 0)


def is_over(time: Time | None, day: str | None) -> bool:
    """Return whether a time is on a day before that of publication."""
    value = _day_of(time)
    return bool(day and value and len(day) == _DAY) and value < (day or "")


def coming(tree: Tree, word: int, time: Time | None, day: str | None) -> Time | None:
    """Return the time of what is to come: a weekday by its name alone is the next one ("talks on Monday").

    Where a verb in the past tells what was done in it, it was ("more people voted in *Sunday's election*").
    """
    above = tree.heads[word]
    past = tree.forms[above].endswith("ed") and not any(tree.kids(above, "aux", "aux:pass"))
    if time is None or not is_over(time, day) or (past and _is_in(tree, word)):
        return time
    words = [tree.forms[i] for i in range(*tree.document.words_in(*time.span)) if tree.forms[i] not in _GENITIVE]
    if len(words) != 1 or words[0] not in WEEKDAYS:
        return time
    following = (date.fromisoformat(_day_of(time)) + timedelta(days=len(WEEKDAYS))).isoformat()
    return msgspec.structs.replace(time, value=following + (time.value or "")[_DAY:])


def _is_in(tree: Tree, word: int) -> bool:
    return tree.labels[word] == "obl" and any(tree.forms[i] in ("in", "at", "during") for i in tree.kids(word, "case"))


def _day_of(time: Time | None) -> str:
    """Return the day that a time is on, ISO 8601; empty where it is on none."""
    value = time.value[:_DAY] if time and time.value else ""
    return value if len(value) == _DAY and value.replace("-", "").isdigit() else ""


_DAY: Final = len("2023-04-20")
_GENITIVE: Final = ("'s", "’s")


def relative_of(tree: Tree, word: int, status: Status | None, time: Time | None, day: str | None) -> Relative | None:
    """Return whether an event is part of the news, lies before it, or is to come."""
    value = time.value if time else None
    if value and day and value[:4].isdigit():
        start = value.split("/")[0]
        if start[: len(day)] > day[: len(start)] and status not in ("happened", "ongoing"):
            return "future"
        old = status == "happened" and _months_before(start, day) > OLD_MONTHS
        if old or (start[:4] < day[:4] and len(start) == len("2023")):
            return "background"
    if value and not day and len(value) == len("2023") and value.isdigit() and status == "happened":
        return "background"
    if status in ("scheduled", "expected"):
        return "future"
    if any(tree.forms[i] == "had" for i in tree.kids(word, "aux")):
        return "background"
    read = tree.document.happenings
    if read:
        chances = read["relative"][word]
        best = int(chances.argmax())
        return RELATIVES[best] if chances[best] >= _SURE else None
    return None


def event_time(time: Time | None, relative: Relative | None) -> EventTime | None:
    """Return an event's time from its expression and its place in the news; None where neither is known."""
    if time:
        return EventTime(value=time.value, span=time.span, from_="said", relative=relative)
    return EventTime(from_="tense", relative=relative) if relative else None
