"""A list of English words has one owner, in `english/`: no module keeps a second one."""

import ast
import itertools
import re
from pathlib import Path

from copydesk.english import function_words

SRC = Path(__file__).resolve().parents[2] / "src" / "copydesk"
LEAST = 10
"""Words of a collection that is a list of words."""
SHARED = 0.75
"""Share of the shorter list that stands in the longer one too, from which on both are one list."""
SAME = 0.4
"""Share of the words of either list that stand in both, from which on they are nearly the same."""
SMALL = frozenset().union(*(v for v in vars(function_words).values() if isinstance(v, frozenset)))
_WORD = re.compile(r"[a-z][a-z'’.-]*[a-z']")
_CONTROL = re.compile(r"\\[A-Za-z]|\(\?[a-zA-Z]+|\[[^\]]*\]")


def strings_of(node):
    """Return the strings of a value, those of types (`Literal`) left out."""
    if isinstance(node, ast.Subscript):
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    for child in ast.iter_child_nodes(node):
        yield from strings_of(child)


def own_terms():
    """Return the words that are terms of the program: values of its types, labels of Universal Dependencies."""
    terms = set()
    for path in SRC.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Subscript) and ast.unparse(node.value).endswith("Literal"):
                terms |= {c.value for c in ast.walk(node.slice) if isinstance(c, ast.Constant)}
    return terms | set(
        "acl advcl advmod agent amod appos aux case cc ccomp compound conj cop csubj dep desc det discourse expl fixed "
        "flat goeswith iobj list mark nmod nsubj nummod obj obl orphan parataxis pass poss prt punct relcl root tmod "
        "unmarked vocative xcomp adj adp adv cconj intj noun num part pron propn sconj sym verb".split()
    )


def word_lists():
    """Yield where each list of words stands, its name, and its words in small letters."""
    terms = own_terms()
    for path in sorted(SRC.rglob("*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
                name = ast.unparse(node.targets[0] if isinstance(node, ast.Assign) else node.target)
                found = set(_WORD.findall(_CONTROL.sub(" ", "\n".join(strings_of(node.value))).lower()))
                if len(found - terms) >= LEAST and name != "__all__":
                    yield str(path.relative_to(SRC)), name, frozenset(found - terms)


PARTS = ("articles", "claims", "copies", "language", "pages", "reading", "sources")
NO_LANGUAGE = {("articles/scorer/vocabulary.py", "GROUPS"), ("articles/lines/features.py", "_OWN")}
"""Words in class names and ids, and names of features."""


def is_second(words, others):
    """Tell whether one list says again what another lists.

    Small words stand in many lists by right: they count only where the lists are nearly the same.
    """
    both = words & others
    telling = len(both - SMALL)
    nearly = len(both) >= LEAST and len(both) >= SAME * len(words | others)
    return nearly or (telling >= LEAST and telling >= SHARED * min(len(words - SMALL), len(others - SMALL)))


def test_no_list_of_words_outside_english_says_again_what_another_module_lists():
    lists = [one for one in word_lists() if one[0].split("/")[0] in (*PARTS, "english") and one[:2] not in NO_LANGUAGE]
    twice = [
        f"{file} {name} ({len(words)}), {other} {other_name} ({len(others)}): {' '.join(sorted(words & others)[:12])}"
        for (file, name, words), (other, other_name, others) in itertools.combinations(lists, 2)
        if file != other and not ("english" in file.split("/") and "english" in other.split("/"))
        if is_second(words, others)
    ]
    assert twice == [], "move what they share to english/ and use it in both"


def test_a_list_with_a_second_owner_is_found():
    verbs = frozenset("say tell announce claim warn argue insist deny allege declare testify confirm".split())
    assert is_second(verbs, verbs | {"speak", "write"})
    assert is_second(verbs | frozenset(f"w{n}" for n in range(30)), verbs)
    assert not is_second(verbs, frozenset(f"w{n}" for n in range(30)) | {"say", "tell"})


def test_small_words_are_shared_by_right():
    assert is_second(SMALL, SMALL)
    assert not is_second(frozenset(sorted(SMALL)[:12]), SMALL)
