"""Text without markup: which lines are the story's and which are furniture.

    python -m benchmarks.article_lines --folds .folds      each page by a model that saw no page of its site
    python -m benchmarks.article_lines --limit 100         by the model that ships

The test set is made from the article pages: their markup is taken off, so that what is left is the text that is shown
(less what the markup marks as hidden), and the lines that the gold text is made of are the story's. Pages whose lines
hold less than half of the gold text (scripts put it there, or it is hidden) have no gold lines, and are left out. `all`
counts whole pages; `head and tail` what stands outside the story and its first and last ten lines, where furniture and
story meet; `pasted` cuts each page to the story and a few lines about it; `runs` has each run of text between two tags
on a line of its own, as some scrapers leave a page, hidden text too. `furniture lines` are what is kept aside; `lines
kept out` are these and the masthead's. `headline` is the share of pages whose headline is right, among those that print
it on a line.
"""

import argparse
import random
from collections.abc import Sequence
from pathlib import Path

from benchmarks.common import SHARED, keep, print_table
from copydesk.articles.lines import line_scoring
from copydesk.articles.lines.line_parts import read_lines
from copydesk.articles.markup.blocks import blocks_of
from copydesk.articles.markup.guard import guard
from copydesk.articles.masthead.keys import title_key
from training.article_labels import shares, words_of
from training.articles import folds_of, markup_of, pages_in
from training.flattening import runs, visible
from training.lines import edges_of

FOLDER = SHARED / "data" / "pages" / "dev"
SHOWN = 0.5  # of the gold text's words: where fewer stand on lines that are shown, the body is not on the page


def rates(hits: float, found: float, gold: float) -> tuple[float | None, float | None]:
    """Return precision and recall; None where the side that divides is empty."""
    return (hits / found if found else None, hits / gold if gold else None)


def mean(values: Sequence[float | None]) -> float:
    """Return the mean of those that are there."""
    there = [value for value in values if value is not None]
    return sum(there) / len(there) if there else 0.0


def f1(precision: float, recall: float) -> float:
    """Return the harmonic mean."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def measured(
    lines: list[str], gold: list[bool], edges: Sequence[int], title: str = ""
) -> dict[str, tuple[float | None, float | None]]:
    """Return precision and recall of the story's words, all and at the edges, of furniture and of the headline."""
    parts = read_lines(lines)
    counts = [len(words_of(line)) for line in lines]
    kept, left = [], list(parts.paragraphs)
    for line in lines:  # paragraphs come out in the page's order
        kept.append(bool(left) and line == left[0])
        if kept[-1]:
            left.pop(0)
    pieces = [piece.text for piece in parts.furniture]
    furniture, at = [], 0
    for line in lines:
        furniture.append(at < len(pieces) and line == pieces[at])
        at += furniture[-1]

    def words(chosen: Sequence[int]) -> tuple[float | None, float | None]:
        hits = sum(counts[i] for i in chosen if kept[i] and gold[i])
        return rates(hits, sum(counts[i] for i in chosen if kept[i]), sum(counts[i] for i in chosen if gold[i]))

    right = sum(a and not b for a, b in zip(furniture, gold, strict=True))
    out = sum(not a and not b for a, b in zip(kept, gold, strict=True))
    goal = title_key(title)
    shown = bool(goal) and goal in map(title_key, lines)
    told = float(title_key(parts.headline or "") == goal) if shown else None
    return {
        "all": words(range(len(lines))),
        "head and tail": words(edges),
        "furniture lines": rates(right, sum(furniture), len(gold) - sum(gold)),
        "lines kept out": rates(out, len(kept) - sum(kept), len(gold) - sum(gold)),
        "headline": (told, told),
    }


def gold_of(lines: list[str], text: str) -> list[bool] | None:
    """Return which lines are the story's; None where they hold less than half of it."""
    found = shares(lines, text)
    gold = [share >= 0.5 for share in found]
    told = sum(share * len(words_of(line)) for line, share, own in zip(lines, found, gold, strict=True) if own)
    return gold if True in gold and told >= SHOWN * len(words_of(text)) else None


def main() -> None:
    """Print the figures of whole pages, of pasted ones and of those in runs."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--limit", type=int, help="read only the first N pages")
    parser.add_argument("--folds", type=Path, help="models of cross-validation, from training.lines")
    options = parser.parse_args()
    items = pages_in(FOLDER)
    chance = random.Random(5)
    scores: dict[str, list[tuple[float | None, float | None]]] = {}
    order = (
        sorted(zip(folds_of(items), items, strict=True), key=lambda pair: pair[0])
        if options.folds
        else [(0, item) for item in items]
    )
    current, left_out = None, 0

    def add(kind: str, figures: dict[str, tuple[float | None, float | None]]) -> None:
        for name, value in figures.items():
            scores.setdefault(kind + name, []).append(value)

    for fold, item in order[: options.limit]:
        if options.folds and fold != current:
            current = fold
            line_scoring.MODEL.use(options.folds / f"lines-{fold}.npz")
        markup = guard(markup_of(FOLDER, item)).markup
        text, title = item["text"] or "", item["title"] or ""
        pieces = runs(markup)
        if (gold := gold_of(pieces, text)) is not None:
            add("runs: ", measured(pieces, gold, edges_of(gold), title))
        lines = visible(blocks_of(markup))
        if (gold := gold_of(lines, text)) is None:
            left_out += 1
            continue
        first, last = gold.index(True), len(gold) - gold[::-1].index(True)
        start = max(0, first - int(chance.expovariate(0.25)))
        end = min(len(gold), last + int(chance.expovariate(0.25)))
        for kind, low, high in (("", 0, len(gold)), ("pasted: ", start, end)):
            add(kind, measured(lines[low:high], gold[low:high], edges_of(gold[low:high]), title))
    totals = {}
    for name, values in scores.items():
        precision, recall = mean([p for p, _ in values]), mean([r for _, r in values])
        totals[name] = {"precision": precision, "recall": recall, "f1": f1(precision, recall)}
    print_table(
        f"Lines of text without markup ({len(scores['all'])} pages; {left_out} more show less than half of the story)",
        ("what", "precision", "recall", "F1"),
        [(name, *row.values()) for name, row in totals.items()],
    )
    if not options.limit:
        keep("article_lines", {"cross_validated": bool(options.folds), "left_out": left_out, "figures": totals})


if __name__ == "__main__":
    main()
