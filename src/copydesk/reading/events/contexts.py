"""In what context an event with a PLOVER type stands: military, legal, economic …, by the words of its own clause."""

from typing import Final

from copydesk.english.event_contexts import CONTEXTS
from copydesk.reading.events.event_tree import Tree

_OF: Final = {word: context for context, words in CONTEXTS.items() for word in words}
_STEPS: Final = 4  # words above and below a predicate that are looked at
_FAR: Final = 14
"""Words on either side of a predicate that are looked at."""
_OPAQUE: Final = frozenset(("conj", "parataxis", "acl:relcl", "advcl:relcl", "advcl"))
_MOST: Final = 3  # contexts of an event


def contexts_of(tree: Tree, word: int) -> tuple[str, ...]:
    """Return the contexts that the words of an event's clause tell, in order of the text; empty where none does."""
    found: dict[str, None] = {}
    start, end = tree.document.sentences[tree.document.sentence_of(word)].tolist()
    for i in range(max(start, word - _FAR), min(end, word + _FAR)):
        context = _OF.get(tree.lemma(i)) or _OF.get(tree.forms[i])
        if context and _belongs(tree, i, word):
            found[context] = None
    return tuple(found)[:_MOST]


def _belongs(tree: Tree, i: int, word: int) -> bool:
    """Whether a word is the predicate or hangs below it within a few steps, in no clause of its own."""
    for _ in range(_STEPS):
        if i == word:
            return True
        if tree.labels[i] in _OPAQUE or tree.heads[i] == i:
            return False
        i = tree.heads[i]
    return False
