"""A claim as a line of text: what is said, who is first-hand, who heard it, who relays and who carries it."""

from collections.abc import Sequence
from typing import Final

from copydesk.records import Claim, ClaimMark, Origin

MARKS: Final[dict[ClaimMark, str]] = {
    "single-origin": "one origin",
    "unnamed-only": "unnamed sources alone",
    "one-page": "on one page alone",
    "not-told": "the pages name no source",
}
STATUS: Final = {
    "stands": "",
    "disputed": "disputed",
    "denied": "denied",
    "superseded": "superseded by a later figure",
}
FIRST_HAND: Final = {
    "said": "",
    "document": ", a document",
    "saw": ", which saw it",
    "own-word": ", which names no source",
}
FILTERS: Final = {
    "single-origin": "one origin",
    "unnamed-only": "unnamed sources alone",
    "one-page": "on one page alone",
    "not-told": "no source named",
    "disputed": "denied or disputed",
}
"""What lists of claims can be narrowed to, in words."""
_NAMES: Final = 4
"""Names that a line lists; more are counted."""


def behind_words(claim: Claim) -> str:
    """Return who stands behind a claim, as the second half of a sentence: `police (told AFP); carried by 9 pages`."""
    who = "; ".join(_origin(origin) for origin in claim.origins[:_NAMES]) or "no page says who is first-hand"
    own = {origin.name for origin in claim.origins if origin.kind == "own"}
    heard = [_plain(name) for name in claim.heard_by if name not in own]
    kinds = {origin.first_hand for origin in claim.origins}
    how = "heard" if kinds - {"document"} else "read" if kinds else "reported"
    parts = [f"{who} ({how} by {_listed(heard)})" if heard else who]
    if claim.relayed_by:
        parts.append(f"relayed by {_listed([_plain(name) for name in claim.relayed_by])}")
    if claim.carriers:
        parts.append(f"carried by {claim.carriers:,} page{'' if claim.carriers == 1 else 's'}")
    parts += _altered(claim)
    return "; ".join(parts)


def sentence(claim: Claim) -> str:
    """Return a claim and who stands behind it as one sentence."""
    return f"{claim.claim.rstrip('.')}: {behind_words(claim)}."


def matches(claim: Claim, only: str | None) -> bool:
    """Return whether a claim is listed under one of the filters; None or an empty one lets all through."""
    if only == "disputed":
        return claim.status in ("disputed", "denied")
    return not only or only in claim.marks


def remarks(claim: Claim) -> list[str]:
    """Return what a reader should know before leaning on a claim, in words."""
    marks = [MARKS[mark] for mark in claim.marks]
    return [word for word in (STATUS[claim.status], *marks) if word]


def _origin(origin: Origin) -> str:
    return _plain(origin.name) + FIRST_HAND[origin.first_hand]


def _plain(newsroom: str) -> str:
    """Return a newsroom's name without the short form behind it."""
    return newsroom.partition(" (")[0] if newsroom.endswith(")") else newsroom


def _altered(claim: Claim) -> list[str]:
    changed = [page.altered for page in claim.pages if page.altered]
    figures = [item.after for items in changed for item in items if item.kind == "number" and item.after]
    if len(changed) == 1 and len(figures) == 1:
        return [f"one says {figures[0]}"]
    if not changed:
        return []
    kinds = list(dict.fromkeys(item.kind for items in changed for item in items))
    pages = "1 page" if len(changed) == 1 else f"{len(changed):,} pages"
    return [f"{pages} changed its {_listed([kind.replace('-', ' ') for kind in kinds])}"]


def _listed(names: Sequence[str]) -> str:
    shown = list(names[:_NAMES])
    if len(names) > _NAMES:
        shown.append(f"{len(names) - _NAMES:,} more")
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)
