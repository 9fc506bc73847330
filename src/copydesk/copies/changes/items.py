"""The facts that stand in a sentence, word by word: names, numbers, parts of dates, negation, doubt.

The record's entities and times are used where it has them. Where it has none, capital letters and the words for days
and months stand in for them, which finds names and dates alike but cannot tell a place from a person.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Final, Literal, NamedTuple, TypeAlias

from copydesk.copies.texts.text_words import Token, folded
from copydesk.copies.texts.view import View, low
from copydesk.english.fact_words import (
    ADJECTIVE_ENDINGS,
    DAYS,
    DOUBT,
    EXPECTED,
    MONTHS,
    NEGATION,
    NO_NAMES,
    ORDINALS,
    PERCEIVED,
    RELATIVE,
    SCALES,
    SEEMING,
    TITLES,
)
from copydesk.english.function_words import AUXILIARIES

Kind: TypeAlias = Literal["name", "place", "number", "date", "negation", "certainty"]
_YEAR: Final = re.compile(r"(?:1[6-9]|20)\d\d$")


class Item(NamedTuple):
    """A fact: its kind, the token's place in the row of tokens, what it is compared by, and a finer sort."""

    kind: Kind
    place: int
    key: str
    sort: str


def names_of(views: Iterable[View]) -> frozenset[str]:
    """Return the words that stand capitalised within a sentence of any view: names even where they begin one."""
    return frozenset(
        low(view, token).removesuffix("'s")
        for view in views
        for sentence in view.sentences
        for token in sentence.tokens[1:]
        if token.capital
    )


def entity_types(view: View) -> dict[int, str]:
    """Return the entity type of each character at which a mention's word may start."""
    return {
        at: entity.type for entity in view.record.entities for start, end in entity.mentions for at in range(start, end)
    }


def items(view: View, row: Sequence[Token], names: frozenset[str], types: dict[int, str]) -> list[Item]:
    """Return the facts of a row of tokens, in order."""
    found: list[Item] = []
    words = [low(view, token) for token in row]
    dated = _dates(words, row)
    for place, (word, token) in enumerate(zip(words, row, strict=True)):
        bare = word.removesuffix("'s")
        if place in dated:
            found.append(Item("date", place, *dated[place]))
        elif token.number and word == "one" and view.record.text[token.end : token.end + 1] == "-":
            continue  # one-on-one, one-sided: counts nothing
        elif token.number:
            following = words[place + 1] if place + 1 < len(words) else ""
            scale = following if following in SCALES - {"percent"} else ""
            found.append(Item("number", place, token.stem + scale, "number"))
        elif word in NEGATION and _bounds(words, place):
            continue  # no fewer than 11: a bound
        elif word in NEGATION or word.endswith("n't"):
            found.append(Item("negation", place, "not", "not"))
        elif word == "whether" and any(before.startswith("ask") for before in words[max(0, place - 2) : place]):
            continue  # a question that an interviewer put
        elif word == "could" and _perceived(words, place):
            continue  # could be felt on the coast: what was possible to perceive, not a doubt
        elif word in DOUBT and not (token.capital and place):
            found.append(Item("certainty", place, DOUBT[word], DOUBT[word]))
        elif _doubted(words, place):
            found.append(Item("certainty", place, "phrase", "phrase"))
        elif word in ORDINALS and not token.capital:
            found.append(Item("number", place, word, "ordinal"))
        elif token.start in types or (
            token.capital and bare not in NO_NAMES and (place or bare in names or _opens_name(bare, row))
        ):
            kind: Kind = "place" if types.get(token.start) == "PLACE" else "name"
            found.append(Item(kind, place, folded(bare.replace(".", "")), "name"))
    return found


def _opens_name(word: str, row: Sequence[Token]) -> bool:
    """Whether the first word of a sentence is a name's, by another of its words after it."""
    return (
        len(row) > 1
        and row[1].capital
        and row[1].content
        and word not in TITLES
        and not word.endswith(ADJECTIVE_ENDINGS)
    )


def _bounds(words: Sequence[str], place: int) -> bool:
    """Whether a negation is the first word of a bound such as `no fewer than`."""
    return words[place + 1 : place + 3] in (["fewer", "than"], ["less", "than"], ["more", "than"])


def _perceived(words: Sequence[str], place: int) -> bool:
    """Whether the verb after `could` says that something was perceived."""
    verb = next((word for word in words[place + 1 : place + 4] if word not in {"be", "not", "still", "also"}), "")
    return verb in PERCEIVED


def _doubted(words: Sequence[str], place: int) -> bool:
    """Whether a word is the middle of a phrase such as `is expected to`, `seems to`."""
    if words[place + 1 : place + 2] != ["to"]:
        return False
    before = set(words[max(0, place - 2) : place])
    return words[place] in SEEMING or (words[place] in EXPECTED and bool(before & AUXILIARIES))


def _dates(words: Sequence[str], row: Sequence[Token]) -> dict[int, tuple[str, str]]:
    """Return for each word that is part of a date what it is compared by, and which part it is."""
    found: dict[int, tuple[str, str]] = {}
    for place, (word, token) in enumerate(zip(words, row, strict=True)):
        if word in DAYS or word in RELATIVE:
            found[place] = word, "weekday"
        elif word in MONTHS and token.capital:
            near = [i for i in (place - 1, place + 1) if 0 <= i < len(row) and row[i].number]
            if word in {"may", "march", "mar"} and not near:
                continue
            found[place] = MONTHS[word], "month"
            for i in near:
                if len(row[i].stem) <= 2:
                    found[i] = row[i].stem, "day"
        elif token.number and _YEAR.match(token.stem) and "," not in word:
            found[place] = token.stem, "year"
    return found
