"""Which place a name means: the gazetteer's candidates, weighed by what else the page names. Unsure is None."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from copydesk.reading.gazetteer import Candidate, candidates, country_of
from copydesk.records import Place

_MARGIN = 0.5
_BASE = {"country": 8.6, "state": 6.3}
_CAPITAL = 2.0
_OTHER_SPELLING = 1.5
_NAMED_NEAR_BY = 2.0
_LEAST = 5.0


class Context:
    """The countries and states that a page names, and how often."""

    def __init__(self, names: Iterable[str], dateline: str | None = None) -> None:
        """Take the names of places on the page, each as often as it occurs, and the dateline's place."""
        self.countries: Counter[str] = Counter()
        self.states: Counter[str] = Counter()
        for name, weight in [*((n, 1) for n in names), *((part, 3) for part in (dateline or "").split(","))]:
            found = candidates(name.strip())
            if country := country_of(name.strip()):
                self.countries[country] += weight
            elif found and found[0].level == "state":
                self.states[found[0].state or ""] += weight
            elif found and found[0].exact and found[0].population > 1_000_000 and found[0].place.country:
                self.countries[found[0].place.country] += weight

    def near(self, candidate: Candidate) -> float:
        """Return how much the page's other places speak for a candidate, 0 to 2."""
        if candidate.level == "country":
            return 0.0
        if candidate.state and self.states[candidate.state]:
            return _NAMED_NEAR_BY
        total = self.countries.total()
        share = self.countries[candidate.place.country or ""] / total if total else 0.0
        return _NAMED_NEAR_BY * min(1.0, 2 * share)


def locate(name: str, context: Context, within: str | None = None) -> Place | None:
    """Return the place that a name means on a page, or None when there is no place by that name or too much doubt.

    Args:
        name: as the page writes it.
        context: what else the page names.
        within: the place written right after it ("Paris, Texas"), if any.
    """
    found: Sequence[Candidate] = candidates(name)
    if within and (inside := _within(found, within)):
        found = inside
    scored = sorted(((_score(c, context), c) for c in found), key=lambda pair: -pair[0])
    if not scored or (scored[0][0] < _LEAST and not within):
        return None
    best = scored[0][1].place
    for score, other in scored[1:]:
        if other.place.geonames != best.geonames:
            return best if scored[0][0] - score >= _MARGIN else None
    return best


def _score(candidate: Candidate, context: Context) -> float:
    near = context.near(candidate)
    if candidate.level != "city":
        return _BASE[candidate.level] + near
    if not candidate.exact and not near:
        return 0.0  # another spelling of a far place: White House is an old name of Casablanca
    size = math.log10(max(candidate.population, 10)) + _CAPITAL * candidate.capital
    return size + near - (0 if candidate.exact else _OTHER_SPELLING)


def _within(found: Sequence[Candidate], outer: str) -> list[Candidate]:
    """Return the candidates that lie in the place named after them."""
    country = country_of(outer)
    states = {c.state for c in candidates(outer) if c.level == "state"}
    return [
        c for c in found
        if c.level == "city" and ((country and c.place.country == country) or (c.state and c.state in states))
    ]  # fmt: skip
