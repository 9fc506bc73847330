"""`python -m tests.mutants MODULE TEST…` changes what a module decides, one by one, and tells what no test sees.

    python -m tests.mutants english/sentences tests/english/test_sentences.py
    python -m tests.mutants --numbers reading/places tests/reading

Needs the extra `mutants` (cosmic-ray, whose operators make the changes). The tests are collected once; each change is
run in the module's place in a fork, and the tests there, until one fails: mostly some tenths of a second. Nothing is
written. Only comparisons, conditions, `and`, `or`, `True`, `False`, `break` and `continue` are changed: what decides. A
change that lives is a promise that no test keeps, or code that decides nothing. With `--numbers`, the module's numeric
constants are moved instead: a whole number by one, another by a tenth, up and down.
"""

import ast
import difflib
import importlib
import os
import signal
import sys
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from types import ModuleType

import pytest
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names

from copydesk.language.reader import Reader

ROOT = Path(__file__).resolve().parents[1]
CHANGED = ("AddNot", "ReplaceAndWithOr", "ReplaceOrWithAnd", "ReplaceTrue", "ReplaceFalse", "ReplaceBreak",
           "ReplaceContinue", "ReplaceComparison")  # fmt: skip
PLAIN = (int, float, str, bytes, type(None))
SECONDS = 60
"""After which the tests of a change are ended: it is seen."""
TEXTS = 2000
"""Texts whose documents are kept, but where the change is in what reads them."""


def mutants(source: str) -> Iterator[str]:
    """Yield a module's source with one decision changed, for each change."""
    for name in operator_names():
        if name.removeprefix("core/").startswith(CHANGED):
            occurrence = 0
            while (changed := mutate_code(source, get_operator(name)(), occurrence)) is not None:
                yield changed
                occurrence += 1


def moved(source: str) -> Iterator[str]:
    """Yield a module's source with one of its numeric constants moved, up and down, for each."""
    lines = source.splitlines(keepends=True)
    for node in ast.parse(source).body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            elements = node.value.elts if isinstance(node.value, ast.Tuple) else [node.value]
            for one in elements:
                if isinstance(one, ast.UnaryOp):
                    one = one.operand  # of what is below zero, the number without its sign
                if isinstance(one, ast.Constant) and type(one.value) in (int, float):
                    step = 1 if isinstance(one.value, int) else round(one.value / 10, 9)
                    for value in (one.value + step, one.value - step):
                        changed = list(lines)
                        row = changed[one.lineno - 1].encode()  # columns count bytes
                        start, end = one.col_offset, one.end_col_offset
                        changed[one.lineno - 1] = (row[:start] + repr(value).encode() + row[end:]).decode()
                        yield "".join(changed)


def put(module: ModuleType, source: str) -> None:
    """Run other source in a module's place, and give whoever imported its functions and classes the new ones."""
    before = dict(module.__dict__)
    exec(compile(source, module.__file__ or "", "exec"), module.__dict__)
    after = {id(old): module.__dict__[name] for name, old in before.items() if not isinstance(old, PLAIN)}
    for other in list(sys.modules.values()):
        if other is not module and str(getattr(other, "__file__", "")).startswith(str(ROOT)):
            for name, value in list(vars(other).items()):
                if not name.startswith("__") and id(value) in after:
                    setattr(other, name, after[id(value)])
                elif name.isupper() and name in before and value == before[name] and isinstance(value, PLAIN):
                    setattr(other, name, module.__dict__[name])


def ran(session: pytest.Session) -> bool:
    """Run the collected tests until one fails; tell whether none did."""
    for item, after in zip(session.items, [*session.items[1:], None], strict=True):
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=after)
        if session.testsfailed:
            break
    return not session.testsfailed


class Changes:
    """A plugin of pytest that runs the collected tests once for each change of a module."""

    def __init__(self, module: ModuleType, file: Path, changes: Callable[[str], Iterator[str]]) -> None:
        self.module, self.file, self.changes = module, file, changes
        self.out = os.fdopen(os.dup(sys.stdout.fileno()), "w", buffering=1)

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Tell which changes live, and how many were killed."""
        source = self.file.read_text(encoding="utf-8")
        if "language" not in self.module.__name__.split("."):
            Reader.parse = lru_cache(TEXTS)(Reader.parse)  # type: ignore[method-assign]
        if session.testsfailed or not ran(session):  # here, so that forks find loaded what the tests load
            print("the tests fail without any change", file=self.out)
            return True
        lived = total = 0
        for changed in self.changes(source):
            total += 1
            if self.passes(session, changed):
                lived += 1
                rows = difflib.unified_diff(source.splitlines(), changed.splitlines(), n=0, lineterm="")
                _, _, where, *lines = rows
                line = where.split()[1].removeprefix("-").partition(",")[0]
                words = " ".join(row[1:].strip() for row in lines if row[0] == "+")
                print(f"{self.file.relative_to(ROOT)}:{line} {words}", file=self.out)
        print(f"{total - lived} of {total} killed", file=self.out)
        return True

    def passes(self, session: pytest.Session, source: str) -> bool:
        """Run the collected tests on a changed module in a fork; tell whether they pass."""
        if (child := os.fork()) == 0:
            failed = 1
            try:
                with open(os.devnull, "w") as nowhere:
                    os.dup2(nowhere.fileno(), 1)
                    os.dup2(nowhere.fileno(), 2)
                signal.alarm(SECONDS)
                put(self.module, source)
                failed = int(not ran(session))
            finally:
                os._exit(failed)  # and nothing of what the parent still has to do
        return os.waitpid(child, 0)[1] == 0


def main(name: str, tests: list[str]) -> int:
    """Run the changes of one module against some tests; print those that live, and how many."""
    changes = mutants
    if name == "--numbers":
        changes, name, tests = moved, tests[0], tests[1:]
    file = ROOT / "src" / "copydesk" / f"{name}.py"
    module = importlib.import_module(".".join(("copydesk", *name.removesuffix("/__init__").split("/"))))
    options = ["-q", "-s", "-p", "no:cacheprovider", "--assert=plain", "--no-header", "--no-summary"]
    pytest.main([*options, *tests], plugins=[Changes(module, file, changes)])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
