"""Numbers that are the value of a total: "the death toll rose to 500", "a population of 2,000"."""

from collections.abc import Iterator

from copydesk.english.tolls import MEASURED, RISES, TOTALS
from copydesk.reading.quantities.casualties import kind_of
from copydesk.reading.quantities.quantity_types import Counted
from copydesk.reading.trees import DependencyTree

_VALUES = ("obl", "obj", "nummod", "xcomp", "advmod", "obl:npmod")


def total(tree: DependencyTree, token: int) -> Counted | None:
    """Return the total that a number is the value of: "the death toll rose to 500", "a population of 2,000"."""
    head = tree.heads[token]
    if tree.tags[head] == "NUM" and tree.word(token - 1).lower() == "to" and tree.word(head - 1).lower() == "from":
        return total(tree, head) if head < token else None  # "rose from 12 to 19"
    candidates: Iterator[int] = iter(())
    if tree.word(head).lower() in TOTALS and head < token:
        candidates = iter((head,))
    elif tree.word(head).lower() in RISES and tree.labels[token] in _VALUES:
        candidates = (i for i in tree.children(head) if tree.labels[i] in ("nsubj", "nsubj:pass"))
    elif tree.labels[token] == "root":
        candidates = (i for i in tree.children(token) if tree.labels[i] == "nsubj")
    for noun in candidates:
        word = tree.word(noun).lower()
        if word not in TOTALS:
            continue
        if word in MEASURED:
            return Counted(word, 0, "other")
        named = _total_of(tree, noun)
        kind = kind_of(tree, noun, noun + 1, total=True)
        return Counted(named, 0, kind or "count")
    return None


def _total_of(tree: DependencyTree, noun: int) -> str:
    """Return the words of a total: "death toll", or what "the number of" is the number of."""
    of = next((i for i in tree.children(noun) if tree.labels[i] == "nmod" and tree.word(i - 1).lower() == "of"), None)
    if of is not None and tree.word(noun).lower() in ("number", "total", "count", "tally"):
        return tree.word(of)
    start = noun
    while tree.heads[start - 1] == noun and tree.labels[start - 1] in ("compound", "amod"):
        start -= 1
    return tree.document.text[tree.start(start) : tree.end(noun)]
