"""Make what the docs show from the program: JSON Schema, references, tables, picture of a page on the screen.

python docs/make.py
"""

import ast
import io
import json
import os
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme

import copydesk
from copydesk.cli.reference import reference
from copydesk.cli.render import show
from copydesk.cli.screen import THEME, WIDTH
from copydesk.reading.components import BUILT_IN

FLOORS = (
    ("errors", "logs", "dates", "fitted", "plugins", "products", "storage"),
    ("records",),
    ("english",),
    ("pages", "recordfolder", "engines"),
    ("sources",),
    ("articles",),
    ("language",),
    ("reading",),
    ("ingest",),
    ("copies",),
    ("claims",),
    ("tracing",),
    ("exports",),
    ("desk",),
    ("api",),
    ("web",),
    ("cli",),
)
"""The packages and modules of copydesk, lowest first: one may import from its own floor and from those below."""

DOCS = Path(__file__).resolve().parent
_INK = ["#222222", "#b42828", "#1e783c", "#966900", "#2850aa", "#8c328c", "#007382", "#5a5a5a"]
PAPER = TerminalTheme((252, 250, 245), (34, 34, 34), [tuple(bytes.fromhex(ink[1:])) for ink in _INK])


def schema() -> str:
    """Return the JSON Schema of a record, as docs/record.schema.json holds it."""
    return json.dumps(copydesk.json_schema(), indent=1, ensure_ascii=False) + "\n"


def components() -> str:
    """Return the table of the components that ship, in Markdown."""
    rows = ["| component | needs | gives | what it does |", "| --- | --- | --- | --- |"]
    for one in BUILT_IN:
        says = (one.run.__doc__ or "").partition("\n")[0]
        rows.append(f"| {one.name} | {', '.join(one.needs) or 'the text'} | {', '.join(one.gives)} | {says} |")
    return "\n".join(rows) + "\n"


def packages() -> str:
    """Return the table of the packages of copydesk, lowest first, in Markdown."""
    rows = ["| package | what it is |", "| --- | --- |"]
    for floor in FLOORS:
        for name in floor:
            tree = ast.parse((_source(name)).read_text(encoding="utf-8"))
            says = " ".join((ast.get_docstring(tree) or "").partition("\n\n")[0].split())
            rows.append(f"| `{name}` | {says} |")
    return "\n".join(rows) + "\n"


def _source(name: str) -> Path:
    folder = DOCS.parent / "src" / "copydesk"
    return folder / name / "__init__.py" if (folder / name).is_dir() else folder / f"{name}.py"


def with_made(page: str, name: str, made: str) -> str:
    """Return a page of the docs with what stands between its marks of that name made anew."""
    start, end = f"<!-- made by docs/make.py: {name} -->\n", "<!-- end -->"
    before, _, rest = page.partition(start)
    return f"{before}{start}{made}{end}{rest.partition(end)[2]}"


def picture() -> str:
    """Return what `copydesk read` prints for the rewritten example page, as SVG."""
    os.chdir(DOCS.parent)  # so that the picture names the page as a user would
    page = "examples/5-rewritten-copy.txt"
    sink = io.StringIO()
    screen = Console(
        record=True, file=sink, width=WIDTH, theme=THEME, force_terminal=True, highlight=False, markup=False
    )
    show(copydesk.read(page, published="2026-10-08"), screen)
    return screen.export_svg(title=f"copydesk read {page}", theme=PAPER)


if __name__ == "__main__":
    (DOCS / "record.schema.json").write_text(schema(), encoding="utf-8")
    (DOCS / "cli.md").write_text(reference(), encoding="utf-8")
    for file, name, made in (
        ("components.md", "components", components()),
        ("architecture.md", "packages", packages()),
    ):
        page = DOCS / file
        page.write_text(with_made(page.read_text(encoding="utf-8"), name, made), encoding="utf-8")
    (DOCS / "images").mkdir(exist_ok=True)
    (DOCS / "images" / "read.svg").write_text(picture(), encoding="utf-8")
