"""Golden records: what copydesk says about some pages, whole, kept as files and compared field by field.

The pages are the examples and those in `pages/`: short, written for this, each hard in its own way. Beside the records
stand the stories that `trace` makes of the examples and what `compare` says of each with the wire story. A golden file
leaves out what is null or empty, so a new field shows only where it is filled. `python dev.py golden` (or, in an
environment that has copydesk, `python -m tests.golden`) rewrites them: read the difference before you commit it.

Processors add the network's numbers in another order, which moves the last digits, and with them what lies right at a
threshold: an event more, a piece of it less. `arithmetic.txt` tells on which arithmetic the files were made. On the
same one, records must be equal; on another, a few items of each may differ.
"""

import difflib
import hashlib
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import copydesk
from copydesk.language import parse

HERE = Path(__file__).resolve().parent
EXAMPLES = HERE.parents[1] / "examples"
WIRE_STORY = "1-wire-story"
DAY = "2026-03-12"  # given to plain texts, which cannot tell their own
OPTIONS: dict[str, dict[str, Any]] = {
    "words-as-they-stand": {"as_is": True},
    "issue-day-in-address": {"url": "https://herald.example/magazine/2026/04/the-last-lighthouse-keeper"},
    "5-rewritten-copy": {"published": "2026-10-09"},
    "3-trimmed-copy": {"published": "2026-10-08"},
    "8-unrelated": {"published": "2026-10-08"},
}
ARITHMETIC = HERE / "arithmetic.txt"
ROUNDED = 8
"""Items of a golden file that may differ where the processor rounds otherwise than the one that the files are from."""
PROBE = "The ferry company denied on Friday that its boats had been overloaded when two of them sank off the island."
_ID = re.compile(r'"[a-z]\d+"')
Made = Callable[[], Any]


def makers() -> dict[str, Made]:
    """Return, by name of a golden file, the call that makes anew what it keeps."""
    pages = sorted([*EXAMPLES.glob("*.html"), *EXAMPLES.glob("*.txt"), *(HERE / "pages").iterdir()])
    made: dict[str, Made] = {path.stem: lambda path=path: _builtins(read(path)) for path in pages}
    examples = [path for path in pages if path.parent == EXAMPLES]
    made["trace-examples"] = lambda: [_builtins(story) for story in copydesk.trace([read(path) for path in examples])]
    wire = next(path for path in examples if path.stem == WIRE_STORY)
    for path in examples:
        if path != wire:
            made[f"compare-{path.stem}"] = lambda path=path: _builtins(copydesk.compare(read(wire), read(path)))
    return made


@cache
def read(path: Path) -> copydesk.Record:
    """Return the record of one page, named for its file; stories and comparisons are made from the same ones."""
    content, options = path.read_bytes().decode(), OPTIONS.get(path.stem, {})
    if path.suffix == ".html":
        return copydesk.read_html(content, id=path.stem, **options)
    return copydesk.read_text(content, id=path.stem, **{"published": DAY, **options})


def _builtins(value: Any) -> Any:
    return json.loads(value.to_json())


@cache
def arithmetic() -> str:
    """Return what tells one arithmetic from another: a hash of all numbers that the network gives for one sentence."""
    document = parse(PROBE)
    numbers = [document.role_marks, document.factuality, document.events, *document.happenings.values()]
    return hashlib.sha256(b"".join(value.tobytes() for value in numbers)).hexdigest()


def unlike(lines: list[str]) -> list[str]:
    """Return the lines of a difference that still differ when ids are left out: an event more shifts all later ids."""
    count = Counter[str]()
    for line in lines:
        count[_ID.sub('""', line[2:])] += 1 if line[0] == "+" else -1
    return [f"{'+' if number > 0 else '-'} {line}" for line, number in count.items() for _ in range(abs(number))]


def pruned(value: Any) -> Any:
    """Return a value without what is null or empty in it; numbers with a fraction are rounded to two places."""
    if isinstance(value, dict):
        kept = {key: pruned(item) for key, item in value.items()}
        return {key: item for key, item in kept.items() if item is not None and item not in ([], {}, "", False)}
    if isinstance(value, list):
        return [pruned(item) for item in value]
    return round(value, 2) if isinstance(value, float) else value


def as_json(value: Any) -> str:
    """Return a pruned value as JSON with one line for each field, and one for each item of a list of objects."""
    if isinstance(value, list):
        return "[\n" + ",\n".join(as_json(item).rstrip() for item in value) + "\n]\n"
    fields = [f"{json.dumps(key)}: {_laid_out(item)}" for key, item in value.items()]
    return "{\n" + ",\n".join(fields) + "\n}\n"


def _laid_out(value: Any) -> str:
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return "[\n  " + ",\n  ".join(_compact(item) for item in value) + "\n]"
    return _compact(value)


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def differences(golden: Any, made: Any) -> list[str]:
    """Return the differences of two pruned values, one a line: `-` was golden, `+` is made now.

    Positions are told as the words that stand there; where only positions differ, the numbers are told too.
    """
    for numbers in (False, True):
        before, after = ([*_told(value, numbers)] for value in (golden, made))
        lines = [line for line in difflib.ndiff(before, after) if line[0] in "-+"]
        if lines:
            return lines
    return [] if golden == made else ["  the same values in another form: rewrite the golden file"]


def _told(value: Any, numbers: bool) -> Iterator[str]:
    """Yield one line for each field, and each item of a list, of a record, story or comparison."""
    for item in value if isinstance(value, list) else [value]:
        text = item.get("text", "") if isinstance(item.get("text"), str) else ""
        for key, field in item.items():
            if key == "text":
                yield from (f"text: {line}" for line in text.split("\n"))
            elif isinstance(field, list):
                yield from (f"{key}: {_compact(_quoted(part, text, numbers))}" for part in field)
            else:
                yield f"{key}: {_compact(_quoted(field, text, numbers))}"


def _quoted(value: Any, text: str, numbers: bool) -> Any:
    """Return a value with the words of each span in place of its two positions, or after them."""
    if isinstance(value, dict):
        return {key: _quoted(item, text, numbers) for key, item in value.items()}
    if isinstance(value, list):
        if text and len(value) == 2 and all(type(item) is int for item in value):
            return f"{value} {text[value[0] : value[1]]}" if numbers else text[value[0] : value[1]]
        return [_quoted(item, text, numbers) for item in value]
    return value
