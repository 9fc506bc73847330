"""Where an event happened: the place that its own words name, not the nearest name."""

from collections.abc import Iterable, Mapping
from typing import Final

from copydesk.english.function_words import PLACED
from copydesk.reading.events.event_tree import Tree

_STRICT: Final = PLACED | {"throughout", "within"}
_AT: Final = _STRICT | frozenset(("from", "to", "into", "through", "between", "by"))


def place_head(tree: Tree, word: int, places: Mapping[int, str], chosen: Iterable[int]) -> int | None:
    """Return the head of the words that say where an event happened, or None.

    Args:
        tree: the tree.
        word: the predicate.
        places: the type of the entity that a word is in the name of, by word.
        chosen: heads that the fitted weights took for a place, best first.
    """
    for head in chosen:
        if not _at_another_time(tree, word, head):
            return head
    argument = tree.document.arguments.get(word, {}).get("ARGM-LOC")
    if argument and argument.score >= _SURE and _names_place(tree, argument.head, places):
        return argument.head
    for i in tree.kids(word, "obl", "nmod"):
        case = next((tree.forms[k] for k in tree.kids(i, "case")), "")
        if case in _STRICT and places.get(i) == "PLACE":
            return i
    return None


def _at_another_time(tree: Tree, word: int, head: int) -> bool:
    """Whether a place is of what happened before or after: "was fined after waste had killed fish *in the river*"."""
    for above in tree.above(head, _CLIMBED):
        if above == word:
            return False
        if tree.labels[above] == "advcl" and any(tree.forms[i] in _APART for i in tree.kids(above, "mark", "case")):
            return word in tree.above(above, _CLIMBED)
    return False


_APART: Final = frozenset(("after", "before", "since"))
_CLIMBED: Final = 8  # words above a place among which the clause that it is in is looked for
_SURE: Final = 0.5  # probability from which on an argument is where it happened


def _names_place(tree: Tree, head: int, places: Mapping[int, str]) -> bool:
    case = next((tree.forms[k] for k in tree.kids(head, "case")), "")
    return case in _AT and (places.get(head) in ("PLACE", "ORG") or tree.tags[head] == "NOUN")


def short_phrase(tree: Tree, head: int, phrase: tuple[int, int]) -> tuple[int, int]:
    """Return a place's phrase up to the first comma after its head where it is long ("in a hotel, two miles …")."""
    start, end = phrase
    if end - start <= _LONG:
        return phrase
    return start, next((i for i in range(head + 1, end) if tree.forms[i] == ","), end)


_LONG: Final = 6  # words of a place that is told whole
