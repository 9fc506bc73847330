"""A list of English words has one owner, in `english/`: no module keeps a second one."""

import ast
import itertools
import re
from functools import cache
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


@cache
def tree_of(path):
    """Return the syntax tree of a module."""
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def own_terms():
    """Return the words that are terms of the program: values of its types, labels of Universal Dependencies."""
    terms = set()
    for path in SRC.rglob("*.py"):
        for node in ast.walk(tree_of(path)) if "Literal[" in path.read_text(encoding="utf-8") else ():
            if isinstance(node, ast.Subscript) and getattr(node.value, "id", "") == "Literal":
                terms |= {c.value for c in ast.walk(node.slice) if isinstance(c, ast.Constant)}
    return terms | set(
        "acl advcl advmod agent amod appos aux case cc ccomp compound conj cop csubj dep desc det discourse expl fixed "
        "flat goeswith iobj list mark nmod nsubj nummod obj obl orphan parataxis pass poss prt punct relcl root tmod "
        "unmarked vocative xcomp adj adp adv cconj intj noun num part pron propn sconj sym verb".split()
    )


def word_lists():
    """Yield where each list of words stands, its name, and its words in small letters."""
    terms = own_terms()
    for path in (path for part in (*PARTS, "english") for path in sorted((SRC / part).rglob("*.py"))):
        for node in tree_of(path).body:
            if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
                name = ast.unparse(node.targets[0] if isinstance(node, ast.Assign) else node.target)
                found = set(_WORD.findall(_CONTROL.sub(" ", "\n".join(strings_of(node.value))).lower()))
                if len(found - terms) >= LEAST and name != "__all__":
                    yield str(path.relative_to(SRC)), name, frozenset(found - terms)


PARTS = ("articles", "claims", "copies", "language", "pages", "reading", "sources")
NO_LANGUAGE = {("articles/scorer/vocabulary.py", "GROUPS"), ("articles/lines/line_features.py", "_OWN")}
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
    lists = [one for one in word_lists() if one[:2] not in NO_LANGUAGE]
    twice = [
        f"{file} {name} ({len(words)}), {other} {other_name} ({len(others)}): {' '.join(sorted(words & others)[:12])}"
        for (file, name, words), (other, other_name, others) in itertools.combinations(lists, 2)
        if file != other and not ("english" in file.split("/") and "english" in other.split("/"))
        if is_second(words, others)
    ]
    assert twice == [], "move what they share to english/ and use it in both"


FEW = 6
"""Telling words of a list or pattern that is English, and stands in `english/`."""
READ = tuple(part for part in PARTS if part != "sources")
ELSEWHERE = {
    "names of elements, attributes, classes, metadata and addresses of pages": """
        articles/lines/line_headline.py: WEIGHTS CHECK
        articles/lines/line_features.py: _OWN
        articles/markup/author_candidates.py: _META _NOT_AUTHORED _AUTHOR_ADDRESS
        articles/markup/blocks.py: _INLINE_PRINTED _SKIPPED_PRINTED _DESCRIBING
        articles/markup/columns.py: _TAGS_PRINTED _ABOVE_PRINTED _WORDS_PRINTED _CONTAINERS_PRINTED OF_PLACES COLUMNS
        articles/markup/completeness.py: _WALL_NAMES _WALL_HINTS
        articles/markup/block_decoding.py: _APART _HINTS
        articles/markup/embedded.py: _BODY_KEYS
        articles/markup/page_facts.py: _KIND_OF_TYPE _RELEASE_SITES
        articles/markup/block_features.py: _put_words
        articles/markup/furniture_blocks.py: _BY_NAME _BY_TAG
        articles/markup/guard.py: _FLAT_PRINTED
        articles/markup/block_kinds.py: _POST_NAMES
        articles/markup/metadata.py: _ARTICLE
        articles/markup/published.py: _PUBLISHED_META _UPDATED_META _EMBEDDED
        articles/scorer/vocabulary.py: GROUPS
        reading/defects/encoding.py: _REFERENCE
        """,
    "names of what fitted weights count, and of the model's labels": """
        articles/scorer/sequence.py: _STORED
        claims/likeness.py: TRAITS
        claims/claim_salience.py: traits
        language/event_heads.py: TYPES MODES
        language/shapes.py: FORMS
        reading/attributions/role_edges.py: SLOTS
        reading/attributions/join_features.py: PAIR_NAMES NONE_NAMES
        reading/components.py: BUILT_IN
        """,
    "words and letters of other languages": """
        articles/language.py: _BROADER
        articles/masthead/other_bylines.py: _BY _AND
        articles/masthead/other_dates.py: _MONTHS_PRINTED _SHAPES
        reading/defects/name_runs.py: _RULES
        reading/entities/agreement.py: _PARTICLES
        """,
    "what copydesk says itself": """
        claims/claim_lines.py: MARKS FILTERS
        language/branch.py: _REMEDY
        language/modelfile.py: _REMEDY
        reading/defects/encoding.py: find_encoding_damage
        """,
    "the scanner of words: conventions of Universal Dependencies, no list": """
        language/word_scanner.py: _WORD
        """,
}
"""What has as many words outside `english/`, by the reason why it stays there."""


