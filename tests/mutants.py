"""`python -m tests.mutants MODULE TEST…` changes what a module decides, one by one, and tells what no test sees.

    python -m tests.mutants english/sentences tests/english/test_sentences.py

Needs the extra `mutants` (cosmic-ray). It works in a copy of the tree. Only comparisons, `and`, `or`, `True`, `False`,
`break` and `continue` are changed: what decides. A change that lives is a promise that no test keeps, or code that
decides nothing.
"""

import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LEFT_OUT = (
    "core/NumberReplacer",
    "core/ReplaceBinaryOperator.*",
    "core/ReplaceUnaryOperator.*",
    "core/ExceptionReplacer",
    "core/RemoveDecorator",
    "core/ZeroIterationForLoop",
    "core/VariableReplacer",
    "core/VariableInserter",
)
CONFIG = """[cosmic-ray]
module-path = "src/copydesk/{module}.py"
timeout = 60.0
excluded-modules = []
test-command = "{python} -m pytest -q -x -p no:cacheprovider {tests}"

[cosmic-ray.distributor]
name = "local"

[cosmic-ray.filters.operators-filter]
exclude-operators = {left_out}
"""
FOUND = """SELECT start_pos_row, operator_name, diff, test_outcome = 'KILLED'
FROM mutation_specs JOIN work_results USING (job_id) WHERE worker_outcome = 'NORMAL' ORDER BY start_pos_row"""


def main(module: str, tests: list[str]) -> int:
    """Run the mutants of one module against some tests; print those that live, and how many."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "tree"
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".*", "__pycache__", "results", "images"))
        config, session = Path(folder) / "mutants.toml", Path(folder) / "mutants.sqlite"
        command = {"module": module, "python": sys.executable, "tests": " ".join(tests), "left_out": list(LEFT_OUT)}
        config.write_text(CONFIG.format(**command))
        for step in (("cosmic-ray", "init", config, session), ("cr-filter-operators", session, config),
                     ("cosmic-ray", "exec", config, session)):  # fmt: skip
            program = str(Path(sys.executable).with_name(step[0]))
            subprocess.run([program, *map(str, step[1:])], cwd=copy, check=True, env={"PYTHONPATH": str(copy / "src")})
        rows = sqlite3.connect(session).execute(FOUND).fetchall()
    for line, operator, difference, killed in rows:
        if not killed:
            changed = [part[1:].strip() for part in difference.splitlines() if part[:1] == "+" and part[:3] != "+++"]
            print(f"{module}.py:{line} {operator.removeprefix('core/')}: {' '.join(changed)}")
    print(f"{sum(killed for *_, killed in rows)} of {len(rows)} killed")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
