"""No import points upward, and no two modules or packages need each other."""

import ast
import importlib.util
from collections import defaultdict
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

spec = importlib.util.spec_from_file_location("make", ROOT / "docs" / "make.py")
make = importlib.util.module_from_spec(spec)
spec.loader.exec_module(make)
FLOORS = make.FLOORS

OUTSIDE = ("copydesk", "corpora", "training", "benchmarks")
"""The packages of the repository, lowest first."""


def modules(folder):
    """Return each module below a folder by its dotted name, packages by the name of the package."""
    found = {}
    for path in folder.rglob("*.py"):
        parts = path.relative_to(folder.parent).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


MODULES = modules(ROOT / "src" / "copydesk")


@cache
def imported(path):
    """Return what a module imports, in functions, too, those for type checking left out: (module, name or None)."""
    found = set()

    def visit(node):
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
                continue
            if isinstance(child, ast.Import):
                found.update((alias.name, None) for alias in child.names)
            elif isinstance(child, ast.ImportFrom) and child.module:
                found.update((child.module, alias.name) for alias in child.names)
            else:
                visit(child)

    visit(ast.parse(path.read_text(encoding="utf-8")))
    return found


def imports(path, known):
    """Return the modules among those known that one imports."""
    wholes = (f"{module}.{name}" if f"{module}.{name}" in known else module for module, name in imported(path))
    return {name for name in wholes if name in known}


def floor_of(name):
    part = name.split(".")[1] if "." in name else ""
    return next((number for number, floor in enumerate(FLOORS) if part in floor), None)


def test_every_part_of_copydesk_has_its_floor():
    without = {name for name in MODULES if floor_of(name) is None} - {"copydesk", "copydesk.__main__"}
    assert without == set(), "say in FLOORS (docs/make.py) where it stands"


def test_no_import_points_upward():
    upward = [
        f"{name} imports {other}"
        for name, path in sorted(MODULES.items())
        for other in sorted(imports(path, MODULES))
        if floor_of(name) is not None and (floor_of(other) is None or floor_of(other) > floor_of(name))
    ]
    assert upward == []


@pytest.mark.parametrize("depth", [2, 3, 99], ids=["packages", "rooms", "modules"])
def test_no_two_need_each_other(depth):
    """Looks at imports within functions, too: they defer a circle and do not undo it."""
    needs = defaultdict(set)
    for name, path in MODULES.items():
        own = ".".join(name.split(".")[:depth])
        others = {".".join(other.split(".")[:depth]) for other in imports(path, MODULES)}
        needs[own] |= {other for other in others if other != own and not own.startswith(other + ".")}
        if depth < 99:
            needs[own] -= {other for other in others if other.startswith(own + ".")}
    needs.pop("copydesk", None)
    assert circle(needs) == []


def circle(needs):
    """Return the names of one circle among what needs what, none where there is no circle."""
    try:
        TopologicalSorter(needs).prepare()
    except CycleError as error:
        return error.args[1]
    return []


def test_a_circle_is_found():
    assert circle({"a": {"b"}, "b": {"c"}, "c": set()}) == []
    assert set(circle({"a": {"b"}, "b": {"c"}, "c": {"a"}})) == {"a", "b", "c"}


def test_corpora_training_and_benchmarks_stand_above_copydesk_in_this_order():
    known = {name: path for package in OUTSIDE[1:] for name, path in modules(ROOT / package).items()}
    upward = [
        f"{name} imports {other}"
        for name, path in sorted(known.items())
        for other in sorted(imports(path, known))
        if OUTSIDE.index(other.split(".")[0]) > OUTSIDE.index(name.split(".")[0])
    ]
    assert upward == []
    needed = {other for path in MODULES.values() for other in imports(path, known)}
    assert needed == set(), "the package needs what does not ship"
