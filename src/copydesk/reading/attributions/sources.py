"""Who stands behind a claim: the kind of source, and the entity, pronouns included.

Rules over the words of the source, the page's entities and the sources before it. A pronoun takes the kind and the
entity of what it stands for: a relative pronoun of the words before it, `he` of the last person who spoke or was named,
`it` of the last organization or document, `they` of the last group.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final, NamedTuple

from copydesk.reading.attributions import nouns
from copydesk.records import Entity, SourceKind, Span

_CUT: Final = re.compile(
    r",(?=\s|$)|\(| -- | [–—-] | (?:who|whom|whose|which|that|of|from|in|at|for|with|on|to|by|about"
    r"|speaking|working|briefed|aware|close|familiar|inside|among|like|present|involved|led|including|based|near|under|against|within"
    r"|made|released|published|written|filed|conducted|obtained|issued|signed|posted)\b"
    r"| (?:and|or) (?=[A-Z]|the |an? |his |her |their |other )"
)
_ENDS_NAME: Final = re.compile(r"\s*(?:$|[,(—–-]|(?:who|whose|and|of|in|from|at|for|to|with)\b)")
_WORD: Final = re.compile(r"[^\s,;:()\[\]“”\"]+")
_POSSESSIVE: Final = re.compile(r"(?:['’]s|s['’])$")
_DETERMINERS: Final = frozenset(("the", "a", "an", "this", "that", "these", "those", "some", "many", "most", "several"))
_PERSONAL: Final = frozenset(("his", "her", "their", "my", "our", "your", "its"))
CARRY_PARAGRAPHS: Final = 4


class Behind(NamedTuple):
    """The kind of a source and the entity behind it."""

    kind: SourceKind
    entity: Entity | None


class Page(NamedTuple):
    """What the rules look up: text, entities' mentions in order, names of persons, who is meant by a description."""

    text: str
    mentions: tuple[tuple[Span, Entity], ...]
    persons: frozenset[str]
    described: dict[Span, Entity]

    def within(self, start: int, end: int) -> tuple[tuple[Span, Entity], ...]:
        """Return the mentions that begin in `[start, end)`."""
        first = bisect_left(self.mentions, start, key=lambda mention: mention[0][0])
        last = bisect_left(self.mentions, end, lo=first, key=lambda mention: mention[0][0])
        return self.mentions[first:last]


def page_of(text: str, entities: Sequence[Entity]) -> Page:
    """Return a text with its entities set out for the rules."""
    mentions = sorted(((mention, entity) for entity in entities for mention in entity.mentions), key=lambda m: m[0])
    persons = {word for (start, end), entity in mentions if entity.type == "PERSON" for word in text[start:end].split()}
    described = {span: entity for entity in entities for span in entity.descriptions}
    return Page(text, tuple(mentions), frozenset(persons), described)


def behind(page: Page, spans: tuple[Span, ...], before: Sequence[tuple[Span, Behind]]) -> Behind:
    """Return the kind of source that the words name and the entity behind it.

    Args:
        page: the text and its entities.
        spans: the source's pieces; none means there is no source.
        before: the sources that stand before it on the page, with what is behind them, in order.
    """
    if not spans:
        return Behind("none", None)
    start, end = spans[0][0], spans[-1][1]
    words = _WORD.findall(page.text[start:end])
    if len(words) <= 1:
        word = _POSSESSIVE.sub("", words[0]).lower() if words else ""
        if word in nouns.RELATIVES and (found := _relative(page, start, before)):
            return found
        if word in nouns.PERSON_PRONOUNS | nouns.GROUP_PRONOUNS | nouns.THING_PRONOUNS:
            return _pronoun(page, word, start, before)
    return _by_words(page, (start, end))


