"""Datelines: the place, agency and day that open a story, as agencies and papers print them.

`KYIV, Ukraine (AP) —`, `LONDON, March 3 (Reuters) -`, `Kyiv, Ukraine –`, `NAIROBI |`, `(Bloomberg) --`.
"""

import re
from typing import Final, NamedTuple

from copydesk.articles.masthead.masthead_dates import day_in, month_day_in
from copydesk.english.agencies import UNKNOWN, agency_in
from copydesk.english.calendar import WEEKDAYS
from copydesk.english.datelines import CITIES, NO_PLACE
from copydesk.records import Dateline

_WORD: Final = r"[^\W\d_](?:[^\W\d_]|['’.-])*"
_PLACE: Final = rf"(?P<place>{_WORD}(?:[ /]{_WORD}){{0,4}}(?:, {_WORD}(?: {_WORD}){{0,3}}){{0,2}})"
_DAY: Final = (
    r"(?:[,;]? (?P<day>\d{1,2} [A-Z][a-z]{2,8}\.?(?:,? \d{4})?|"
    r"[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?|[A-Z]{3,9} \d{1,2}))"
)
_LATE: Final = _DAY.replace("<day>", "<late>")
_AGENCY: Final = r"(?: ?[(\[](?P<agency>[^()\[\]]{2,40})[)\]])"
_DASH: Final = r"(?P<dash>\s?[—–]{1,2}|\s--?|\s?\||:)"
_OPENING: Final = re.compile(rf"\s?{_PLACE}{_DAY}?{_AGENCY}?{_LATE}?{_DASH}(?:\s|$|(?=[^\W\d_“\"]))")
# Agencies of some countries set no dash: `New Delhi, Mar 3 (PTI) The envoy`, `MOSCOW, March 3. /TASS/. The envoy`.
_UNDASHED: Final = re.compile(rf"\s?{_PLACE}{_DAY}?{_AGENCY} (?=[A-Z“\"])")
_SLASHED: Final = re.compile(
    rf"\s?{_PLACE}[,.] (?P<day>[A-Z][a-z]{{2,8}}\.? \d{{1,2}})\.? ?"
    r"(?:/(?P<agency>[A-Z]{3,9})/\.|(?P<other>[A-Z]{4,9}) -)\s"
)
_AGENCY_ONLY: Final = re.compile(rf"{_AGENCY.removeprefix('(?: ?').removesuffix(')')}\s?(?:[—–-]{{1,2}}|\|)\s?")
_ALONE: Final = re.compile(rf"{_PLACE}{_DAY}?{_AGENCY}?\s?[—–|:-]{{0,2}}$")
_LONGEST_SHORT: Final = 6  # letters of a state's short form, with its point


class Opening(NamedTuple):
    """A dateline and where it ends in the words it was read from (the story's own words start there)."""

    dateline: Dateline
    end: int


def _place_like(place: str, *, supported: bool, dash: str) -> bool:
    """Tell whether words before a dash are a place: capitals, a city with its country, or a city that stands alone."""
    words = place.replace(",", " ").replace("/", " ").split()
    head = place.split(",")[0]
    if is_city(head) or (head.count("/") == 1 and all(map(is_city, head.split("/")))):
        return not words[0][0].islower()
    if {word.lower() for word in words} & (NO_PLACE.union(WEEKDAYS)):
        return False
    small = sum(word[0].islower() for word in words)
    if small > 1 or words[0][0].islower():
        return False
    if supported:
        return True
    if dash == ":":
        return False
    return (head.isupper() and len(head) > 3) or ("," in place and len(words) <= 4 and small == 0)


def _agency(printed: str | None, place: str) -> str | None:
    """Return the agency in a dateline's brackets; one that no table knows only where it cannot be a country."""
    if not printed:
        return None
    unknown = printed if ("," in place or place.isupper()) and UNKNOWN.fullmatch(printed) else None
    return agency_in(printed) or unknown


def opening(words: str, published: str | None = None) -> Opening | None:
    """Return the dateline at the start of a paragraph, with where it ends, or None.

    Args:
        words: the paragraph; only its first 160 characters are read.
        published: publication day, ISO 8601, that gives a dateline's day its year.
    """
    head = words[:160]
    if found := _AGENCY_ONLY.match(head):
        agency = agency_in(found["agency"])
        return Opening(Dateline(agency=agency), found.end()) if agency else None
    found = _OPENING.match(head)
    if not found:
        return _undashed(head, published)
    agency = _agency(found["agency"], found["place"])
    day = found["day"] or found["late"]
    iso = (day_in(day) or month_day_in(day, published)) if day else None
    if found["agency"] and not agency:
        return None
    dash = found["dash"].strip()
    if not _place_like(found["place"], supported=bool(agency or iso), dash=dash):
        return None
    return Opening(Dateline(place=_whole(found["place"]), agency=agency, day=iso), found.end())


def _undashed(head: str, published: str | None) -> Opening | None:
    """Return a dateline that no dash ends: an agency that is known must stand in it."""
    found = _SLASHED.match(head) or _UNDASHED.match(head)
    if not found:
        return None
    agency = agency_in(found["agency"] or found.groupdict().get("other") or "")
    if not agency or not _place_like(found["place"], supported=True, dash=""):
        return None
    iso = (day_in(found["day"]) or month_day_in(found["day"], published)) if found["day"] else None
    return Opening(Dateline(place=_whole(found["place"]), agency=agency, day=iso), found.end())


def _whole(place: str) -> str:
    """Return a place less the marks about it; the point of `Ore.` stays, that of `Ukraine.` goes."""
    place = place.strip(" ,-–—")
    return place[:-1] if place.endswith(".") and len(place.split()[-1]) > _LONGEST_SHORT else place


def is_city(words: str) -> bool:
    """Tell whether words are a city that datelines print alone."""
    return words.lower() in CITIES


def alone(line: str, published: str | None = None) -> Dateline | None:
    """Return the dateline that a short line consists of (`Kyiv, Ukraine –`, `KYIV, Ukraine (AP)`), or None."""
    line = line.strip()
    found = _ALONE.match(line) if len(line) <= 80 else None
    if not found:
        return None
    agency = _agency(found["agency"], found["place"])
    iso = (day_in(found["day"]) or month_day_in(found["day"], published)) if found["day"] else None
    dashed = line[-1] in "—–-|"
    if found["agency"] and not agency:
        return None
    if not _place_like(found["place"], supported=bool(agency or (iso and dashed)), dash="—" if dashed else ":"):
        return None
    if not (dashed or agency):
        return None
    return Dateline(place=_whole(found["place"]), agency=agency, day=iso)