def telling(node, terms):
    """Return the words in the strings of a value that are neither small words nor terms of the program."""
    found = set(_WORD.findall(_CONTROL.sub(" ", "\n".join(strings_of(node))).lower()))
    return found - terms - SMALL


def literals(tree):
    """Yield the name and value of each list and pattern of a module: its constants, and those inside its functions."""
    for node in tree.body:
        if isinstance(node, ast.Assign | ast.AnnAssign):
            if node.value is not None:
                yield ast.unparse(node.targets[0] if isinstance(node, ast.Assign) else node.target), node.value
            continue
        for part in ast.walk(node):
            pattern = isinstance(part, ast.Call) and ast.unparse(part.func).startswith(("re.", "among", "frozenset"))
            if pattern or isinstance(part, ast.Tuple | ast.List | ast.Set | ast.Dict):
                yield getattr(node, "name", "?"), part


def english_of(tree, terms=frozenset()):
    """Return the names in a module of what is a list of English words or a pattern of some, with the words."""
    return {
        name: words for name, node in literals(tree) if name != "__all__" and len(words := telling(node, terms)) >= FEW
    }


def test_english_stands_in_english():
    terms = own_terms()
    lines = [line.split() for places in ELSEWHERE.values() for line in places.strip().splitlines()]
    known = {f"{file} {name}" for file, *names in lines for name in names}
    found = {
        f"{path.relative_to(SRC)}: {name}": " ".join(sorted(words)[:20])
        for part in READ
        for path in sorted((SRC / part).rglob("*.py"))
        if not path.is_relative_to(SRC / "reading" / "times")
        for name, words in english_of(tree_of(path), terms).items()
    }
    assert {place: words for place, words in found.items() if place not in known} == {}, "move it to english/"
    assert sorted(known - found.keys()) == [], "no exceptions any more"


def test_a_list_and_a_pattern_of_english_words_are_found_outside():
    words = "harbour ferry anchor rudder cargo"
    assert english_of(ast.parse(f"A = among('{words} crew')")).keys() == {"A"}
    assert english_of(ast.parse(f"A = re.compile(r'{words.replace(' ', '|')}|crew')")).keys() == {"A"}
    assert english_of(ast.parse(f"def f(w):\n    return w in {(*words.split(), 'crew')}")).keys() == {"f"}
    assert english_of(ast.parse(f"A = among('{words}')")) == {}
    assert english_of(ast.parse(f"A = among('{words} the of and')")) == {}


def test_a_list_with_a_second_owner_is_found():
    verbs = frozenset("say tell announce claim warn argue insist deny allege declare testify confirm".split())
    assert is_second(verbs, verbs | {"speak", "write"})
    assert is_second(verbs | frozenset(f"w{n}" for n in range(30)), verbs)
    assert not is_second(verbs, frozenset(f"w{n}" for n in range(30)) | {"say", "tell"})


def test_small_words_are_shared_by_right():
    assert is_second(SMALL, SMALL)
    assert not is_second(frozenset(sorted(SMALL)[:12]), SMALL)
