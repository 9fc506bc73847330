"""Whom a description without a name stands for: "the senator" who spoke last, where only that one is a senator."""

import re
from collections.abc import Sequence
from typing import Final

from copydesk.english.titles import TITLES, TITLES_OF_DESCRIPTIONS
from copydesk.reading.attributions.page_lookup import PageContext, first_position
from copydesk.reading.attributions.source_resolution import SourceIdentity
from copydesk.records import Entity, Span

LONGEST_DESCRIPTION: Final = 5  # words of a description of somebody named before
_LOOKED_BACK: Final = 30_000
"""Characters before a description in which whom it stands for is looked for."""
_BARE: Final = 2  # words of a description that tells no more than a title: "the ambassador"
_LONGEST_TITLE: Final = 60  # characters before a name in which its title begins
_TITLED: Final = re.compile(
    r"(?P<title>[A-Za-z]{3,20}) (?:of|for|to) (?:the )?[A-Z][\w.]{0,20}(?: [A-Z][\w.]{0,20}){0,3} \Z"
)
"""A title with what it is of, right before a name: "Ambassador to Norway "."""
_CLOSING: Final = frozenset('.,;:!?”"’)')


def described_speaker(page: PageContext, span: Span, before: Sequence[tuple[Span, SourceIdentity]]) -> Entity | None:
    """Return the person whom "the senator", "the Iranian adviser" can only be: by title the last speaker, else the only
    one on the page of whom a bare title ("the ambassador") is told, where no other is brought in ("an ambassador")."""
    words = page.text[slice(*span)].lower().split()
    if not 1 < len(words) <= LONGEST_DESCRIPTION or words[0] != "the":
        return None
    titles = TITLES_OF_DESCRIPTIONS.get(words[-1], frozenset((words[-1],)))
    first = first_position(page, span[0])
    spoke = (who.entity for s, who in reversed(before) if first <= s[0] < span[0])
    last = next((entity for entity in spoke if entity is not None and entity.type == "PERSON"), None)
    people = {e.id: e for _, e in page.within(max(0, span[0] - _LOOKED_BACK), span[0]) if e.type == "PERSON"}
    holders = {id_: e for id_, e in people.items() if titles & _role_words(page, e)}
    if len(holders) != 1:
        return None
    (holder,) = holders.values()
    if holder is last:
        return holder
    return holder if len(words) == _BARE and not _brought_in(page, span[0], words[-1]) else None


def described_body(page: PageContext, span: Span) -> Entity | None:
    """Return the body that "the agency", "the commission" can only be: the one before it with the noun in its name."""
    words = page.text[slice(*span)].lower().split()
    if len(words) != _BARE or words[0] != "the":
        return None
    before = {e.id: e for _, e in page.within(max(0, span[0] - _LOOKED_BACK), span[0]) if e.type == "ORG"}
    bodies = {id_: e for id_, e in before.items() if words[1] in e.name.lower().split()}
    if len(bodies) != 1 or _brought_in(page, span[0], words[1]):
        return None
    return next(iter(bodies.values()))


def _brought_in(page: PageContext, at: int, noun: str) -> bool:
    """Return whether the text before a position speaks of one or several of a kind: "a senator", "senators"."""
    text = page.text[max(0, at - _LOOKED_BACK) : at].lower()
    noun = re.escape(noun)
    one = rf"\b(?:an?|another|one|two|some) (?:[\w’'-]{{1,20}} ){{0,3}}?{noun}\b"
    return re.search(rf"{one}|\b{noun}s\b", text) is not None


def _role_words(page: PageContext, person: Entity) -> set[str]:
    """Return the words, small and without points, of a person's role and of what stands right before the name."""
    words = set((person.role or "").lower().replace(".", "").replace(",", "").split())
    for start, end in person.mentions[:4]:
        words |= _before_name(page.text[max(0, start - 24) : start])
        if titled := _TITLED.search(page.text, max(0, start - _LONGEST_TITLE), start):
            words.add(titled["title"].lower())
        if page.text[end : end + 3] in (", R", ", D", " (R", " (D"):
            words |= {"republican" if page.text[end + 2] == "R" else "democrat"}
    return words


def _before_name(lead: str) -> set[str]:
    """Return the last two words before a name, without points; none from before a sentence's or a clause's end."""
    words: set[str] = set()
    for word in reversed(lead.lower().split()[-2:]):
        bare = word.replace(".", "")
        if word[-1] in _CLOSING and bare not in TITLES:
            break
        words.add(bare)
    return words
