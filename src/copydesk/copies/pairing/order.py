"""Which of two pages of one text came first: evidence of origin before wording.

Each piece of evidence counts in units of log odds. The sum is what is said; where it is under `TOLD` no order is told.
"""

import math
from datetime import datetime
from typing import Final, NamedTuple

from copydesk.copies.copy_page import TracedPage, view_of
from copydesk.copies.pairing.alignment_measures import AlignedPair
from copydesk.copies.pairing.edit_traces import by_wording
from copydesk.copies.texts.origin import Provenance, names_house, same_source
from copydesk.copies.texts.text_words import stem, tokens
from copydesk.english.tolls import DEAD

TOLD: Final = 0.7
"""Confidence from which an order is told."""
NAMED: Final = 3.0
"""The one credits the other's house."""
OWN: Final = 2.2
"""The one is the agency's own page, of the text that the other credits or does not."""
ISSUED: Final = 2.4
"""The one is by a body that issues statements, and the other names that body: it tells what was issued."""
LOST: Final = 2.0
"""The one credits an agency, and the other, which names no source of its own, does not."""
EARLIER: Final = 1.8
"""The one was published before the other."""
NAMELESS: Final = 2.0
"""The other names neither house nor agency, nor when it appeared."""
REPORTED: Final = 1.0
"""The one names who wrote it, or its own sources, and the other does not."""
DAMAGED: Final = 0.8
"""The other has damage that rewriting leaves behind, for each kind, twice at most."""
LONGER: Final = 0.4
"""The other has less of the text, and nothing else tells."""
RISEN: Final = 1.2
"""The other counts more dead, and no origin tells."""
LOOKED: Final = 20_000
"""Characters in which the name of a house is looked for."""
HEAD: Final = 400
"""Characters in which such a count stands."""
WORDING: Final = 0.5
"""Share of the log odds of wording that count, where nothing else tells; at most `MOST_WORDING`."""
MOST_WORDING: Final = 1.2  # log odds that wording counts at most


class Order(NamedTuple):
    """How likely it is that the second page came from the first (.5 where nothing tells), and why, strongest first."""

    forward: float
    evidence: tuple[str, ...]

    def turned(self) -> "Order":
        """Return the same of the two pages exchanged."""
        return Order(1 - self.forward, self.evidence)


def order(a: TracedPage, b: TracedPage, pair: AlignedPair | None, closely: bool = False) -> Order:
    """Return whether `b` came from `a`.

    Args:
        a: the one page.
        b: the other.
        pair: their alignment, from `a` to `b`.
        closely: whether to look at the wording where nothing else tells; that takes some milliseconds.
    """
    found = [*_of_origin(a, b), *((-weight, why) for weight, why in _of_origin(b, a))]
    if when := _earlier(a.origin, b.origin):
        found.append(when)
    if not found and (risen := _risen(a, b)):
        found.append(risen)
    logit = sum(weight for weight, _ in found)
    if abs(logit) < math.log(TOLD / (1 - TOLD)) and pair is not None:
        m = pair.measures
        if abs(m.kept - m.copied) > 0.1:
            found.append((LONGER if m.copied > m.kept else -LONGER, "has less of the text"))
        if closely:
            chance = min(max(by_wording(view_of(a), view_of(b), pair.links), 1e-6), 1 - 1e-6)
            weight = max(-MOST_WORDING, min(MOST_WORDING, WORDING * math.log(chance / (1 - chance))))
            found.append((weight, "by what was put in and left out"))
        logit = sum(weight for weight, _ in found)
    told = sorted(found, key=lambda row: -abs(row[0]))
    agreeing = tuple(why for weight, why in told if weight * logit > 0 and abs(weight) >= 0.1)
    return Order(1 / (1 + math.exp(-max(-4.0, min(4.0, logit)))), agreeing)


def _risen(a: TracedPage, b: TracedPage) -> tuple[float, str] | None:
    """Return what the counts of the dead at the top say, where both texts have one: counts rise as news goes on."""
    one, other = _dead(a.plain), _dead(b.plain)
    if one is None or other is None or one == other:
        return None
    return (RISEN if one < other else -RISEN), "more are dead"


def _dead(text: str) -> int | None:
    """Return the first count of dead at the top of a text."""
    match = DEAD.search(text[:HEAD])
    if not match:
        return None
    word = (match["before"] or match["after"]).lower().replace(",", "")
    number = stem(word)
    return int(number) if number.isdigit() and len(number) < 7 else None


def _of_origin(a: TracedPage, b: TracedPage) -> list[tuple[float, str]]:
    """Return what the two pages' origins say for `b` being from `a`."""
    one, other = a.origin, b.origin
    found: list[tuple[float, str]] = []
    named = _names(other, one)
    if named and not _names(one, other):
        found.append((NAMED, f"credits {named}"))
    elif (
        one.own and not other.own and not (other.credited and not any(same_source(one.own, x) for x in other.credited))
    ):
        found.append((OWN, f"{one.house}'s own story"))
    elif (
        one.agency
        and not (other.agency or other.reported or other.reporters)
        and not names_house(one.agency, other.house)  # nobody credits himself
    ):
        told = any(same_source(one.agency, name) for name in (*other.told, *other.cited))
        how = "only named" if told else "in no way"
        found.append((LOST, f"{one.agency} is credited in one, {how} in the other"))
    if one.issuer and not other.issuer and one.house and _tells_of(b, one.house):
        found.append((ISSUED, f"tells what {one.house} issued"))
    if other.nameless and not one.nameless:
        found.append((NAMELESS, "names neither house nor agency, nor when it appeared"))
    if (one.reported or one.reporters) and not (other.reported or other.reporters or other.agency):
        found.append((REPORTED, "names no reporter, and the other does"))
    damage = set(other.damage) - set(one.damage)
    if damage:
        found.append((DAMAGED * min(2, len(damage)), f"damaged as by rewriting ({', '.join(sorted(damage))})"))
    return found


def _tells_of(page: TracedPage, house: str) -> bool:
    """Whether a text has all the words of a house's name, in whatever order."""
    words = {token.stem for token in tokens(house) if token.content}
    return len(words) > 1 and words <= {token.stem for token in tokens(page.plain[:LOOKED])}


def _names(copy: Provenance, source: Provenance) -> str | None:
    """Return the name under which one page credits, tells or cites the house of the other, whose own text that is."""
    if not source.house or (copy.house and same_source(copy.house, source.house)):
        return None
    if source.credited and not source.own:
        return None
    for name in (*copy.credited, *copy.told, *copy.cited):
        if name == source.own or names_house(name, source.house):
            return name
    return None


def _earlier(one: Provenance, other: Provenance) -> tuple[float, str] | None:
    """Return what the times of publication say, where both are known and differ."""
    if not one.day or not other.day:
        return None
    first, second = _moment(one.day), _moment(other.day)
    if first is None or second is None:
        size = min(len(one.day), len(other.day), 10)
        first_day, second_day = one.day[:size], other.day[:size]
        if size < 10 or first_day == second_day:
            return None
        return (EARLIER if first_day < second_day else -EARLIER), f"published {one.day} and {other.day}"
    if first == second:
        return None
    return (EARLIER if first < second else -EARLIER), f"published {one.day} and {other.day}"


def _moment(value: str) -> float | None:
    """Return a time as seconds, or None where only a day is given."""
    if len(value) <= 10:
        return None
    try:
        return datetime.fromisoformat(value).timestamp()
    except (ValueError, OverflowError, OSError):
        return None
