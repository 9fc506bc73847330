"""Parts of a whole: "537 of the subsidiaries", "half the money", "one in five voters"."""

from copydesk.english.amounts import LEADING, NO_SHARE_AFTER, TIME_NOUNS
from copydesk.english.function_words import DEMONSTRATIVES, POSSESSIVES
from copydesk.reading.quantities.casualties import kind_of
from copydesk.reading.quantities.numerals import Numeral
from copydesk.reading.quantities.quantity_types import Counted
from copydesk.reading.trees import DependencyTree
from copydesk.records import QuantityKind

_SHARED = DEMONSTRATIVES | (POSSESSIVES - {"your"}) | {"the", "all", "them", "us", "it"}


def partitive(tree: DependencyTree, number: Numeral, first: int, last: int) -> Counted | None:
    """Return what "N of the Xs" counts; "one of" counts nothing."""
    if number.value == 1 and not number.digits:
        return None
    token = tree.top(first, last)
    noun = tree.heads[last]
    kind: QuantityKind | None = None
    if not number.fraction:
        kind = kind_of(tree, token, last)
    if noun > last and noun - last < 12:
        start = last + 1
        while start < noun and (tree.tags[start] in ("DET", "PRON") or tree.word(start).lower() in LEADING):
            start += 1
        of = None if tree.tags[noun] == "PRON" else tree.document.text[tree.start(start) : tree.end(noun)]
        if tree.tags[noun] == "NUM" and not number.fraction:  # "image 2 of 12"
            return None
        if tree.word(noun).lower() in TIME_NOUNS or (of and "\n" in of):
            return None
        end = tree.end(noun)
        inner = next((i for i in range(noun - 1, last, -1) if tree.tags[i] == "NUM"), None)
        if inner is not None:  # "three of the four men": the four are a quantity of their own
            of, end = tree.document.text[tree.start(inner + 1) : tree.end(noun)], number.end
        return Counted(of, end, "share" if number.fraction else kind or "count")
    return Counted(None, number.end, "share" if number.fraction else kind or "count")


def fraction(tree: DependencyTree, number: Numeral, first: int, last: int, bounded: bool) -> Counted | None:
    """Return what a share without "of" is a share of: "half the money", "one in five voters"."""
    text = tree.document.text[number.at : number.end].lower()
    before = tree.word(first - 1).lower() if first else ""
    after = tree.word(last).lower() if last < len(tree) else ""
    if " in " in text or " out " in text or "-" in text or (" " in text and text[0] not in "a"):
        noun = next((i for i in range(last, min(last + 4, len(tree))) if tree.tags[i] == "NOUN"), None)
        if (
            noun is not None
            and all(tree.tags[i] in ("ADJ", "NOUN", "PROPN", "DET", "ADP") for i in range(last, noun))
            and tree.word(noun).lower() not in TIME_NOUNS
        ):
            return Counted(tree.document.text[tree.start(last) : tree.end(noun)], tree.end(noun), "share")
        return Counted(None, number.end, "share")
    if before in NO_SHARE_AFTER or text.startswith(("a third ", "a fifth")):
        return None
    if (after in _SHARED and text == "half") or (after in ("the", "its", "their") and text.startswith("a")):
        return Counted(None, number.end, "share")
    argument = tree.labels[tree.top(first, last)] in ("nsubj", "obj", "obl", "nsubj:pass") and not after.isalpha()
    if bounded and (argument or after in ("said", "were", "are", "have", "had", "was")):
        return Counted(None, number.end, "share")
    return None
