"""Draw the pictures of docs/copies.md from the example pages: the family tree, and how sentences line up.

python docs/copies.py
"""

from pathlib import Path

from markupsafe import Markup

import copydesk
from copydesk.copies.texts.align import align
from copydesk.copies.texts.view import View, view
from copydesk.web.svg import drawing, element
from copydesk.web.tree_drawing import tree_svg

DOCS = Path(__file__).resolve().parent
INK, QUIET, ACCENT = "#1d1b17", "#8a8478", "#a3201c"
BAR, STEP, TOP = 190.0, 19.0, 58.0
COLUMNS = (
    ("5-rewritten-copy.txt", 24.0, "rewritten copy"),
    ("1-wire-story.html", 344.0, "wire story"),
    ("6-independent-report.html", 664.0, "independent report"),
)


def alignment() -> Markup:
    """Return the picture: one bar a sentence, as long as its words are many; a line joins two that say the same."""
    views = [view(copydesk.read(DOCS.parent / "examples" / name)) for name, _, _ in COLUMNS]
    parts: list[Markup] = []
    for (_, x, title), page in zip(COLUMNS, views, strict=True):
        parts.append(element("text", title, x=x, y=30, font_size=15, font_weight=700, fill=INK))
        parts += [_bar(x, i, len(sentence.tokens)) for i, sentence in enumerate(page.sentences)]
    for side in (0, 2):
        parts += _lines(views[1], views[side], side)
    height = TOP + STEP * max(len(page.sentences) for page in views)
    title = "Sentences of a wire story beside those of a rewritten copy and of an independent report"
    return drawing(title, 880, height, element("rect", width="100%", height="100%", fill="#ffffff"), *parts,
                   identity="alignment")  # fmt: skip


def _bar(x: float, number: int, words: int) -> Markup:
    return element("rect", x=x, y=TOP + number * STEP, width=min(BAR, 6.0 * words), height=11, rx=2, fill=QUIET)


def _lines(middle: View, other: View, side: int) -> list[Markup]:
    found = []
    here, there = COLUMNS[1][1], COLUMNS[side][1]
    start, end = (here - 4, there + BAR + 4) if side == 0 else (here + BAR + 4, there - 4)
    for link in align(middle, other).links:
        for i in link.a:
            for j in link.b:
                y1, y2 = TOP + i * STEP + 5.5, TOP + j * STEP + 5.5
                width = 1.0 + 2 * link.similarity
                found.append(element("line", x1=start, y1=y1, x2=end, y2=y2, stroke=ACCENT, stroke_width=width))
    return found


if __name__ == "__main__":
    (DOCS / "images").mkdir(exist_ok=True)
    (DOCS / "images" / "alignment.svg").write_text(str(alignment()) + "\n", encoding="utf-8")
    pages = [copydesk.read(path) for path in sorted((DOCS.parent / "examples").glob("[1-8]-*"))]
    (DOCS / "images" / "tree.svg").write_text(str(tree_svg(copydesk.trace(pages)[0])) + "\n", encoding="utf-8")
