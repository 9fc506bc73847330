"""The place that a place lies in, where the page says so: "Nairobi, Kenya", "Tripoli, in northern Lebanon"."""

from itertools import zip_longest

from copydesk.english.place_words import QUARTERS
from copydesk.language.document import Document
from copydesk.reading.entities.mentions import Mention

_NEAR = 4  # words between a place and the one that it lies in
_LIES_IN = QUARTERS | {",", "in", "the"}


def with_outer_places(document: Document, mentions: list[Mention]) -> list[Mention]:
    """Return mentions, those of places with the place that they are said to lie in."""
    return [
        _placed(document, mention, after) if mention.type == "PLACE" else mention
        for mention, after in zip_longest(mentions, mentions[1:])
    ]


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
    return rest if first in QUARTERS and rest else name
