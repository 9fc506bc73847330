"""Whether people that a number counts were killed, injured, missing, detained or displaced: the kind of a toll."""

from copydesk.english.amounts import KINDS_OF_WORDS, PEOPLE, PEOPLE_ENDINGS
from copydesk.english.tolls import TAKING_LIVES, TOLL_NOUNS, TOLL_PARTICIPLES, TOLL_SUBJECTS
from copydesk.reading.trees import DependencyTree
from copydesk.records import QuantityKind

_KIND_OF: dict[str, QuantityKind] = {word: kind for kind, words in KINDS_OF_WORDS for word in words}
KIND_OF_PARTICIPLE: dict[str, QuantityKind] = {word: _KIND_OF[word] for word in TOLL_NOUNS | TOLL_PARTICIPLES}


def kind_of(
    tree: DependencyTree, token: int, last: int, *, adjacent: bool = False, total: bool = False
) -> QuantityKind | None:
    """Return the kind that the words around a noun or a bare number tell, or None.

    Args:
        tree: the text's parse.
        token: the noun counted, or the number.
        last: the first word after the number.
        adjacent: look only at the word after the number ("42,397 injured").
        total: the token is a total ("the death toll", "the number of injured").
    """
    word = tree.word(token).lower()
    if total:
        if word == "toll" and not any(
            tree.word(i).lower() in ("injury", "injured", "road") for i in tree.children(token)
        ):
            return "people-killed"
        near = [*tree.subtree(token), token + 2] if tree.word(token + 1) == "of" else [*tree.subtree(token)]
        return next((_KIND_OF[w] for i in near if (w := tree.word(i).lower()) in TOLL_NOUNS), None)
    if adjacent:
        after = tree.word(last).lower() if last < len(tree) else ""
        return KIND_OF_PARTICIPLE.get(after)
    if word in TOLL_NOUNS:
        return _KIND_OF[word]
    if tree.tags[token] != "NUM" and not is_people(tree, token):
        return None
    if word in ("lives", "life"):
        return "people-killed" if tree.word(tree.heads[token]).lower() in TAKING_LIVES else None
    return _inside(tree, token) or _governing(tree, token)


def is_people(tree: DependencyTree, token: int) -> bool:
    """Tell whether a noun means people: by a list, by its ending, or as a people's name ("29 New Yorkers")."""
    word = tree.word(token)
    lower = word.lower()
    if lower in PEOPLE:
        return True
    if tree.tags[token] == "PROPN" or word[:1].isupper():
        return lower.endswith(("s", "ese", "men"))
    return lower.endswith(PEOPLE_ENDINGS) and len(lower) > 4


def _inside(tree: DependencyTree, token: int) -> QuantityKind | None:
    """Return the kind that a word inside the noun phrase tells: "injured civilians", "people who died"."""
    for child in tree.children(token):
        label, word = tree.labels[child], tree.word(child).lower()
        if label == "amod" and word in TOLL_NOUNS | TOLL_PARTICIPLES:
            return _KIND_OF[word]
        if label in ("acl", "acl:relcl", "amod", "xcomp", "advcl", "appos", "advmod", "nmod") and child > token:
            for verb in (child, *(i for i in tree.children(child) if tree.labels[i] in ("conj", "xcomp", "ccomp"))):
                kind = _of_verb(tree, verb, passive=True)
                if kind and label not in ("appos", "nmod", "advmod", "advcl"):
                    return kind
                if kind and tree.word(verb).lower() in ("missing", "dead"):
                    return kind
    return None


def _of_verb(tree: DependencyTree, verb: int, *, passive: bool) -> QuantityKind | None:
    word = tree.word(verb).lower()
    if word in TOLL_SUBJECTS:
        return _KIND_OF[word]
    if passive and word in TOLL_PARTICIPLES and not tree.has(verb, "obj"):
        return _KIND_OF[word]
    if word in ("unaccounted", "homeless"):
        return _KIND_OF[word]
    if word == "lost" and any(tree.word(i).lower() in ("lives", "life") for i in tree.children(verb)):
        return "people-killed"
    if word == "custody" and tree.tags[verb] == "NOUN":
        return "people-detained"
    return None


def _governing(tree: DependencyTree, token: int) -> QuantityKind | None:
    """Return the kind that the verb tells whose subject or object the noun is."""
    label, head = tree.labels[token], tree.heads[token]
    steps = 0
    while label == "conj" and head != token and steps < 4:
        token, label, head, steps = head, tree.labels[head], tree.heads[head], steps + 1
    if head == token:
        return None
    word = tree.word(head).lower()
    if label in ("nsubj", "nsubj:pass"):
        passive = label == "nsubj:pass" or not tree.has(head, "obj")
        kind = _of_verb(tree, head, passive=passive)
        if kind:
            return kind
        for child in tree.children(head):
            if tree.labels[child] in ("xcomp", "ccomp", "conj", "advmod", "advcl") and child > head:
                if tree.labels[child] == "conj" and (tree.has(child, "nsubj") or tree.has(child, "nsubj:pass")):
                    continue
                kind = _of_verb(tree, child, passive=label == "nsubj:pass" or tree.labels[child] == "xcomp")
                if kind and (
                    tree.labels[child] in ("xcomp", "conj") or tree.word(child).lower() in ("dead", "missing")
                ):
                    return kind
        return None
    if label == "obj":
        if word in _KIND_OF and word not in TOLL_SUBJECTS - {"dead", "missing"} and tree.tags[head] == "VERB":
            return _KIND_OF[word]
        for child in tree.children(head):
            if tree.labels[child] in ("xcomp", "conj", "advmod", "compound:prt", "amod", "acl", "ccomp"):
                after = tree.word(child).lower()
                if after in ("dead", "missing", "homeless") or (
                    tree.labels[child] == "xcomp" and after in TOLL_PARTICIPLES
                ):
                    return _KIND_OF[after]
    return None