def _by_words(page: Page, span: Span) -> Behind:
    start, end = span
    head_end = _head_end(page, span)
    tail = page.text[start:head_end].rstrip(" ,")
    if described := page.described.get((start, start + len(tail))) or page.described.get(span):
        return Behind("named-person", described)
    entity = _entity_at(page, start, head_end)
    head = page.text[start:head_end].strip(" ,.'’\"“”")
    tokens = [_POSSESSIVE.sub("", word) for word in _WORD.findall(head)] or [head]
    last = tokens[-1]
    person = entity if entity is not None and entity.type == "PERSON" else None
    if person is None and entity is None:
        person = next(
            (
                e
                for (s, t), e in page.within(start, end)
                if t <= end and e.type == "PERSON" and _apposed(page.text, start, end, (s, t))
            ),
            None,
        )
    if person is not None:
        return Behind("named-person", person)
    return Behind(_kind(page, tokens, last, entity), entity)


def _kind(page: Page, tokens: list[str], last: str, entity: Entity | None) -> SourceKind:
    low = last.lower()
    one = nouns.singular(last)
    first = tokens[0].lower()
    capital = last[:1].isupper() or (last[:1].isdigit() and len(tokens) > 1)
    if entity is not None:
        several = first in _DETERMINERS and len(tokens) == 2 and nouns.is_plural(last)
        if entity.type == "ORG" and capital and (several or one in ("democrat", "republican")):
            return "anonymous-group"
        if entity.type == "ORG" and capital:
            return "media" if _is_media(tokens) else "named-organization"
        if entity.type == "PLACE" and capital:
            return "named-organization"
        if entity.type == "NORP" and capital:
            return "anonymous-group" if nouns.is_plural(last) else "anonymous-person"
        if entity.type == "WORK" and capital:
            return "document"
    common = low in nouns.GROUPS or one in nouns.DOCUMENTS | nouns.ORGANIZATIONS
    common = common or (nouns.is_plural(last) and one in nouns.PERSONS | nouns.ROLES)
    if not capital or (len(tokens) == 1 and common):
        return _by_noun(low, one, first, tokens)
    if _is_media(tokens):
        return "media"
    if one in nouns.ORGANIZATIONS or any(token.lower() in nouns.ORGANIZATIONS for token in tokens):
        return "named-organization"
    if one in nouns.DOCUMENTS or nouns.singular(tokens[0]) in nouns.DOCUMENTS:
        return "document"
    if nouns.is_plural(last) and (
        first in _DETERMINERS or one in ("republican", "democrat") or nouns.singular(last) in nouns.PERSONS
    ):
        return "anonymous-group"
    if last.isupper() and 1 < len(last) <= nouns.ACRONYM_LENGTH and last not in page.persons:
        return "named-organization"
    if first in ("a", "an", "one", "another"):
        return "anonymous-person"
    if first == "the" and len(tokens) > 2 and all(token[:1].isupper() for token in tokens[1:]):
        return "named-organization"
    return "named-person"


def _by_noun(low: str, one: str, first: str, tokens: list[str]) -> SourceKind:
    if _is_media(tokens):
        return "media"
    if one in nouns.MEDIA:
        return "media"
    if one in nouns.DOCUMENTS:
        return "document"
    if (
        low in nouns.GROUPS
        or (first in nouns.GROUPS and first not in ("all",))
        or (first.rstrip("%").isdigit() and len(tokens) > 1)
    ):
        return "anonymous-group"
    if nouns.is_plural(low):
        return "anonymous-group"
    if one in nouns.ORGANIZATIONS:
        return "named-organization"
    if (
        first in ("the", "this")
        and one not in nouns.PERSONS
        and (one in nouns.ROLES or low.endswith(("er", "or", "ist", "-old")))
    ):
        return "named-person"
    if first == "former" and one in nouns.ROLES:
        return "named-person"
    return "anonymous-person"


def _is_media(tokens: list[str]) -> bool:
    lowered = [token.lower() for token in tokens]
    if lowered[-1] in ("reporting", "coverage", "report", "reports"):
        return any(token in nouns.MEDIA_NAMES for token in lowered[:-1])
    if lowered[-1] in nouns.MEDIA_NAMES:
        return (
            lowered[-1] not in ("times", "post", "press", "today", "mail", "star", "sun", "standard") or len(tokens) > 1
        )
    return lowered[-1] in ("news", "network") and any(token in nouns.MEDIA_NAMES for token in lowered[:-1])


