"""Make what the docs show from the program itself: the JSON Schema, and the picture of a page on the screen.

python docs/make.py
"""

import json
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme

import copydesk
from copydesk.cli.render import show
from copydesk.cli.screen import THEME, WIDTH

DOCS = Path(__file__).resolve().parent
PAPER = TerminalTheme(
    (252, 250, 245),
    (34, 34, 34),
    [
        (34, 34, 34),
        (180, 40, 40),
        (30, 120, 60),
        (150, 105, 0),
        (40, 80, 170),
        (140, 50, 140),
        (0, 115, 130),
        (90, 90, 90),
    ],
    [
        (80, 80, 80),
        (200, 50, 50),
        (40, 140, 70),
        (170, 120, 0),
        (50, 95, 190),
        (160, 60, 160),
        (0, 135, 150),
        (60, 60, 60),
    ],
)


def schema() -> str:
    """Return the JSON Schema of a record, as docs/record.schema.json holds it."""
    return json.dumps(copydesk.json_schema(), indent=1, ensure_ascii=False) + "\n"


def picture() -> str:
    """Return what `copydesk read` prints for the rewritten example page, as SVG."""
    with open("/dev/null", "w", encoding="utf-8") as sink:
        screen = Console(
            record=True, file=sink, width=WIDTH, theme=THEME, force_terminal=True, highlight=False, markup=False
        )
        page = DOCS.parent / "examples" / "5-rewritten-copy.txt"
        show(copydesk.read(page, published="2026-10-08"), screen)
        return screen.export_svg(title="copydesk read examples/5-rewritten-copy.txt", theme=PAPER)


if __name__ == "__main__":
    (DOCS / "record.schema.json").write_text(schema(), encoding="utf-8")
    (DOCS / "images").mkdir(exist_ok=True)
    (DOCS / "images" / "read.svg").write_text(picture(), encoding="utf-8")
