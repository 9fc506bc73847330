"""Which place a name means: the gazetteer's candidates, weighed by what else the page names. Unsure is None."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from copydesk.english.place_words import DIVISIONS
from copydesk.reading.gazetteer import PlaceCandidate, candidates, country_of, key
from copydesk.records import Place

_MARGIN = 0.5  # how much the best place must lead, in powers of ten of people
_MARGIN_AGAINST_THE_PAGE = 1.0  # the same where the page speaks more for the other
_COUNTRY = 8.6  # what a country's name counts
_DIVISION = 6.3  # what a division's name counts, at most
_CONTESTED = 7.0  # what a name counts that is a country's and a well-known division's
_CAPITAL = 2.0  # what a capital counts more
_OTHER_SPELLING = 1.5  # what a place counts less that has another name of its own
_NAMED_NEAR_BY = 2.0  # what a place counts more whose country or division the page names
_NAME_ALONE = 0.75
"""How much less the bare name of a country speaks for one of its divisions than a town or division in it does."""
_LEAST = 5.0  # under which no place is told: a town of 100,000
_DATELINE = 3  # how often a dateline's place counts as named
_KNOWN = 100_000  # people of a city that is known
_WELL_KNOWN = 5_000_000  # people of a division that is well known
_RIVAL = 5
"""A country's name is contested by a well-known division unless the country has so many times its people."""
_CLEAR = 10
"""A city speaks for its country if it has so many people, and so many times those of the next one by its name."""


class _Region(NamedTuple):
    """A country, and one of its divisions (ISO 3166-2) or none."""

    country: str
    division: str | None = None


class PlaceContext:
    """The countries and divisions that a page's names of places speak for, and how often."""

    def __init__(self, names: Iterable[str], dateline: str | None = None) -> None:
        """Take the names of places on the page, each as often as it occurs, and the dateline's place."""
        self._said: dict[str, tuple[_Region, int]] = {}
        for name, weight in Counter(names).items():
            self._add(name, weight)
        for part in (dateline or "").split(","):
            self._add(part, _DATELINE)
        self._countries: Counter[str] = Counter()
        self._divisions: Counter[str] = Counter()
        self._named: Counter[str] = Counter()
        for region, weight in self._said.values():
            self._countries[region.country] += weight
            if region.division:
                self._divisions[region.division] += weight
            else:
                self._named[region.country] += weight
        self._total = self._countries.total()

    def _add(self, name: str, weight: int) -> None:
        if region := _region_of(name.strip()):
            before = self._said.get(key(name.strip()), (region, 0))[1]
            self._said[key(name.strip())] = (region, before + weight)

    def near(self, candidate: PlaceCandidate, name: str) -> float:
        """Return how much the page's other names of places speak for a candidate for one of them, 0 to 2."""
        own, weight = self._said.get(key(name), (_Region(""), 0))
        division, country = candidate.place.division, candidate.place.country or ""
        if division and self._divisions[division] > weight * (own.division == division):
            return _NAMED_NEAR_BY
        total = self._total - weight
        others: float = self._countries[country] - weight * (own.country == country)
        if candidate.level == "division":  # "the U.S. envoy" says little of the state of Georgia, Atlanta much
            others -= _NAME_ALONE * (self._named[country] - weight * (own == _Region(country)))
        return _NAMED_NEAR_BY * min(1.0, 2 * others / total) if total else 0.0


def _region_of(name: str) -> _Region | None:
    """Return the country or division that a name names or surely lies in; None where that is open."""
    found = candidates(name)
    if country := country_of(name):
        return None if _contested([c for c in found if c.exact]) else _Region(country)
    exact = [c for c in found if c.exact]
    regions = [c for c in exact if c.level != "city"]
    cities = [c for c in exact if c.level == "city"]
    if regions and not any(c.population > _KNOWN for c in cities):
        return _Region(regions[0].place.country or "", regions[0].place.division) if len(regions) == 1 else None
    if regions or not cities or cities[0].population < _KNOWN:
        return None
    if len(cities) > 1 and cities[0].population < _CLEAR * cities[1].population:
        return None
    return _Region(cities[0].place.country or "", cities[0].place.division)


