"""The tree stays readable: short modules, each name once, nothing written twice."""

import ast
from collections import defaultdict
from pathlib import Path

import pytest

SRC = Path(__file__).resolve().parents[1] / "src" / "copydesk"
FILES = sorted(SRC.rglob("*.py"))
SAME_LINES = 12


def test_no_module_is_longer_than_350_lines():
    lengths = {str(path.relative_to(SRC)): len(path.read_text(encoding="utf-8").splitlines()) for path in FILES}
    assert {name: length for name, length in lengths.items() if length > 350} == {}


def test_no_twelve_lines_stand_twice():
    """Imports and the names that a module exports aside."""
    places = defaultdict(list)
    for path in FILES:
        lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines()]
        kept = [(n, line) for n, line in enumerate(lines, 1) if line and not line.startswith(("from ", "import ", '"'))]
        for at in range(len(kept) - SAME_LINES + 1):
            key = tuple(line for _, line in kept[at : at + SAME_LINES])
            places[key].append(f"{path.relative_to(SRC)}:{kept[at][0]}")
    assert [where for where in places.values() if len(where) > 1] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SRC)))
def test_a_module_and_what_is_public_in_it_have_docstrings(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree)
    kinds = (ast.ClassDef, ast.FunctionDef)
    public = [node for node in tree.body if isinstance(node, kinds) and not node.name.startswith("_")]
    assert [node.name for node in public if not ast.get_docstring(node)] == []


def test_no_two_public_classes_share_a_name():
    homes = defaultdict(list)
    for path in FILES:
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                homes[node.name].append(str(path.relative_to(SRC)))
    assert {name: where for name, where in homes.items() if len(where) > 1} == {}


def test_no_two_modules_share_a_name():
    """A name that a traceback or a search shows is one file."""
    names = defaultdict(list)
    for path in FILES:
        if not path.name.startswith("__"):
            names[path.name].append(str(path.relative_to(SRC)))
    assert {name: where for name, where in names.items() if len(where) > 1} == {}
