"""Whom a page with markup names as authors, by every signal that it gives: each signal's names are one candidate."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, Final, Literal, NamedTuple, TypeAlias

from copydesk.articles.markup.blocks import Blocks
from copydesk.articles.markup.metadata import Metadata, clean, strings, types_of
from copydesk.articles.masthead.byline import byline, byline_words
from copydesk.articles.masthead.keys import title_key
from copydesk.articles.masthead.masthead_dates import days_in
from copydesk.articles.masthead.other_bylines import is_name_anywhere, other_byline, without_by
from copydesk.articles.masthead.person_names import is_name, may_be_names, people, tidy
from copydesk.articles.scorer.furniture_kinds import kind_of
from copydesk.articles.scorer.vocabulary import bits_of
from copydesk.english.bylines import BESIDE_BLOCK, BYLINE_ALONE, CARD_LABEL, FOOT_BYLINE, NOBODY
from copydesk.records import Author

Signal: TypeAlias = Literal[
    "byline", "json-ld", "meta", "marked", "link", "card", "dated", "beside", "below", "foot", "label", "words"
]
_META: Final = (
    "author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl",
    "citation_author", "og:article:author", "article:author_name", "cxenseparse:author",
)  # fmt: skip
_AUTHORED: Final = re.compile(r"(?<![a-z])(?:author|byline|writer|creator|contributor)(?!i[sz])", re.IGNORECASE)
_NOT_AUTHORED: Final = re.compile(
    r"comment|related|sidebar|widget|footer|avatar|image|social|share|follow|photo|caption|card|recent|popular|"
    r"(?<![a-z])bio(?![a-z])|count|testimonial|review|quote",
    re.IGNORECASE,
)
_BEFORE, _AFTER = 10, 40  # blocks about the headline among which a byline stands
_ALONE_BEFORE, _ALONE_AFTER = 5, 15  # and those among which a name stands alone
_BELOW: Final = 2  # blocks below the headline of which one may be a name and nothing else
_LONGEST: Final = 200  # characters of a line that may be a byline
_NAME_BLANKS: Final = 8  # of a line that is a name with a role or a title
_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_BRIEF: Final = 20  # characters of a line with one of these and a mark or two
_OPENS: Final = frozenset("bwapscBWAPSC")
_FOOT_OPENS: Final = _OPENS | frozenset("tTvV")
_NAV: Final = bits_of("nav menu header product sidebar related")
_PARTS: Final = re.compile(r"\s?[•·|–—]\s?|\s(?:in|on behalf of|for|from)\s(?=[A-Z])|\s{2,}")
_AUTHOR_ADDRESS: Final = re.compile(
    r"/(?:authors?|autor(?:en|es)?|auteurs?|contributors?|writers?|reporters?|journalists?|profiles?|people|staff|"
    r"by|columnists?)/[^/?#]{2,80}",
    re.IGNORECASE,
)


class AuthorCandidate(NamedTuple):
    """Persons or others that one signal names; `away` counts blocks from the headline, where it stands on the page."""

    authors: tuple[Author, ...]
    signal: Signal
    away: int = 0

    @property
    def persons(self) -> bool:
        """Whether all look like persons' names."""
        return all(is_name_anywhere(author.name) for author in self.authors)


def candidates(page: Blocks, metadata: Metadata, heads: list[int]) -> list[AuthorCandidate]:
    """Return what every signal of a page names.

    Args:
        page: its blocks.
        metadata: what its markup says of it.
        heads: the blocks that print the headline.
    """
    headings = [i for i in heads if page.tags[page.owners[i]] == "h1"]
    start = (headings or heads or [0])[0]
    near = range(max(0, start - _BEFORE), min(start + _AFTER, len(page.texts), _next_story(page, start)))
    found = [*_declared(metadata), *_shown(page, near, start), *_marked(page, near, start), *_foot(page, near)]
    kept = (candidate._replace(authors=_usable(candidate.authors)) for candidate in found)
    return [candidate for candidate in kept if candidate.authors]


def _next_story(page: Blocks, start: int) -> int:
    """Return where the next story of an endless page begins: at a first-level heading in another `article`."""
    headings = [i for i in range(start, len(page.texts)) if page.tags[page.owners[i]] == "h1"]
    if headings[:1] != [start]:
        return len(page.texts)
    own = _article_around(page, start)
    others = (i for i in headings[1:] if own is not None and _article_around(page, i) not in (None, own))
    return next(others, len(page.texts))


