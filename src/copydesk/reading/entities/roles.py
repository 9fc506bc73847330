"""The role that a page gives a person: a title before the name, or what is set after it between commas."""

import re
from collections.abc import Container, Sequence

from copydesk.english.source_words import is_person_noun
from copydesk.english.titles import HONORIFICS, TITLES
from copydesk.language.document import Document
from copydesk.reading.entities.mentions import Mention
from copydesk.reading.entities.phrases import POSSESSIVES, Phrase, below

_NAMING = frozenset(("NOUN", "PROPN", "ADJ", "PUNCT", "PART", "ADP"))
_RELATIVE = frozenset(("who", "whose", "whom", "which", "that", "where"))
_OF = frozenset(("of", "for", "to", "at", "from", "in"))
_IN_NAMES = frozenset(("PROPN", "DET"))
_LONGEST = 12  # words of a role before or after a name
_SEAT = re.compile(r"[A-Z]-[A-Z][\w.]{0,12}")  # a member's party and state
_SHORT = 5  # capitals of which an abbreviation may be (MP, CEO); longer ones are a headline's


def role_of(
    document: Document, mentions: Sequence[Mention], names: Container[int] = (), bodies: Container[int] = ()
) -> str | None:
    """Return the first role that stands beside a mention, as the page writes it; None when there is none.

    Args:
        document: the document.
        mentions: the mentions of one person.
        names: the words in names of organizations, places and peoples.
        bodies: those in names of organizations and places.
    """
    shouted = None
    for mention in mentions:
        titles = (after(document, mention), titled(document, mention, bodies), before(document, mention, names))
        for phrase in titles:
            if phrase and (role := wording(document, phrase)):
                if not role.isupper() or len(role) < _SHORT:
                    return role
                shouted = shouted or role
    return shouted


def before(document: Document, mention: Mention, names: Container[int] = ()) -> Phrase | None:
    """Return the title right before a name: NATO Secretary General in "NATO Secretary General Jens Stoltenberg".

    A name right before the title belongs to it, whatever the tree says, unless a preposition governs it.
    """
    start = mention.start
    inside = {int(document.heads[i]) for i in range(mention.start, mention.end)}
    inside = {i for i in inside if i < mention.start} | set(range(mention.start, mention.end))
    while start > 0 and mention.start - start < _LONGEST:
        word = start - 1
        tied = int(document.heads[word]) in inside | set(range(start, mention.start)) or word in inside
        if _is_hyphen(document, word):
            start = word - 1  # "vice-presidential nominee" is no presidential nominee
            continue
        if not tied or document.tags[word] not in _NAMING or document.labels[word] in ("case", "det", "punct"):
            break
        start = word
    while start < mention.start and document.tags[start] not in ("NOUN", "PROPN", "ADJ"):
        start += 1
    nouns = [i for i in range(start, mention.start) if document.tags[i] in ("NOUN", "PROPN")]
    if not nouns:
        return None
    named = start
    while named - 1 in names and not _breaks_line(document, named):
        named -= 1
    governed = named > 0 and document.tags[named - 1] == "ADP"
    return Phrase(start if governed else named, mention.start, nouns[-1])


def titled(document: Document, mention: Mention, bodies: Container[int] = ()) -> Phrase | None:
    """Return a title with a preposition right before a name: U.S. Ambassador to Russia in "U.S. Ambassador to Russia
    Jon Huntsman", Secretary of State in "Secretary of State John Kerry".

    Told by the words alone, since the tree mostly takes the name for a part of the place's or the body's. The words
    between are a place's, a body's or a department's: in "spokesman for President Ana Ruiz" he is another.
    """
    last = mention.start - 1
    if last < 2 or document.tags[last] not in ("PROPN", "NOUN") or _is_title(document, last):
        return None
    at = last
    while at > 0 and mention.start - at < _LONGEST and (at in bodies or document.tags[at] in _IN_NAMES):
        at -= 1
    noun = at - 1
    if document.word(at).lower() not in _OF or noun < 0 or not _is_title(document, noun):
        return None
    if last not in bodies and not (document.word(at).lower() == "of" and document.word(noun).lower() in TITLES):
        return None
    start = noun
    while start > 0 and mention.start - start < _LONGEST and document.tags[start - 1] in ("NOUN", "PROPN", "ADJ"):
        start -= 1
    lines = any(_breaks_line(document, word) for word in range(start + 1, mention.start))
    return None if lines else Phrase(start, mention.start, noun)


def _is_title(document: Document, noun: int) -> bool:
    word = document.word(noun).lower()
    return document.tags[noun] in ("NOUN", "PROPN") and (word in TITLES or is_person_noun(word))


def _breaks_line(document: Document, word: int) -> bool:
    """Return whether a line ends between a word and the one before it."""
    return "\n" in document.text[document.span(word - 1, word)[1] : document.span(word, word + 1)[0]]


def _is_hyphen(document: Document, word: int) -> bool:
    """Return whether a word is a hyphen that joins the words on both its sides."""
    if word == 0 or document.word(word) not in ("-", "‐", "‑"):
        return False
    (_, before), (start, end), (after, _) = (document.span(i, i + 1) for i in (word - 1, word, word + 1))
    return before == start and end == after


def after(document: Document, mention: Mention) -> Phrase | None:
    """Return the apposition after a name: the alliance's chief in "Jens Stoltenberg, the alliance's chief, said"."""
    if mention.end + 1 >= len(document) or document.word(mention.end) != ",":
        return None
    persons = {name.start for name in document.names if name.type == "PERSON"}
    for head in range(mention.end + 1, min(mention.end + 1 + _LONGEST, len(document))):
        if document.labels[head] == "appos" and mention.start <= int(document.heads[head]) < mention.end:
            end = head + 1
            while end < len(document) and end - mention.end <= _LONGEST and document.word(end) not in ',.;:()—–”"':
                if below(document, end, head) is None or document.word(end).lower() in _RELATIVE:
                    break
                end += 1
            if end in persons and document.tags[end - 1] in ("NOUN", "PROPN"):
                return None  # the title of who is named next: "Ana Ruiz, former mayor Juan Diaz and …"
            start = mention.end + 1
            while start < head and document.tags[start] in ("ADV", "PUNCT", "NUM"):
                start += 1
            while end > head + 1 and document.tags[end - 1] in ("ADP", "PUNCT", "SCONJ"):
                end -= 1
            noun = document.tags[head] in ("NOUN", "PROPN")
            return Phrase(start, end, head) if noun and document.word(end - 1) not in POSSESSIVES else None
    return None


def wording(document: Document, phrase: Phrase) -> str | None:
    """Return a phrase as a role: without its article; None for an honorific alone, a
    member's party and state, half of a compound, or words of another's (his wife)."""
    if phrase.start >= phrase.end or "PRON" in document.tags[phrase.start : phrase.head]:
        return None
    words = " ".join(document.text[slice(*document.span(phrase.start, phrase.end))].split())
    for article in ("the ", "a ", "an ", "The ", "A ", "An "):
        words = words.removeprefix(article)
    if words.endswith(("-", "‐", "‑")) or _SEAT.fullmatch(words):
        return None  # "the Trump-Putin summit"; "Rand Paul, R-Ky.,"
    if " " not in words and words.islower() and words.endswith(("ing", "ed")):
        return None  # "an ailing Ana Ruiz"
    return None if not words or words.lower().rstrip(".") in HONORIFICS else words
