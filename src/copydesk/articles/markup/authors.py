"""The authors of a page with markup: JSON-LD, meta elements and the byline it shows, checked against each other."""

import re
from collections.abc import Sequence
from typing import Any, Final

from copydesk.articles.markup.blocks import Blocks
from copydesk.articles.markup.metadata import Metadata, clean, strings, types_of
from copydesk.articles.masthead.byline import byline, byline_words
from copydesk.articles.masthead.dates import day_in
from copydesk.articles.masthead.keys import title_key
from copydesk.articles.masthead.names import is_name, people, tidy
from copydesk.articles.scorer.furniture import kind_of
from copydesk.articles.scorer.vocabulary import bits_of
from copydesk.records import Author

_META: Final = (
    "author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl",
    "citation_author", "og:article:author", "article:author_name", "cxenseparse:author",
)  # fmt: skip
_NOBODY: Final = re.compile(
    r"(?:admin(?:istrator)?|editor(?:s|ial)?(?: (?:staff|team))?|staff(?: writer)?|guest(?: (?:author|post|writer))?|"
    r"(?:web ?)?master|user|author|unknown|none|null|undefined|n/?a|team|root|support|info|contributor|blog|news)\d*",
    re.IGNORECASE,
)
_AUTHORED: Final = re.compile(r"\b(?:author|byline|writer|creator|contributor)", re.IGNORECASE)
_NOT_AUTHORED: Final = re.compile(
    r"comment|related|sidebar|widget|footer|avatar|image|social|share|follow|photo|caption|card|recent|popular|bio\b|"
    r"count|testimonial|review|quote",
    re.IGNORECASE,
)
_BEFORE, _AFTER = 10, 60  # blocks about the headline among which a byline stands
_BY_ALONE: Final = frozenset(
    ("by", "written by", "author", "posted by", "published by", "words by", "story by", "authors")
)
_BRIEF: Final = 20  # characters of a line with one of these and a mark or two
_OPENS: Final = frozenset(words[0] for words in _BY_ALONE) | frozenset(words[0].upper() for words in _BY_ALONE)
_NAV: Final = bits_of("nav menu header product sidebar related")
_BESIDE: Final = re.compile(
    r"\b(?:min(?:ute)?s?\.? read|reporter|correspondent|writer|editor|author|updated|published|contributor|ago)\b",
    re.IGNORECASE,
)


def authors(page: Blocks, metadata: Metadata, heads: list[int], publisher: str | None) -> tuple[Author, ...]:
    """Return who wrote the page's story; empty where nothing names anybody.

    A byline that the page shows is believed first, with JSON-LD and meta elements where they name the same persons or
    the page shows none; then names that stand where bylines do; then whatever else the markup declares, down to the
    site itself.

    Args:
        page: its blocks.
        metadata: what its markup says of it.
        heads: the blocks that print the headline.
        publisher: who publishes it, where known; no author.
    """
    site = {title_key(name) for name in (publisher, metadata.first("og:site_name")) if name}
    told = _told(metadata)
    persons = tuple(author for author in told if is_name(author.name) and title_key(author.name) not in site)
    near = _near(page, heads)
    shown = _shown(page, near)
    if len(shown) > len(persons) > 0 and all(_overlap((one,), shown) for one in persons):
        return _with_details(shown, persons)  # content systems often declare the first of several authors only
    if persons and (not shown or _overlap(persons, shown) or _visible(page, persons)):
        return _with_details(persons, shown)
    if shown:
        return shown
    if marked := _marked(page, near):
        return marked
    others = tuple(author for author in told if title_key(author.name) not in site)
    return others or _named(page, near) or _declared(page, near) or told


def _visible(page: Blocks, persons: tuple[Author, ...]) -> bool:
    """Tell whether the page itself shows one of these names."""
    return any(persons[0].name in text for text in page.texts)


def _overlap(some: tuple[Author, ...], others: tuple[Author, ...]) -> bool:
    return any(
        title_key(a.name) in title_key(b.name) or title_key(b.name) in title_key(a.name) for a in some for b in others
    )


def _told(metadata: Metadata) -> tuple[Author, ...]:
    """Return the authors that the markup names, persons or not; JSON-LD before meta elements, persons before others."""
    best: tuple[Author, ...] = ()
    for node in metadata.articles[:8]:
        listed = node.get("author") or node.get("creator")
        found = [
            author
            for value in (listed[:40] if isinstance(listed, list) else [listed])
            for author in _from_node(metadata.resolve(value))
        ]
        best = best or _usable(found)
        if any(is_name(author.name) for author in best):
            return best
    for name in _META:
        metas = _usable([a for value in metadata.meta.get(name, ())[:30] for a in _from_words(clean(value))])
        if metas and (not best or any(is_name(author.name) for author in metas)):
            return metas
    return best


def _from_node(value: Any) -> list[Author]:
    if isinstance(value, str):
        return _from_words(clean(value))
    if not isinstance(value, dict):
        return []
    kinds = types_of(value)
    found = [author for name in strings(value.get("name"))[:20] for author in _from_words(clean(name))]
    role = clean(value.get("jobTitle")) if isinstance(value.get("jobTitle"), str) else ""
    if role and len(found) == 1 and "Organization" not in kinds:
        return [Author(name=found[0].name, role=role[:80], organization=found[0].organization)]
    return found


