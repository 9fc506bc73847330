"""What a number counts, read off the parse: a noun that it modifies, or the verb and noun whose part it is."""

import re

from copydesk.english.amounts import (
    CALLS,
    EMERGENCY,
    GROUPS_OF,
    HYPHENATED,
    LEADING,
    NO_COUNT_AFTER,
    NUMBERED,
    ONE_OF_NO_COUNT,
    PLURALS,
    TIME_NOUNS,
    VOTES,
)
from copydesk.english.lists import among
from copydesk.reading.quantities.casualties import kind_of
from copydesk.reading.quantities.numerals import Numeral
from copydesk.reading.quantities.quantity_types import Counted
from copydesk.reading.quantities.shares import fraction, partitive
from copydesk.reading.quantities.totals import total
from copydesk.reading.trees import DependencyTree
from copydesk.records import QuantityKind

_LONGEST = 7  # words between a number and what it counts
_BETWEEN = among("ADJ NOUN PROPN NUM ADV VERB PUNCT PART CCONJ SYM")


def counted(tree: DependencyTree, number: Numeral, bounded: bool) -> Counted | None:
    """Return what a number without a unit counts, or None where it counts nothing that the page tells.

    Args:
        tree: the text's parse.
        number: the number as written.
        bounded: "more than", "some" and the like stand before it.
    """
    document = tree.document
    first, last = document.words_in(number.at, number.end)
    if first >= last or _is_name(tree, number, first, last):
        return None
    hyphen = re.match(r"[ ]?[-–][ ]?([^\W\d_]+)", document.text[number.end : number.end + 24])
    if hyphen:
        return _hyphenated(number, hyphen)
    if number.value == 1 and not number.digits and not _one_counts(tree, first, last):
        return None
    if not number.digits and number.value < 11 and _in_one_of(tree, first):
        return None
    noun = _noun(tree, first, last)
    if noun is not None:
        if _is_magnitude(tree, first):
            return Counted("magnitude", number.end, "other")
        return _of_noun(tree, number, noun, last)
    return _bare(tree, number, first, last, bounded)


def _hyphenated(number: Numeral, match: re.Match[str]) -> Counted | None:
    word = match[1].lower()
    if word == "magnitude":
        return Counted(word, number.end + match.end(), "other")
    return Counted(word, number.end + match.end()) if word in HYPHENATED and number.value > 1 else None


def _is_name(tree: DependencyTree, number: Numeral, first: int, last: int) -> bool:
    """Tell whether a number is part of a name or numbers something: "Boeing 747", "page 3", "a 911 call"."""
    before = tree.word(first - 1).lower() if first else ""
    after = tree.word(last).lower() if last < len(tree) else ""
    if (
        before.rstrip(".") in NUMBERED
        or before in ("#", "no.")
        or (before == "the" and tree.word(first - 2).lower() == "under")
    ):
        return True
    if number.plain and number.digits and tree.document.text[number.at : number.end] in EMERGENCY and after in CALLS:
        return True
    word = tree.word(first)
    if (
        word[:1].isupper()
        and tree.word(last)[:1].isupper()
        and tree.word(first - 1) not in ("", ".", "“", '"', "!", "?")
    ):
        return True  # "the Two Holy Mosques"
    if after == "+" or before == "+" or after in ("°", "=", "/"):
        return True
    if tree.tags[first - 1] == "PROPN" and tree.heads[first - 1] in (*range(first, last), tree.heads[first]) and first:
        return True
    if (
        number.plain
        and number.digits
        and 1900 <= number.value < 2100
        and not number.scaled
        and before in ("in", "since", "of", "the")
    ):
        return True
    return any(
        name.start < last and first < name.end and name.end - name.start > last - first for name in tree.names(first)
    )


def _one_counts(tree: DependencyTree, first: int, last: int) -> bool:
    before = tree.word(first - 1).lower() if first else ""
    after = tree.word(last).lower() if last < len(tree) else ""
    if before in ("no", "every", "any", "each", "the", "this", "that", "another", "some", "one", "number", "by"):
        return False
    if tree.tags[min(last, len(tree) - 1)] == "PROPN":
        return False  # "one Smith" is a person
    return after.isalpha() and after not in ONE_OF_NO_COUNT and tree.labels[last - 1] == "nummod"


def _in_one_of(tree: DependencyTree, first: int) -> bool:
    """Tell whether a small number says only of which group one is: "one of the two men"."""
    words = [tree.word(i).lower() for i in range(max(0, first - 3), first)]
    return words[:2] == ["one", "of"] or words[1:] == ["one", "of"]


def _noun(tree: DependencyTree, first: int, last: int) -> int | None:
    """Return the noun after a number that the number modifies."""
    for token in range(last - 1, first - 1, -1):
        head = tree.heads[token]
        if last <= head < last + _LONGEST and tree.tags[head] in ("NOUN", "PROPN", "ADJ", "PRON", "SYM", "VERB"):
            if tree.labels[token] not in (
                "nummod",
                "compound",
                "amod",
                "det",
                "advmod",
                "nmod",
                "dep",
                "nsubj",
                "nmod:npmod",
            ):
                continue
            if tree.labels[token] in ("nsubj", "dep", "advmod", "nmod") or tree.tags[head] == "VERB":
                continue
            if all(tree.tags[i] in _BETWEEN and tree.word(i) not in ".;:()—" for i in range(last, head)):
                return head
    return _next_noun(tree, last)


