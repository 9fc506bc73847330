"""Full names of mentions that the model finds in part, as its corpus has them: their spans stay, their names grow.

The corpus marks no name inside a name: "Reserve Bank of" and "India", "European" and "Union" are two names there. And a
town may be one name with its country: "Nairobi, Kenya".
"""

from copydesk.language.document import Document
from copydesk.reading.entities.mentions import Mention

_LEADS_ON = frozenset(("of", "for"))
_BODIES = frozenset(
    ("union", "party", "parliament", "army", "council", "commission", "government", "senate", "congress", "ministry",
     "navy", "court", "league", "assembly", "bank", "church", "embassy", "guard", "association", "federation")
)  # fmt: skip
_NEAR = 4
_QUARTERS = frozenset(
    ("northern", "southern", "eastern", "western", "central", "northeastern", "northwestern", "southeastern",
     "southwestern", "north", "south", "east", "west", "upstate", "coastal", "rural")
)  # fmt: skip
_LIES_IN = _QUARTERS | {",", "in", "the"}


def with_full_names(document: Document, mentions: list[Mention]) -> list[Mention]:
    """Return mentions with the names that their neighbours complete, and the place that a place lies in."""
    out = []
    for i, mention in enumerate(mentions):
        following = mentions[i + 1] if i + 1 < len(mentions) else None
        before = mentions[i - 1] if i else None
        if mention.type == "PLACE":
            out.append(_placed(document, mention, following))
        elif mention.type == "ORG":
            out.append(_completed(document, mention, before, following))
        else:
            out.append(mention)
    return out


def _placed(document: Document, mention: Mention, following: Mention | None) -> Mention:
    """Return a place with the one named after a comma, within its own words or after them: "Paris, Texas"."""
    town, comma, outer = mention.name.partition(",")
    if comma and town.strip() and outer.strip():
        return mention._replace(name=town.strip(), within=outer.strip())
    if following is None or following.type != "PLACE" or following.start - mention.end > _NEAR:
        return mention
    between = {document.word(i).casefold() for i in range(mention.end, following.start)}
    if between == {","} or (between - {","} and between <= _LIES_IN and "in" in between):
        return mention._replace(within=_bare(following.name.partition(",")[0].strip()))
    return mention


def _bare(name: str) -> str:
    """Return the name of a place without the quarter of it that is meant: Lebanon for northern Lebanon."""
    first, _, rest = name.partition(" ")
    return rest if first in _QUARTERS and rest else name


def _completed(document: Document, mention: Mention, before: Mention | None, following: Mention | None) -> Mention:
    """Return an organization with the name before it or after it that is part of its own."""
    start, end = mention.start, mention.end
    last = document.word(end - 1).casefold()
    if following is not None and last in (*_LEADS_ON, "the"):
        skipped = following.start - end
        if skipped == 0 or (skipped == 1 and document.word(end).casefold() == "the"):
            end = following.end
    first = document.word(start).casefold()
    if before is not None and before.end == start and before.type in ("NORP", "PLACE") and first in _BODIES:
        start = before.start
    if (start, end) == (mention.start, mention.end):
        return mention
    return mention._replace(name=" ".join(document.text[slice(*document.span(start, end))].split()))
