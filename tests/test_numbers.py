"""A number in the code says what it is: a threshold, a bound, a weight; by hand, unless its words name a script."""

import ast
from pathlib import Path

import pytest

SRC = Path(__file__).resolve().parents[1] / "src" / "copydesk"
FILES = sorted(
    path for part in ("articles", "claims", "copies", "language", "reading") for path in (SRC / part).rglob("*.py")
)


def is_number(node):
    """Tell whether a value is a number, or a tuple of numbers."""
    if isinstance(node, ast.UnaryOp):
        return is_number(node.operand)
    if isinstance(node, ast.Tuple):
        return bool(node.elts) and all(map(is_number, node.elts))
    return isinstance(node, ast.Constant) and type(node.value) in (int, float)


def unexplained(text):
    """Return the constants of a module that are numbers without a comment on their line or above, or a docstring."""
    lines, body = text.splitlines(), ast.parse(text).body
    found = []
    for node, after in zip(body, [*body[1:], None], strict=True):
        if not isinstance(node, ast.Assign | ast.AnnAssign) or node.value is None or not is_number(node.value):
            continue
        said = (
            isinstance(after, ast.Expr) or "#" in lines[node.end_lineno - 1] or lines[node.lineno - 2].startswith("#")
        )
        if not said:
            found.append(ast.unparse(node.targets[0] if isinstance(node, ast.Assign) else node.target))
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SRC)))
def test_each_number_says_what_it_is(path):
    assert unexplained(path.read_text(encoding="utf-8")) == []


def test_a_number_without_words_is_found():
    assert unexplained("A = 1\nB = 2  # words\nC = 3\n'''Words.'''\n# Words.\nD = -4, 5\nE = 6, 7\n") == ["A", "E"]
    assert unexplained("A = 'x'\nB = [1]\nC = True\n") == []
