"""`python -m tests.golden [NAME …]` rewrites the golden files and prints, field by field, what became different.

Files made on another arithmetic than this machine's are rewritten all together, or not at all.
"""

import json
import sys

from tests.golden import ARITHMETIC, HERE, arithmetic, as_json, differences, makers, pruned


def main(names: list[str]) -> int:
    """Rewrite the golden files of these names, or all of them; return the exit code."""
    made = makers()
    if unknown := [name for name in names if name not in made]:
        print("no golden file of the name", ", ".join(unknown), file=sys.stderr)
        return 2
    known = ARITHMETIC.read_text().strip() if ARITHMETIC.exists() else ""
    if names and known != arithmetic():
        print("the files were made on another arithmetic: rewrite all of them", file=sys.stderr)
        return 2
    changed = 0
    for name in names or made:
        path, value = HERE / f"{name}.json", pruned(made[name]())
        golden = json.loads(path.read_text()) if path.exists() else None
        if golden == value:
            continue
        changed += 1
        print(f"{path.name}: {'changed' if path.exists() else 'new'}")
        for line in differences(golden, value) if golden is not None else []:
            print("   ", line)
        path.write_text(as_json(value))
    for path in HERE.glob("*.json"):
        if path.stem not in made:
            print(f"{path.name}: removed, no page has this name")
            path.unlink()
    ARITHMETIC.write_text(arithmetic() + "\n")
    print(f"{changed} of {len(names or made)} golden files rewritten")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
