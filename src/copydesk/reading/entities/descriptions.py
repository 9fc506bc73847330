"""Descriptions of persons: which words stand for somebody without the name, where the page itself says so.

A page says who somebody is by an apposition ("Jens Stoltenberg, the alliance's chief," or the other way round), by a
title before the name, or by a copula ("Stoltenberg is NATO's secretary general"). Appositions and copulas are
descriptions themselves; a definite phrase elsewhere that says the same ("NATO's secretary general said") is one too,
if only one person on the page answers to it. Few and right: what two could be meant by is left out.
"""

from collections.abc import Iterator, Mapping, Sequence

from copydesk.english.titles import SUFFIXES
from copydesk.language.document import Document
from copydesk.reading.entities.mentions import Mention
from copydesk.reading.entities.phrases import POSSESSIVES, Key, Phrase, children, key_of, phrase_of
from copydesk.reading.entities.roles import after, before
from copydesk.reading.peoples import base_of

_MORE = frozenset(("of", "for", "who", "whose", "whom", "which", "that", "-", "in", "at", "from", "with", "behind"))
_UNSURE = frozenset(("would", "could", "may", "might", "should", "not", "n't", "n’t", "never", "no", "longer", "if"))


def describe(document: Document, persons: Sequence[Sequence[Mention]], others: Sequence[Mention]) -> list[list[Phrase]]:
    """Return for each person the phrases that describe them, in order.

    Args:
        document: the document.
        persons: the mentions of each person.
        others: the mentions of places, organizations and peoples.
    """
    names = {i: base_of(m.name) for m in others for i in range(m.start, m.end)}
    things = {m.end - 1 for m in others if m.type != "NORP"}
    used = {i for mentions in persons for m in mentions for i in range(m.start, m.end)}
    found: list[set[Phrase]] = [set() for _ in persons]
    keys: dict[Key, set[int]] = {}
    titles = set()
    for number, mentions in enumerate(persons):
        for mention in mentions:
            phrases = [p for p in _stated(document, mention, used) if p.head not in things]
            found[number].update(phrases)
            if title := before(document, mention, names):
                titles.add(title)
            for phrase in phrases if title is None else [*phrases, title]:
                if key := key_of(document, phrase, names):
                    keys.setdefault(key, set()).add(number)
    used |= {i for phrases in (*found, titles) for p in phrases for i in range(p.start, p.end)}
    for phrase, number in _repeated(document, keys, names, used):
        found[number].add(phrase)
    return [sorted(phrases) for phrases in found]


def _stated(document: Document, mention: Mention, persons: set[int]) -> list[Phrase]:
    """Return the phrases that the tree ties to a mention as appositions or by a copula, none with a person in it."""
    found = [after(document, mention), _apposed_to(document, mention), _equated(document, mention)]
    return [
        p for p in found
        if p and not any(i in persons for i in range(p.start, p.end))
        and not (p.end == p.start + 1 and (document.word(p.head).isupper() or document.word(p.head) in SUFFIXES))
    ]  # fmt: skip


def _equated(document: Document, mention: Mention) -> Phrase | None:
    """Return the definite phrase that a copula ties to a name: "Stoltenberg is NATO's secretary general"."""
    top = _top(document, mention)
    head = int(document.heads[top])
    if document.labels[top] != "nsubj" or document.tags[head] not in ("NOUN", "PROPN") or head < top:
        return None
    tied = dict(children(document, head))
    phrase = phrase_of(document, head)
    verb = next((i for i, label in tied.items() if label == "cop" and mention.end <= i < phrase.start), None)
    unsure = {document.word(i).casefold() for i in tied} & _UNSURE
    within = any(label == "case" and i < phrase.start for i, label in tied.items())
    plain = verb is not None and not unsure and not within and "conj" not in tied.values()
    return phrase if plain and _definite(document, phrase) else None


def _apposed_to(document: Document, mention: Mention) -> Phrase | None:
    """Return the phrase that a name stands in apposition to: "The alliance's chief, Jens Stoltenberg, said"."""
    top = _top(document, mention)
    head = int(document.heads[top])
    if document.labels[top] != "appos" or document.tags[head] not in ("NOUN", "PROPN"):
        return None
    phrase = phrase_of(document, head)
    follows = phrase.end == mention.start - 1 and document.word(phrase.end) == ","
    return phrase if follows and _definite(document, phrase) else None


def _top(document: Document, mention: Mention) -> int:
    """Return the word of a name that hangs on a word outside it."""
    inside = range(mention.start, mention.end)
    return next((i for i in inside if int(document.heads[i]) not in inside), mention.start)