def _article_around(page: Blocks, i: int) -> int | None:
    """Return the nearest `article` element around a block."""
    element = page.owners[i]
    while element >= 0 and page.tags[element] != "article":
        element = page.parents[element]
    return element if element >= 0 else None


def _usable(found: Iterable[Author]) -> tuple[Author, ...]:
    """Return authors once each, without words that name nobody."""
    seen: dict[str, Author] = {}
    for author in found:
        key = title_key(author.name)
        named = key and not key.replace(" ", "").isdigit() and not days_in(author.name) and not kind_of(author.name)
        if named and not NOBODY.fullmatch(author.name):
            seen.setdefault(key, author)
    return tuple(seen.values())


def _declared(metadata: Metadata) -> Iterator[AuthorCandidate]:
    """Yield what JSON-LD, meta elements and social cards declare."""
    for node in metadata.articles[:8]:
        listed = node.get("author") or node.get("creator")
        found = [
            author
            for value in (listed[:40] if isinstance(listed, list) else [listed])
            for author in _from_node(metadata.resolve(value))
        ]
        yield AuthorCandidate(tuple(found), "json-ld")
    for name in _META:
        metas = [a for value in metadata.meta.get(name, ())[:30] for a in _from_words(clean(value))]
        yield AuthorCandidate(tuple(metas), "meta")
    for number in ("1", "2"):
        label, said = metadata.first(f"twitter:label{number}"), metadata.first(f"twitter:data{number}")
        if label and said and CARD_LABEL.search(label):
            yield AuthorCandidate(tuple(_from_words(said)), "card")


def _from_node(value: Any) -> list[Author]:
    if isinstance(value, str):
        return _from_words(clean(value))
    if not isinstance(value, dict):
        return []
    kinds = types_of(value)
    found = [author for name in strings(value)[:20] for author in _from_words(clean(name))]
    role = clean(value.get("jobTitle")) if isinstance(value.get("jobTitle"), str) else ""
    if role and len(found) == 1 and "Organization" not in kinds:
        return [Author(name=found[0].name, role=role[:80], organization=found[0].organization)]
    return found


def _from_words(words: str) -> list[Author]:
    """Return the authors that an author field names, which may be a list of persons, or one odd name."""
    words = without_by(re.sub(r"^(?:by|written by|posted by|author:)\s+", "", words, flags=re.IGNORECASE))
    if not words or len(words) > 300 or "://" in words or "@" in words.split(" ")[0][1:]:
        return []
    if found := people(words):
        return list(found)
    name = tidy(words.split(" | ")[0].split(",")[0])
    return [Author(name=name)] if 1 < len(name) <= 60 else []


def _shown(page: Blocks, near: range, start: int) -> Iterator[AuthorCandidate]:
    """Yield what lines about the headline name: bylines, dated lines, names that stand alone."""
    for i in near:
        text, away = page.texts[i], abs(i - start)
        if len(text) >= _LONGEST:
            continue
        if (found := byline(text)) and found.authors:
            yield AuthorCandidate(found.authors, "byline", away)
            continue
        if others := other_byline(text):
            yield AuthorCandidate(others, "byline", away)
            continue
        words = byline_words(text) if ":" in text or "y" in text or "Y" in text else None
        if words:
            yield AuthorCandidate((Author(name=words),), "words", away)
        if i + 1 < len(page.texts) and _is_label(text):
            named = people(page.texts[i + 1][:120])
            yield AuthorCandidate(named or (Author(name=page.texts[i + 1][:60]),), "byline" if named else "words", away)
        if len(text) > 100 or i == start or not -_ALONE_BEFORE <= i - start <= _ALONE_AFTER:
            continue
        if kind_of(text) or bits_of(_label(page, i)) & _NAV:
            continue
        if (named := _dated(text)) and away <= _BEFORE:
            yield AuthorCandidate(named, "dated", away)
        elif len(text) <= 60 and page.tags[page.owners[i]] not in ("h1", "h2") and (named := _name_alone(text)):
            beside = (*page.texts[max(0, i - 2) : i], *page.texts[i + 1 : i + 3], text)
            if any(len(words) < 60 and (days_in(words) or BESIDE_BLOCK.search(words)) for words in beside):
                yield AuthorCandidate(named, "beside", away)
            elif 0 < i - start <= _BELOW and page.tags[page.owners[i]] not in _HEADINGS and _is_all(named, text):
                yield AuthorCandidate(named, "below", away)


