"""Which place a name means: the gazetteer's candidates, weighed by what else the page names. Unsure is None."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from copydesk.reading.gazetteer import Candidate, candidates, country_of, key
from copydesk.records import Place

_MARGIN = 0.5
_MARGIN_AGAINST_THE_PAGE = 1.0
_BASE = {"country": 8.6, "state": 6.3}
_CONTESTED = 7.0
_CAPITAL = 2.0
_OTHER_SPELLING = 1.5
_NAMED_NEAR_BY = 2.0
_LEAST = 5.0
_DATELINE = 3
_KNOWN = 100_000
_CLEAR = 10
"""A city speaks for its country if it has so many people, and so many times those of the next one by its name."""


class _Region(NamedTuple):
    """A country, and a state of the USA or none."""

    country: str
    state: str | None = None


class Context:
    """The countries and states that a page's names of places speak for, and how often."""

    def __init__(self, names: Iterable[str], dateline: str | None = None) -> None:
        """Take the names of places on the page, each as often as it occurs, and the dateline's place."""
        self._said: dict[str, tuple[_Region, int]] = {}
        for name, weight in Counter(names).items():
            self._add(name, weight)
        for part in (dateline or "").split(","):
            self._add(part, _DATELINE)
        self._countries: Counter[str] = Counter()
        self._states: Counter[str] = Counter()
        for region, weight in self._said.values():
            self._countries[region.country] += weight
            if region.state:
                self._states[region.state] += weight
        self._total = self._countries.total()

    def _add(self, name: str, weight: int) -> None:
        if region := _region_of(name.strip()):
            before = self._said.get(key(name.strip()), (region, 0))[1]
            self._said[key(name.strip())] = (region, before + weight)

    def near(self, candidate: Candidate, name: str) -> float:
        """Return how much the page's other names of places speak for a candidate for one of them, 0 to 2."""
        own, weight = self._said.get(key(name), (_Region(""), 0))
        state, country = candidate.state, candidate.place.country or ""
        if state and self._states[state] > weight * (own.state == state):
            return _NAMED_NEAR_BY
        total = self._total - weight
        others = self._countries[country] - weight * (own.country == country)
        return _NAMED_NEAR_BY * min(1.0, 2 * others / total) if total else 0.0


def _region_of(name: str) -> _Region | None:
    """Return the country or state that a name names or surely lies in; None where that is open."""
    found = candidates(name)
    if country := country_of(name):
        return None if any(c.level == "state" for c in found) else _Region(country)
    exact = [c for c in found if c.exact]
    regions = [c for c in exact if c.level != "city"]
    cities = [c for c in exact if c.level == "city"]
    if regions and not any(c.population > _KNOWN for c in cities):
        return _Region(regions[0].place.country or "", regions[0].state) if len(regions) == 1 else None
    if regions or not cities or cities[0].population < _KNOWN:
        return None
    if len(cities) > 1 and cities[0].population < _CLEAR * cities[1].population:
        return None
    return _Region(cities[0].place.country or "", cities[0].state)


def locate(name: str, context: Context, within: str | None = None) -> Place | None:
    """Return the place that a name means on a page, or None when there is no place by that name or too much doubt.

    Args:
        name: as the page writes it.
        context: what else the page names.
        within: the place that the page says it lies in ("Paris, Texas"), if any.
    """
    found: Sequence[Candidate] = candidates(name)
    if within and (inside := _within(found, within)):
        found = inside
    regions = [c for c in found if c.level != "city"]
    near = {id(c): context.near(c, name) if c.level != "country" or len(regions) > 1 else 0.0 for c in found}
    scored = sorted(((_score(c, near[id(c)], len(regions) > 1), c) for c in found), key=lambda pair: -pair[0])
    if not scored or (scored[0][0] < _LEAST and not within):
        return None
    if regions and regions[0].level == "country" and len(regions) == 1:  # Singapore, Luxembourg: not the city in it
        scored = [(s, c) for s, c in scored if c.level == "country" or c.place.country != regions[0].place.country]
    top, best = scored[0]
    for score, other in scored[1:]:
        against = near[id(other)] > near[id(best)]
        if other.place.geonames != best.place.geonames:
            return best.place if top - score >= (_MARGIN_AGAINST_THE_PAGE if against else _MARGIN) else None
    return best.place


def _score(candidate: Candidate, near: float, contested: bool) -> float:
    if candidate.level != "city":
        return (_CONTESTED if contested else _BASE[candidate.level]) + near
    if not candidate.exact and not near:
        return 0.0  # another spelling of a far place: White House is an old name of Casablanca
    size = math.log10(max(candidate.population, 10)) + _CAPITAL * candidate.capital
    return size + near - (0 if candidate.exact else _OTHER_SPELLING)


def _within(found: Sequence[Candidate], outer: str) -> list[Candidate]:
    """Return the candidates that lie in the place named after them."""
    country = country_of(outer)
    regions = [c for c in candidates(outer) if c.level == "state"]
    states = {c.state for c in regions if c.state}
    parts = {c.place.country for c in regions if not c.state}
    return [
        c for c in found
        if c.level == "city"
        and (c.place.country in parts or (country and c.place.country == country) or (c.state and c.state in states))
    ]  # fmt: skip