def _definite(document: Document, phrase: Phrase) -> bool:
    """Return whether a phrase begins with "the" or has a named owner."""
    if document.word(phrase.start).casefold() == "the":
        return True
    return any(document.word(i) in POSSESSIVES for i in range(phrase.start, phrase.head))


def _repeated(
    document: Document, keys: Mapping[Key, set[int]], names: Mapping[int, str], used: set[int]
) -> list[tuple[Phrase, int]]:
    """Return definite phrases elsewhere that say what is said of one person only, with that person."""
    held: dict[tuple[str, ...], list[tuple[frozenset[str], set[int]]]] = {}
    for key, people in keys.items():
        held.setdefault(key.office, []).append((key.of, people))
    found: dict[tuple[str, ...], list[tuple[frozenset[str], Phrase]]] = {}
    for office, phrase, of in _definite_phrases(document, sorted(held, key=len, reverse=True), names):
        if not used & set(range(phrase.start, phrase.end)):
            found.setdefault(office, []).append((of, phrase))
    return [
        (phrase, person)
        for office, phrases in found.items()
        for of, phrase in phrases
        if (person := _answering(of, held[office], {of for of, _ in phrases})) is not None
        and not _said_more(document, phrase)
    ]


def _definite_phrases(
    document: Document, offices: Sequence[tuple[str, ...]], names: Mapping[int, str]
) -> Iterator[tuple[tuple[str, ...], Phrase, frozenset[str]]]:
    """Yield where offices are written with "the" or a named owner before them, and what they are said to be of.

    Told by the words alone, since what stands before and after an office decides whether it is another: "the former
    mayor", "the mayor's office", "the mayor of Porth".
    """
    words = [word.casefold() for word in document.words()]
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for office in offices:
        by_first.setdefault(office[0], []).append(office)
    for i, word in enumerate(words):
        for office in by_first.get(word, ()):
            end = _end_of(words, i, office)
            if end is None:
                continue
            start, before = _opened(words, i, names)
            close, after = _closed(words, end, names)
            other = close < len(words) and (document.tags[close] in ("NOUN", "PROPN", "ADJ") or words[close] in _MORE)
            if start < i and not other:
                yield office, Phrase(start, close, end - 1), before | after
                break


def _end_of(words: Sequence[str], at: int, office: tuple[str, ...]) -> int | None:
    """Return where an office ends that begins at a word, owners' marks within it passed over; None if it is another."""
    for part in office:
        if at < len(words) and words[at] in POSSESSIVES:
            at += 1
        if at >= len(words) or words[at] != part:
            return None
        at += 1
    return at


def _opened(words: Sequence[str], at: int, names: Mapping[int, str]) -> tuple[int, frozenset[str]]:
    """Return where a definite phrase begins whose office begins at a word, and the names before it; else the word."""
    start, of = at, set()
    owned = start > 0 and words[start - 1] in POSSESSIVES and start - 2 in names
    start -= owned
    while start - 1 in names:
        start -= 1
        of.add(names[start])
    if start > 0 and words[start - 1] == "the":
        return start - 1, frozenset(of)
    return (start, frozenset(of)) if owned else (at, frozenset())


def _closed(words: Sequence[str], at: int, names: Mapping[int, str]) -> tuple[int, frozenset[str]]:
    """Return where a phrase ends whose office ends at a word, and the names after it: of the Porth council."""
    end, of = at, set()
    if end < len(words) and words[end] in ("of", "for"):
        end += 2 if end + 1 < len(words) and words[end + 1] == "the" else 1
        while end in names:
            of.add(names[end])
            end += 1
    return (end, frozenset(of)) if of else (at, frozenset())


def _answering(
    of: frozenset[str], held: list[tuple[frozenset[str], set[int]]], others: set[frozenset[str]]
) -> int | None:
    """Return the one person who answers to a description; None where there is none, or another might be meant.

    Args:
        of: what the office is said to be of, perhaps nothing.
        held: what it is of and by whom it is held, as the page says.
        others: what it is said to be of anywhere on the page.
    """
    fits = {person for known, people in held if of <= known for person in people}
    if len(fits) != 1:
        return None
    if not of:  # "the mayor": no mayor of anything else may be on the page
        known = frozenset[str]().union(*(known for known, people in held if fits & people))
        if any(not fits & people for _, people in held) or any(not other <= known for other in others):
            return None
    return fits.pop()


def _said_more(document: Document, phrase: Phrase) -> bool:
    """Return whether more is said of a phrase that may make it another's: a clause, an apposition, a verb to be."""
    for child, label in children(document, phrase.head):
        if label == "cop" or (child >= phrase.end and label.partition(":")[0] in ("acl", "appos", "conj")):
            return True
    return False