def _head_end(page: Page, span: Span) -> int:
    """Return where the head of a noun phrase ends: before its first comma, clause or preposition outside a name."""
    start, end = span
    for match in _CUT.finditer(page.text, start, end):
        if match.start() <= start + 1:
            continue
        inside = next((m for m, _ in page.within(start, match.start()) if match.end() <= m[1]), None)
        if inside is None and not _joins_names(page.text, match):
            return match.start()
    return end


def _joins_names(text: str, match: re.Match[str]) -> bool:
    """Return whether `of` and the like stand between two capitalised words, as in Department of Labor."""
    if match.group().strip() not in ("of", "for", "and", "in"):
        return False
    left = text[max(0, match.start() - 40) : match.start()].rsplit(maxsplit=1)[-1:] or [""]
    right = text[match.end() : match.end() + 40].split()[:2]
    right = [word for word in right if word.lower() != "the"]
    named = left[0][:1].isupper() and bool(right) and right[0][:1].isupper()
    return named and match.group().strip() == "of" and nouns.singular(left[0]) in nouns.ORGANIZATIONS


def _apposed(text: str, start: int, end: int, name: Span) -> bool:
    """Return whether a name stands in apposition to the words before it (`another user, Ana Ruiz`)."""
    lead = text[start : name[0]]
    if _ENDS_NAME.match(text, name[1], end) is None or re.fullmatch(r"[^,]{0,80}(?:, )?", lead) is None:
        return False
    if re.search(r"\b(?:and|who|that)\b", lead):
        return False
    if not re.search(r"\b(?:of|from|in|at|for|with|on|to|by|about)\b", lead):
        return True
    # `A spokesman for the company, Per Lund`; in `an aide to the senator, Ana Ruiz` either may be meant.
    nearest = nouns.singular(lead.rstrip(" ,").rpartition(" ")[2])
    return lead.endswith(", ") and nearest not in nouns.PERSONS | nouns.ROLES


def _entity_at(page: Page, start: int, end: int) -> Entity | None:
    """Return the entity whose mention ends the words from start to end, if any."""
    tail = page.text[start:end].rstrip(" ,.'’s")
    stop = start + len(tail)
    found = [e for (_, t), e in page.within(start, stop) if stop <= t + 2 and t <= end + 2]
    return found[-1] if found else None


def _relative(page: Page, start: int, before: Sequence[tuple[Span, Behind]]) -> Behind | None:
    lead = page.text[max(0, start - 120) : start].rstrip(" ,")
    cut = max(lead.rfind(". "), lead.rfind("\n"), lead.rfind(" said "), lead.rfind(" by "), lead.rfind(", "), -1)
    phrase = re.split(r"[.\n,;] | (?:said|by|and|to|for|with|from|than|of) ", lead[cut + 1 :])[-1]
    stop = max(0, start - 120) + len(lead)
    if not phrase.strip():
        return None
    return _by_words(page, (stop - len(phrase.strip()), stop))


def _pronoun(page: Page, word: str, start: int, before: Sequence[tuple[Span, Behind]]) -> Behind:
    wanted: tuple[SourceKind, ...]
    if word in nouns.PERSON_PRONOUNS:
        wanted = ("named-person", "anonymous-person")
    elif word in nouns.GROUP_PRONOUNS:
        wanted = ("anonymous-group",)
    else:
        wanted = ("named-organization", "document", "media")
    first = 0
    at = start
    for _ in range(CARRY_PARAGRAPHS):
        at = page.text.rfind("\n", 0, max(at, 0))
        first = max(at, 0)
    for span, found in reversed(before):
        if span[0] < first:
            break
        if span[1] <= start and found.kind in wanted:
            return found
    if wanted[0] == "named-person":
        near = [e for _, e in page.within(first, start) if e.type == "PERSON"]
        return Behind("named-person", near[-1] if near and word not in ("i", "me", "my", "myself", "mine") else None)
    return Behind(wanted[0], None)