def _from_words(words: str) -> list[Author]:
    """Return the authors that an author field names, which may be a list of persons, or one odd name."""
    words = re.sub(r"^(?:by|written by|posted by|author:)\s+", "", words, flags=re.IGNORECASE)
    if not words or len(words) > 300 or "://" in words or "@" in words.split(" ")[0][1:]:
        return []
    if found := people(words):
        return list(found)
    name = tidy(words.split(" | ")[0].split(",")[0])
    return [Author(name=name)] if 1 < len(name) <= 60 else []


def _usable(found: Sequence[Author]) -> tuple[Author, ...]:
    seen: dict[str, Author] = {}
    for author in found:
        key = title_key(author.name)
        if key and not _NOBODY.fullmatch(author.name) and not key.isdigit():
            seen.setdefault(key, author)
    return tuple(seen.values())


def _with_details(authors: tuple[Author, ...], others: tuple[Author, ...]) -> tuple[Author, ...]:
    """Add what only the others say of the same persons: their places, roles and organizations."""
    by_name = {title_key(author.name): author for author in others}
    merged = []
    for author in authors:
        same = by_name.get(title_key(author.name), author)
        merged.append(
            Author(
                name=author.name,
                role=author.role or same.role,
                place=author.place or same.place,
                organization=author.organization or same.organization,
            )
        )
    return tuple(merged)


def _near(page: Blocks, heads: list[int]) -> range:
    """Return the blocks about the headline among which a byline stands."""
    headings = [i for i in heads if page.tags[page.owners[i]] == "h1"]
    start = (headings or heads or [0])[0]
    return range(max(0, start - _BEFORE), min(start + _AFTER, len(page.texts)))


def _shown(page: Blocks, near: range) -> tuple[Author, ...]:
    """Return the persons that a byline names."""
    for i in near:
        text = page.texts[i]
        if len(text) < 200 and (found := byline(text)) and found.authors:
            return found.authors
        if (
            len(text) < _BRIEF
            and text[0] in _OPENS
            and title_key(text) in _BY_ALONE
            and i + 1 < len(page.texts)
            and (found_after := people(page.texts[i + 1][:120]))
        ):
            return found_after
    return ()


def _label(page: Blocks, i: int) -> str:
    owner = page.owners[i]
    parent = page.parents[owner]
    return page.names[owner] + " " + (page.names[parent] if parent >= 0 else "")


def _marked(page: Blocks, near: range) -> tuple[Author, ...]:
    """Return persons in elements that are marked as an author's."""
    found: dict[str, Author] = {}
    for at, attributes in page.authors:
        if at not in near:
            continue
        label = " ".join(str(attributes.get(key) or "") for key in ("class", "rel", "itemprop", "href"))
        words = " ".join((attributes["text"] or "").split())
        if _AUTHORED.search(label) and not _NOT_AUTHORED.search(label) and 3 < len(words) < 120:
            for author in people(words):
                found.setdefault(title_key(author.name), author)
    if found:
        return tuple(found.values())
    for i in near:
        label = _label(page, i)
        if len(page.texts[i]) < 90 and _AUTHORED.search(label) and not _NOT_AUTHORED.search(label):
            named = people(page.texts[i])
            if named:
                return named
    return ()


def _named(page: Blocks, near: range) -> tuple[Author, ...]:
    """Return a person whose name stands alone near the headline, beside a day, a role or a reading time."""
    for i in near[_BEFORE - 5 if len(near) > _BEFORE else 0 :][:20]:
        text = page.texts[i]
        if (
            len(text) > 60
            or page.tags[page.owners[i]] in ("h1", "h2", "li")
            or kind_of(text)
            or bits_of(_label(page, i)) & _NAV
        ):
            continue
        found = people(text)
        if (
            not found
            or not is_name(found[0].name)
            or title_key(found[0].name) != title_key(text)[: len(title_key(found[0].name))]
        ):
            continue
        beside = page.texts[max(0, i - 2) : i] + page.texts[i + 1 : i + 3]
        if any(len(words) < 60 and (day_in(words) or _BESIDE.search(words)) for words in (*beside, text)):
            return found
    return ()


def _declared(page: Blocks, near: range) -> tuple[Author, ...]:
    """Return whoever a byline or an element marked as the author's names, though it be no person."""
    for i in near:
        if words := byline_words(page.texts[i]):
            return (Author(name=words),)
    for i in near:
        label = _label(page, i)
        words = page.texts[i]
        if len(words) < 50 and words.count(" ") < 5 and _AUTHORED.search(label) and not _NOT_AUTHORED.search(label):
            return (Author(name=words),)
    for at, attributes in page.authors:
        label = " ".join(str(attributes.get(key) or "") for key in ("class", "rel", "itemprop"))
        words = " ".join((attributes["text"] or "").split())
        if at in near and _AUTHORED.search(label) and not _NOT_AUTHORED.search(label) and 1 < len(words) < 40:
            return (Author(name=byline_words(words) or words),)
    return ()
