"""Embedded posts: what a post says is its author's word, whether or not the story says so."""

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Final

import msgspec

from copydesk.articles.masthead.keys import title_key
from copydesk.articles.masthead.person_names import is_name
from copydesk.records import Attribution, Block, Content, Cue, Entity, Source, SourceKind, Span

_HANDLE: Final = re.compile(r"\s?\(?@[\w.]{1,40}\)?$")
_COVERED: Final = 0.5  # share of a post that an attribution has already, from which on it has said whose it is


def with_posts(
    found: Sequence[Attribution], blocks: Sequence[Block], entities: Sequence[Entity], end: int
) -> tuple[Attribution, ...]:
    """Return attributions with one for each embedded post whose author is known, in order and numbered anew.

    The author stands in the markup, not in the text: such a source has no spans, and the post's block names it. A post
    that the story itself puts to somebody ("Roe wrote:") is left as it is, and so is one by an account of which it is
    not known whether it is a person or an organization.

    Args:
        found: the attributions found in the text, in order.
        blocks: the story's blocks.
        entities: the page's entities.
        end: how far the text was read.
    """
    added = []
    posts = (block for block in blocks if block.kind == "post" and block.author and block.span[1] <= end)
    for _, some in groupby(posts, key=lambda block: (block.author, block.url)):
        parts = [*some]
        spans = tuple(block.span for block in parts)
        source = _source(parts[0].author or "", entities)
        if source and _covered(spans, found) < _COVERED * sum(b - a for a, b in spans):
            added.append(_said(spans, source))
    return _numbered([*found], added) if added else tuple(found)


def _said(spans: tuple[Span, ...], source: Source) -> Attribution:
    return Attribution(
        id="", source=source, cue=Cue(lemma="post"), content=Content(spans=spans, speech="direct"), act="said"
    )


def _source(author: str, entities: Sequence[Entity]) -> Source | None:
    """Return who a post's author is: an entity of the page by that name, else a person where it is a person's name."""
    name = _HANDLE.sub("", author).strip()
    key = title_key(name)
    for entity in entities:
        if key and key in {title_key(words) for words in (entity.name, *entity.variants)}:
            kind: SourceKind | None = _KINDS.get(entity.type)
            if kind:
                return Source(kind=kind, entity=entity.id)
    return Source(kind="named-person") if name and is_name(name) else None


_KINDS: Final[dict[str, SourceKind]] = {"PERSON": "named-person", "ORG": "named-organization"}


def _covered(spans: tuple[Span, ...], found: Sequence[Attribution]) -> int:
    """Return how many characters of spans are content of attributions whose source stands outside them."""
    total = 0
    for start, end in spans:
        outside = (
            span
            for said in found
            if said.source.spans and not any(start <= a < end for a, _ in said.source.spans)
            for span in said.content.spans
        )
        total += sum(max(0, min(end, b) - max(start, a)) for a, b in outside)
    return total


def _numbered(found: list[Attribution], posts: list[Attribution]) -> tuple[Attribution, ...]:
    """Return all in order of the text, numbered; what stands in a post and in nothing else stands inside the post's."""
    every = [*found]
    for post in posts:
        at = next((place for place, said in enumerate(every) if _first(said) >= _first(post)), len(every))
        every.insert(at, post)
    names = {said.id: f"a{number}" for number, said in enumerate(every, 1) if said.id}
    done, outer = [], None
    for number, said in enumerate(every, 1):
        if not said.id:
            outer = (f"a{number}", said.content.spans)
            inside = None
        else:
            inside = names.get(said.inside or "")
            if inside is None and outer and any(a <= _first(said) < b for a, b in outer[1]):
                inside = outer[0]
        done.append(msgspec.structs.replace(said, id=f"a{number}", inside=inside))
    return tuple(done)


def _first(said: Attribution) -> int:
    return min(start for start, _ in (*said.source.spans, *said.cue.spans, *said.content.spans))
