"""Names of one page agree: acronyms that it explains, whole names that come again, and one type for one name.

Nothing here reads over the end of a line or a comma.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from copydesk.english.lists import among
from copydesk.english.titles import LINKING
from copydesk.language.document import Document
from copydesk.reading.entities.mentions import Found, Mention
from copydesk.records import EntityType

_EXPLAINED = frozenset(("ORG", "PLACE", "EVENT"))
_LONGEST_ACRONYM = 10  # letters of an acronym
_PARTICLES = LINKING | among("at to des y e do da dos das di und für - ’s 's ’ ' .")


Words: TypeAlias = tuple[str, ...]


def agreed(document: Document, found: Sequence[Found]) -> list[Mention]:
    """Return a page's mentions in order, with those that the page itself adds, each name of one type."""
    words = document.words()
    mentions = _spread(document, words, sorted(found), _sure(words, found))
    short = _acronyms(document, words, mentions)
    known: dict[Words, tuple[EntityType, float]] = {
        (acronym,): (mention.type, score) for acronym, (mention, score) in short.items()
    }
    mentions = _spread(document, words, mentions, known)
    votes = _votes(mentions, {acronym.casefold(): mention.name.casefold() for acronym, (mention, _) in short.items()})
    for name in _things(words, mentions) | _short_names(words, mentions):
        if votes[name] == "PERSON":
            votes[name] = "ORG"
    return [mention._replace(type=votes[mention.name.casefold()]) for mention, _ in mentions]


def _things(words: Sequence[str], found: Iterable[Found]) -> set[str]:
    """Return names of one word of which the page says "which": Fjordlinjen, which runs the route, is no person."""
    after = ((mention, [word.lower() for word in words[mention.end : mention.end + 2]]) for mention, _ in found)
    return {
        mention.name.casefold()
        for mention, following in after
        if mention.end - mention.start == 1 and (following[:1] == ["which"] or following == [",", "which"])
    }


def _short_names(words: Sequence[str], found: Sequence[Found]) -> set[str]:
    """Return names of one word that stand in brackets after a body's, for short, and are nobody's family name here."""
    bodies = {m.end for m, _ in found if m.type == "ORG" and m.end - m.start > 1}
    families = {m.name.casefold().rpartition(" ")[2] for m, _ in found if m.end - m.start > 1}
    return {
        m.name.casefold()
        for m, _ in found
        if m.end - m.start == 1
        and m.start - 1 in bodies
        and [*words[m.start - 1 : m.start], *words[m.end : m.end + 1]] == ["(", ")"]
        and m.name.casefold() not in families
    }


def _sure(words: Sequence[str], found: Sequence[Found]) -> dict[Words, tuple[EntityType, float]]:
    """Return the names of several words that are names in most places where the words stand, with their likely type."""
    scores: dict[Words, dict[EntityType, list[float]]] = defaultdict(lambda: defaultdict(list))
    for mention, score in found:
        wording = tuple(words[mention.start : mention.end])
        if len(wording) > 1 and wording[0][0].isupper() and wording[-1][0].isupper() and "," not in wording:
            scores[wording][mention.type].append(score)
    recurring = {wording: kinds for wording, kinds in scores.items() if sum(map(len, kinds.values())) > 1}
    places = _places(words, recurring)
    sure = {}
    for wording, kinds in recurring.items():
        times = sum(map(len, kinds.values()))
        if 2 * times > places[wording]:
            kind, of_kind = max(kinds.items(), key=lambda item: sum(item[1]))
            sure[wording] = kind, sum(of_kind) / len(of_kind)
    return sure


def _places(words: Sequence[str], wordings: Iterable[Words]) -> Counter[Words]:
    """Return in how many places each of some wordings stands."""
    starting: dict[str, list[Words]] = defaultdict(list)
    for wording in wordings:
        starting[wording[0]].append(wording)
    return Counter(
        wording
        for at, word in enumerate(words)
        for wording in starting.get(word, ())
        if tuple(words[at : at + len(wording)]) == wording
    )