def _is_label(text: str) -> bool:
    """Tell whether a block says `by` and nothing else."""
    return len(text) < _BRIEF and text[0] in _OPENS and title_key(text) in BYLINE_ALONE


def _name_alone(text: str) -> tuple[Author, ...]:
    """Return the persons whose names a line consists of, with what follows them."""
    if not text[0].isupper() or not 1 <= text.count(" ") <= _NAME_BLANKS or not may_be_names(text):
        return ()
    found = people(text)
    if not found or not is_name(found[0].name):
        return ()
    first = title_key(found[0].name)
    return found if title_key(text)[: len(first)] == first else ()


def _is_all(named: tuple[Author, ...], text: str) -> bool:
    """Tell whether a line consists of names and nothing else."""
    return sum(len(title_key(author.name)) for author in named) + 4 * len(named) >= len(title_key(text))


def _dated(text: str) -> tuple[Author, ...]:
    """Return the person beside the day in a line that gives both (`Dec 26, 2025 • Jane Roe in Markets`)."""
    days = days_in(text)
    if not days:
        return ()
    rest = f"{text[: days[0].start]} | {text[days[0].end :]}"
    names = [without_by(part.strip(" ,.:")) for part in _PARTS.split(rest)]
    return next((people(name) for name in names if is_name(name)), ())


def _marked(page: Blocks, near: range, start: int) -> Iterator[AuthorCandidate]:
    """Yield what elements name that are marked as an author's, and links that lead to an author's page."""
    found: list[Author] = []
    for at, attributes in page.authors:
        label = " ".join(str(attributes.get(key) or "") for key in ("class", "rel", "itemprop", "href"))
        words = " ".join((attributes["text"] or "").split())
        if at in near and _is_authored(label) and 3 < len(words) < 120:
            found += people(words) or other_byline(words)
            if not found and len(words) < 40 and words.count(" ") < 5:
                yield AuthorCandidate(
                    (Author(name=byline_words(words) or without_by(words)),), "words", abs(at - start)
                )
    yield AuthorCandidate(tuple(found), "marked", 0)
    for i in near:
        text, label = page.texts[i], _label(page, i)
        if len(text) < 90 and _is_authored(label):
            named = people(text)
            if named:
                yield AuthorCandidate(named, "marked", abs(i - start))
            elif len(text) < 50 and text.count(" ") < 5:
                yield AuthorCandidate((Author(name=text),), "words", abs(i - start))
    for i in near:
        if i in page.anchors and len(page.texts[i]) < 160:
            raw, links = page.anchors[i]
            linked = [" ".join(raw[a:b].split()) for a, b, to in links if _AUTHOR_ADDRESS.search(to)]
            named = tuple(Author(name=tidy(name)) for name in linked if is_name_anywhere(name))
            yield AuthorCandidate(named, "link", abs(i - start))


@lru_cache(maxsize=4096)
def _is_authored(label: str) -> bool:
    """Tell whether class names and the like say that an element names an author, and not one of something else."""
    return bool(_AUTHORED.search(label)) and not _NOT_AUTHORED.search(label)


def _foot(page: Blocks, near: range) -> Iterator[AuthorCandidate]:
    """Yield what bylines below the story name."""
    for i in range(max(near.stop, len(page.texts) * 2 // 5), len(page.texts)):
        text = page.texts[i]
        if len(text) >= _LONGEST or text[0] not in _FOOT_OPENS:
            continue
        if opened := FOOT_BYLINE.match(text[:60]):
            words = _PARTS.split(text[opened.end() :].strip())[0]
            if named := people(words[:120]):
                yield AuthorCandidate(named, "foot", i - near.stop)
            elif 2 < len(words) < 30 and words.count(" ") < 2 and words[0].isupper():
                yield AuthorCandidate((Author(name=words.strip(" .,")),), "words", i)
        elif i + 1 < len(page.texts) and _is_label(text) and (named := _name_alone(page.texts[i + 1][:80])):
            yield AuthorCandidate(named, "label", i - near.stop)


def _label(page: Blocks, i: int) -> str:
    owner = page.owners[i]
    parent = page.parents[owner]
    return page.names[owner] + " " + (page.names[parent] if parent >= 0 else "")


def declared_names(found: Sequence[AuthorCandidate]) -> tuple[Author, ...]:
    """Return the first names that the page's metadata declare, persons or not."""
    return next((candidate.authors for candidate in found if candidate.signal in ("json-ld", "meta")), ())
