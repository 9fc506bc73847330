"""How many an event killed and injured, by the numbers that stand in its own clause."""

from collections.abc import Iterable, Sequence
from typing import Final

from copydesk.reading.events.event_tree import Tree
from copydesk.records import Quantity

_STEPS: Final = 3  # words above a number of dead among which its event stands


def toll_of(tree: Tree, words: Sequence[int], quantities: Iterable[Quantity]) -> tuple[float | None, float | None]:
    """Return the numbers of dead and injured; None where no number is tied to the event's words.

    Args:
        tree: the tree.
        words: the event's predicates.
        quantities: the text's numbers, with what they count.
    """
    found: dict[str, float] = {}
    ours = set(words)
    for quantity in quantities:
        if quantity.kind not in ("people-killed", "people-injured") or quantity.kind in found:
            continue
        start, end = tree.document.words_in(*quantity.span)
        if any(_belongs(tree, word, ours) for word in range(start, end)):
            found[quantity.kind] = quantity.value
    return found.get("people-killed"), found.get("people-injured")


def _belongs(tree: Tree, word: int, ours: set[int]) -> bool:
    """Whether a word hangs below one of the predicates, or below a clause that hangs on it, within a few steps."""
    return any(above in ours for above in tree.above(word, _STEPS))
