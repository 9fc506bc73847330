"""What the words of a predicate tell of its type: its own, those of its objects, and of what embeds it."""

from collections.abc import Iterator
from typing import Final

from copydesk.english.event_types import NONE, labels_by_words
from copydesk.reading.events.event_coreference import stem_of
from copydesk.reading.events.event_tree import Tree

_EMBEDDING: Final = ("xcomp", "ccomp", "obj", "advcl", "acl", "nmod", "obl", "compound", "nsubj", "nsubj:pass")
_OBJECTS: Final = ("obj", "xcomp", "ccomp", "obl", "nsubj:pass", "nmod", "compound", "obl:agent")


def labels_of(tree: Tree, word: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the labels ("TYPE" or "TYPE/mode") of a predicate with its objects, and of the predicate alone."""
    table = labels_by_words()
    lemma = tree.lemma(word)
    heads = [tree.lemma(i) for i in tree.kids(word, *_OBJECTS)]
    phrases = [f"{lemma} {tree.forms[i]}" for i in tree.kids(word, "compound:prt", "advmod", "obl", "xcomp", "obj")]
    before = [f"{tree.lemma(i)} {lemma}" for i in tree.kids(word, "compound", "amod")]
    if word + 1 < len(tree):
        phrases.append(f"{lemma} {tree.forms[word + 1]}")
    joint = [name for head in heads for name in table.get(f"{lemma}+{head}", ())]
    joint += [name for phrase in (*phrases, *before) for name in table.get(phrase, ())]
    alone = table.get(lemma, ()) or table.get(lemma.split(" ")[0], ())
    return tuple(dict.fromkeys(joint)), alone


def tells_none(tree: Tree, word: int) -> bool:
    """Return whether a predicate with its objects is an everyday phrase of no type ("met the deadline")."""
    return NONE in labels_of(tree, word)[0]


def tells_with_object(tree: Tree, word: int, name: str) -> bool:
    """Return whether a predicate together with its object tells of a type."""
    return any(label.partition("/")[0] == name for label in labels_of(tree, word)[0])


def modes_of(tree: Tree, word: int) -> tuple[str, ...]:
    """Return the types with modes that a predicate's words tell: those of it with its objects, else its own."""
    joint, alone = labels_of(tree, word)
    return joint or alone


def type_clues(tree: Tree, word: int) -> Iterator[str]:
    """Yield the names of what a predicate's words say of its type: its own, its objects', and what embeds it."""
    joint, alone = labels_of(tree, word)
    tag = "verb" if tree.tags[word] == "VERB" else "noun"
    for name in {label.split("/")[0] for label in joint}:
        yield f"with.{name}"
    types = sorted({label.split("/")[0] for label in alone})
    for name in types:
        yield f"word.{name}"
        yield f"word.{name}.{tag}"
    if len(types) == 1:
        yield f"only.{types[0]}"
    if not joint and not alone:
        yield f"unknown.{tag}"
    lemma = tree.lemma(word)
    yield f"lemma.{lemma}"
    yield f"stem.{stem_of(lemma)}"
    for i in tree.kids(word, *_OBJECTS):
        yield f"object.{tree.lemma(i)}"
        for name in {label.split("/")[0] for label in labels_by_words().get(tree.lemma(i), ())}:
            yield f"object.{name}"
    above, label = tree.heads[word], tree.labels[word]
    if above != word and label in _EMBEDDING:
        yield f"above.{tree.lemma(above)}"
        for name in {one.split("/")[0] for one in sum(labels_of(tree, above), ())}:
            yield f"above.{name}"
            yield f"above.{name}.{label}"