def locate(name: str, context: PlaceContext, within: str | None = None) -> Place | None:
    """Return the place that a name means on a page, or None when there is no place by that name or too much doubt.

    Args:
        name: as the page writes it.
        context: what else the page names.
        within: the place that the page says it lies in ("Paris, Texas"), if any.
    """
    found: Sequence[PlaceCandidate] = candidates(name)
    inside = _within(found, within) if within else []
    found = inside or [c for c in found if not _lacks_article(c, name)]
    regions = [c for c in found if c.level != "city"]
    contested = _contested(regions)
    near = {id(c): context.near(c, name) if c.level != "country" or contested else 0.0 for c in found}
    scored = sorted(((_score(c, near[id(c)], contested), c) for c in found), key=lambda pair: -pair[0])
    if not scored or (scored[0][0] < _LEAST and not inside):
        return None
    if regions and regions[0].level == "country" and not contested:  # Singapore, Luxembourg: not the city in it
        scored = [(s, c) for s, c in scored if c.level == "country" or c.place.country != regions[0].place.country]
    top, best = scored[0]
    for score, other in scored[1:]:
        against = near[id(other)] > near[id(best)]
        if other.place.geonames != best.place.geonames:
            return best.place if top - score >= (_MARGIN_AGAINST_THE_PAGE if against else _MARGIN) else None
    return best.place


def division_of(name: str, context: PlaceContext, within: str | None = None) -> Place | None:
    """Return the first-level division that a name with or without its kind means, "Kherson province" or "Kherson".

    News calls an oblast a province or a region; whichever the table has, it is the same. None where two countries have
    one of that name, or another has a known town of it, and the page speaks for neither; None, too, where the country
    that it is said to lie in has none.

    Args:
        name: as the page writes it.
        context: what else the page names.
        within: the country that the page says it lies in ("Punjab province, India"), if any.
    """
    country = country_of(within) if within else None
    words = name.split()
    base = " ".join(words[:-1]) if len(words) > 1 and words[-1].lower() in DIVISIONS else name
    forms = (base, *(f"{base} {kind}" for kind in sorted(DIVISIONS)))
    found = {
        c.place.geonames: c
        for form in forms
        for c in candidates(form)
        if c.level == "division" and c.exact and country in (None, c.place.country)
    }
    towns = {c.place.country for c in candidates(base) if c.level == "city" and c.exact and c.population > _KNOWN}
    if len(found) == 1 and not (towns - {c.place.country for c in found.values()} and country is None):
        return next(iter(found.values())).place
    near = [c.place for c in found.values() if context.near(c, name)]
    return near[0] if len(near) == 1 else None


def _lacks_article(candidate: PlaceCandidate, name: str) -> bool:
    """Tell whether a small town has an article in its name that the page leaves out: the Valley is not The Valley."""
    with_article = candidate.place.name.startswith("The ") and not name.startswith("The ")
    return with_article and candidate.level == "city" and candidate.population < _KNOWN


def _contested(found: Sequence[PlaceCandidate]) -> bool:
    """Tell whether a name means two countries, or a country and a division that is as well known (Georgia)."""
    countries = [c for c in found if c.level == "country"]
    rivals = [c for c in found if c.level == "division" and c.exact and c.population >= _WELL_KNOWN]
    return len(countries) > 1 or any(c.population < _RIVAL * r.population for c in countries for r in rivals)


def _score(candidate: PlaceCandidate, near: float, contested: bool) -> float:
    if candidate.level == "country":
        return (_CONTESTED if contested else _COUNTRY) + near
    if candidate.level == "division" and candidate.exact:
        known = candidate.population >= _WELL_KNOWN
        return (_CONTESTED if contested and known else min(_DIVISION, math.log10(max(candidate.population, 10)))) + near
    if not candidate.exact and not near:
        return 0.0  # another spelling of a far place: White House is an old name of Casablanca
    size = math.log10(max(candidate.population, 10)) + _CAPITAL * candidate.capital
    return size + near - (0 if candidate.exact else _OTHER_SPELLING)


def _within(found: Sequence[PlaceCandidate], outer: str) -> list[PlaceCandidate]:
    """Return the candidates that lie in the place named after them."""
    country = country_of(outer)
    divisions = {c.place.division for c in candidates(outer) if c.level == "division"}
    return [
        c for c in found
        if c.level == "city"
        and ((country and c.place.country == country) or (c.place.division and c.place.division in divisions))
    ]  # fmt: skip
