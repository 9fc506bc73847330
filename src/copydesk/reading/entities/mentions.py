"""Names as the model finds them to mentions: one type for one name on a page."""

from collections import Counter
from typing import NamedTuple, cast

from copydesk.language.document import Document
from copydesk.records import EntityType, Span

_EVENTS = frozenset(
    ("war", "battle", "cup", "games", "olympics", "festival", "championship", "championships", "conference",
     "summit", "election", "elections", "marathon", "revolution", "uprising", "massacre", "holocaust", "final",
     "finals", "league", "prix", "hurricane", "typhoon", "cyclone", "earthquake", "exposition", "expo", "biennale",
     "parade", "awards", "forum", "carnival", "tournament", "ceasefire", "genocide", "rebellion", "intifada",
     "pandemic")
)  # fmt: skip
_WORKS = frozenset(
    ("act", "code", "constitution", "treaty", "agreement", "accord", "accords", "convention", "protocol", "report",
     "diary", "bible", "quran", "koran", "gospel", "book", "novel", "film", "movie", "song", "album", "series",
     "show", "charter", "declaration", "bill")
)  # fmt: skip
_CERTAIN = 5.0  # what a dateline's word for a type counts, in model's probabilities
_QUOTES = "\"“”‘’'"
_POSSESSIVE = ("'s", "’s")


class Mention(NamedTuple):
    """One name in the text: words `[start, end)`, its span, its name without an owner's mark, its type.

    `within` is the place named right after it ("Paris, Texas"), if any.
    """

    start: int
    end: int
    span: Span
    name: str
    type: EntityType
    within: str | None = None


class Dateline(NamedTuple):
    """Where the dateline stands in the text, and the names in it."""

    span: Span
    mentions: tuple[Mention, ...]


def mentions_of(document: Document, dateline: Dateline | None = None) -> list[Mention]:
    """Return the mentions of a document in order; a name that gets two types on one page gets the likelier one.

    Args:
        document: what the language model says.
        dateline: the names in the dateline, which stand for whatever the model found there.
    """
    raw = [(mention, _CERTAIN) for mention in dateline.mentions] if dateline else []
    for start, end, kind, score in document.names:
        while end > start + 1 and document.word(end - 1) in (*_POSSESSIVE, "'", "’"):
            end -= 1
        span = document.span(start, end)
        if dateline and span[0] < dateline.span[1] and dateline.span[0] < span[1]:
            continue
        name = " ".join(document.text[slice(*span)].split())
        found = kind if kind != "MISC" else _kind_of_other(document, start, end)
        if found:
            raw.append((Mention(start, end, span, name, cast(EntityType, found)), score))
    raw.sort(key=lambda found: found[0].start)
    votes = _votes(raw)
    return [mention._replace(type=votes[mention.name.casefold()].most_common(1)[0][0]) for mention, _ in raw]


def _votes(mentions: list[tuple[Mention, float]]) -> dict[str, Counter[EntityType]]:
    """Return how much speaks for each type of each name; a person's full name speaks for the family name too."""
    votes: dict[str, Counter[EntityType]] = {}
    for mention, score in mentions:
        name = mention.name.casefold()
        votes.setdefault(name, Counter())[mention.type] += score  # type: ignore[assignment]
        family = name.rpartition(" ")[2]
        if mention.type == "PERSON" and family != name:
            votes.setdefault(family, Counter())["PERSON"] += score  # type: ignore[assignment]
    return votes


def _kind_of_other(document: Document, start: int, end: int) -> str | None:
    """Return EVENT or WORK for a name of another kind where its words or quotation marks say so, else None."""
    words = {document.word(i).lower() for i in range(start, end)}
    if words & _EVENTS:
        return "EVENT"
    if words & _WORKS:
        return "WORK"
    quoted = start > 0 and end < len(document) and document.word(start - 1) in _QUOTES and document.word(end) in _QUOTES
    return "WORK" if quoted else None