def _next_noun(tree: DependencyTree, last: int) -> int | None:
    """Return the plural noun that follows a number, after adjectives at most, where the parse ties them otherwise."""
    for token in range(last, min(last + 3, len(tree))):
        word = tree.word(token).lower()
        if tree.tags[token] == "NOUN" and (
            word in PLURALS or (word.endswith("s") and not word.endswith(("ss", "us", "is")))
        ):
            goes_on = token + 1 < len(tree) and tree.tags[token + 1] == "NOUN"
            return None if goes_on or tree.start(token) - tree.end(token - 1) > 1 else token
        if tree.tags[token] not in ("ADJ", "NOUN"):
            return None
    return None


def _of_noun(tree: DependencyTree, number: Numeral, noun: int, last: int) -> Counted | None:
    word = tree.word(noun).lower()
    if word in TIME_NOUNS or word in ("times", "time") or (word == "o'clock"):
        return None
    start = last
    while start < noun and (tree.word(start) in LEADING or tree.word(start) in ("-", "–")):
        start += 1
    if len(word) < 3 and word not in ("tv", "mp", "pc"):
        return None
    end = noun + 1
    text = tree.document.text
    span = tree.document.span(start, end)
    if "\n" in text[number.end : span[1]]:
        return None
    kind: QuantityKind = "votes" if word in VOTES else kind_of(tree, noun, last) or "count"
    if word in ("magnitude", "magnitudes"):
        kind = "other"
    return Counted(text[slice(*span)], span[1], kind)


def _bare(tree: DependencyTree, number: Numeral, first: int, last: int, bounded: bool) -> Counted | None:
    """Return what a number counts that stands for itself: "42,397 injured", "537 of which", "the toll rose to 500"."""
    text = tree.document.text
    after = tree.word(last).lower() if last < len(tree) else ""
    if after == "of" and "\n" not in text[number.end : tree.start(last)]:
        return partitive(tree, number, first, last)
    if number.fraction:
        return fraction(tree, number, first, last, bounded)
    token = tree.top(first, last)
    participle = kind_of(tree, token, last, adjacent=True)
    if participle:
        return Counted(after, tree.end(last), participle)
    before = tree.word(first - 1).lower() if first else ""
    if _is_magnitude(tree, first) or after == "magnitude":
        return Counted("magnitude", number.end, "other")
    value_of = total(tree, token)
    if value_of:
        return value_of._replace(end=number.end)
    kind = kind_of(tree, token, last)
    if kind:
        return Counted(None, number.end, kind)
    if before in NO_COUNT_AFTER:
        return None
    inherited = _from_conjunct(tree, token)
    if inherited:
        return inherited._replace(end=number.end)
    if number.scaled or (number.high is not None and bounded):
        return Counted(None, number.end)
    if not number.plain and number.digits and number.value >= 1000:
        return Counted(None, number.end)
    if _is_subject(tree, token) and number.value > 1:
        return Counted(None, number.end)
    if before == "of" and tree.word(first - 2).lower() in GROUPS_OF and number.value > 1 and not after.isdigit():
        return Counted(None, number.end)
    if not number.digits or number.value >= 10:
        pass
    elif _on_richter(tree, token):
        return Counted("magnitude", number.end, "other")
    if (
        bounded
        and number.digits
        and number.plain
        and tree.labels[token] in ("obj", "nsubj", "nsubj:pass")
        and number.value < 1900
    ):
        return Counted(None, number.end)
    return None


def _is_magnitude(tree: DependencyTree, first: int) -> bool:
    """Tell whether a number tells a magnitude: "magnitude 5.9", "a magnitude of 6"."""
    before = tree.word(first - 1).lower() if first else ""
    return before == "magnitude" or (before in ("of", "a") and tree.word(first - 2).lower() == "magnitude")


def _is_subject(tree: DependencyTree, token: int) -> bool:
    """Tell whether a bare number is a verb's subject: "four registered", "500 were"."""
    if tree.tags[token] != "NUM" or tree.labels[token] not in ("nsubj", "nsubj:pass", "nummod", "conj"):
        return False
    after = token + 1
    head = tree.heads[token]
    if tree.word(after).lower() in ("were", "are", "have", "had"):
        return True
    return (
        tree.labels[token] != "conj"
        and after <= head <= after + 4
        and tree.tags[head] == "VERB"
        and tree.has(head, "obj")
    )


def _on_richter(tree: DependencyTree, token: int) -> bool:
    """Tell whether a bare number under ten is an earthquake's magnitude."""
    near = range(max(0, token - 25), min(len(tree), token + 25))
    text = tree.document.text
    return "." in text[tree.start(token) : tree.end(token)] and any(
        tree.word(i).lower() in ("richter", "magnitude", "magnitudes") for i in near
    )


def _from_conjunct(tree: DependencyTree, token: int) -> Counted | None:
    """Return what the number counts that this one is joined to: "199 were symptomatic and 500 were not"."""
    head = tree.heads[token]
    if tree.labels[token] == "conj" and tree.tags[head] == "NUM":
        return Counted(None, 0)
    return None