def _spread(
    document: Document, words: Sequence[str], found: list[Found], known: Mapping[Words, tuple[EntityType, float]]
) -> list[Found]:
    """Return mentions with known names added wherever they stand, in place of parts of them; longest names first."""
    starting: dict[str, list[Words]] = defaultdict(list)
    for wording in sorted(known, key=lambda wording: -len(wording)):
        starting[wording[0]].append(wording)
    owner = [-1] * len(words)
    for number, (mention, _) in enumerate(found):
        owner[mention.start : mention.end] = [number] * (mention.end - mention.start)
    out: dict[int, Found] = dict(enumerate(found))
    for at, word in enumerate(words):
        for wording in starting.get(word, ()):
            end = at + len(wording)
            if tuple(words[at:end]) != wording or "\n" in document.text[slice(*document.span(at, end))]:
                continue
            parts = {owner[i] for i in range(at, end)} - {-1}
            covered = [out[number][0] for number in parts]
            if any(m.start < at or m.end > end or (m.start, m.end) == (at, end) for m in covered):
                break
            for number in parts:
                del out[number]
            number = len(words) + at
            owner[at:end] = [number] * len(wording)
            span = document.span(at, end)
            kind, score = known[wording]
            out[number] = Mention(at, end, span, " ".join(document.text[slice(*span)].split()), kind), score
            break
    return sorted(out.values())


def _acronyms(document: Document, words: Sequence[str], found: Sequence[Found]) -> dict[str, Found]:
    """Return the acronyms that stand in brackets after the name that they are short for, with that name."""
    short: dict[str, Found] = {}
    for mention, score in found:
        end = mention.end
        brackets = end + 2 < len(words) and words[end] + words[end + 2] == "()"
        if brackets and "\n" in document.text[slice(*document.span(end - 1, end + 3))]:
            continue
        if brackets and mention.type in _EXPLAINED and fits(words[end + 1], words[mention.start : end]):
            short.setdefault(words[end + 1], (mention, score))
    return short


def fits(acronym: str, name: Sequence[str]) -> bool:
    """Return whether a word in capitals is made of a name's letters, in order: the first letters of most of its words.

    Particles may be left out; each letter begins a word, or follows within the word that the last one began.
    """
    letters = acronym.replace(".", "").lower()
    if not (acronym[:1].isupper() and 1 < len(letters) <= _LONGEST_ACRONYM and sum(map(str.isupper, acronym)) > 1):
        return False
    content = [word.lower() for word in name if word.lower() not in _PARTICLES]
    if len(content) < 2 or content[0][0] != letters[0]:
        return False
    begun = 0
    at = 0
    for word in content:
        if at < len(letters) and word[0] == letters[at]:
            begun += 1
            at += 1
            place = 1
            later = {w[0] for w in content[content.index(word) + 1 :]}
            while at < len(letters) and letters[at] not in later and (place := word.find(letters[at], place) + 1):
                at += 1
    return at == len(letters) and 2 * begun > len(content)


def _votes(found: Sequence[Found], full: Mapping[str, str]) -> dict[str, EntityType]:
    """Return the type of each name on the page: the one that most speaks for, for an acronym that of its full name.

    A person's full name speaks for the family name, too.
    """
    votes: dict[str, Counter[EntityType]] = defaultdict(Counter)
    for mention, score in found:
        name = mention.name.casefold()
        votes[name][mention.type] += score  # type: ignore[assignment]
        family = name.rpartition(" ")[2]
        if mention.type == "PERSON" and family != name:
            votes[family]["PERSON"] += score  # type: ignore[assignment]
    names = {mention.name.casefold() for mention, _ in found}
    return {name: votes[full.get(name, name)].most_common(1)[0][0] for name in names}
