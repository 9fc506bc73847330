"""What stands between the stories told of article pages and exact ones: kinds of loss, and what oracles would gain.

    python -m training.articles --data SHARED/data/pages/dev --folds .folds      models for cross-validation
    python -m benchmarks.article_losses --folds .folds

The blocks that are told are compared with those that the gold text is made of (`training.article_labels`). *Gold's own
blocks* asks how many pages would be exact with these, word for word: what is left is in the gold text alone (words put
right, numbers of lists), and no choice of blocks reaches it. *Numbered* gives items of ordered lists their numbers.
Pages whose story stands outside the visible markup are left out.
"""

import argparse
import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.articles import FOLDER
from benchmarks.common import keep, print_table
from copydesk.articles import read
from copydesk.articles.markup import block_scoring
from copydesk.articles.markup.blocks import Blocks, blocks_of
from copydesk.articles.markup.guard import guard
from copydesk.pages import Page
from training.article_labels import shares
from training.articles import folds_of, markup_of, pages_in

WORD = re.compile(r"\w+")
HALF = 0.5  # share of a block's words in the gold text from which on it is one of gold's own
MOST = 3  # changed blocks that are counted apart


class Choice(NamedTuple):
    """A page's blocks: their texts, which ones its gold text is made of, which ones are told, and the gold text."""

    texts: list[str]
    gold: list[int]
    told: list[int]
    text: str


def losses(page: Choice) -> dict[str, float]:
    """Return the words of blocks told without being gold's, or left out, by where they stand to those that both have.

    Each kind (`extra before`, `missing inside` …) counts as a share of the gold text's words, at most 1.
    """
    gold, told = frozenset(page.gold), frozenset(page.told)
    both = gold & told
    first, last = (min(both), max(both)) if both else (0, len(page.texts))
    total = max(len(WORD.findall(page.text)), 1)
    found: dict[str, float] = defaultdict(float)
    for i in gold ^ told:
        place = "before" if i < first else "after" if i > last else "inside"
        found[f"{'extra' if i in told else 'missing'} {place}"] += len(WORD.findall(page.texts[i])) / total
    return {kind: min(share, 1.0) for kind, share in found.items()}


def oracles(page: Choice, numbers: dict[int, int]) -> dict[str, bool]:
    """Return whether a page is exact, and whether it would be with other choices of blocks.

    Args:
        page: its blocks.
        numbers: what number an ordered list gives to the blocks that begin its items.
    """
    exact = _words(page, page.told) == WORD.findall(page.text)
    reachable = exact or _words(page, page.gold) == WORD.findall(page.text)
    changed = len(frozenset(page.gold) ^ frozenset(page.told)) if not exact else 0
    low, high = (page.gold[0], page.gold[-1]) if page.gold else (0, -1)
    cut = [i for i in page.told if low <= i <= high] == page.gold
    numbered = [f"{numbers[i]} {page.texts[i]}" if i in numbers else page.texts[i] for i in page.gold]
    return {
        "as told": exact,
        "gold's own blocks": reachable,
        "gold's own blocks, numbered": WORD.findall(" ".join(numbered)) == WORD.findall(page.text),
        "cut at its ends": exact or (reachable and cut),
        **{f"{most} blocks changed at most": reachable and changed <= most for most in range(1, MOST + 1)},
    }


def _words(page: Choice, chosen: list[int]) -> list[str]:
    return WORD.findall(" ".join(page.texts[i] for i in chosen))


def numbers_of(page: Blocks) -> dict[int, int]:
    """Return the number that an ordered list shows before each block that begins one of its items."""
    count: Counter[int] = Counter()
    found = {}
    for element, (tag, parent) in enumerate(zip(page.tags, page.parents, strict=True)):
        if tag == "li" and parent >= 0 and page.tags[parent] == "ol":
            count[parent] += 1
            found[page.starts[element]] = count[parent]
    return found


def placed(texts: list[str], paragraphs: list[str]) -> list[int] | None:
    """Return which blocks a story's paragraphs are, in order; None where one is no block of the page."""
    found: list[int] = []
    at = 0
    for paragraph in paragraphs:
        try:
            at = texts.index(paragraph, at) + 1
        except ValueError:
            return None
        found.append(at - 1)
    return found


def choice_of(item: dict[str, Any]) -> tuple[Choice, dict[int, int]] | None:
    """Read a page and return its choice of blocks with the numbers of its lists; None where it is left out."""
    markup = markup_of(FOLDER, item)
    blocks, gold = blocks_of(guard(markup).markup), item["text"] or ""
    article = read(Page(id=item["id"], content=markup, media_type="text/html", url=item["url"]))
    told = placed(blocks.texts, [article.text[start:end] for start, end in article.paragraphs])
    if told is None or not blocks.texts:
        return None
    own = [i for i, share in enumerate(shares(blocks.texts, gold)) if share >= HALF]
    return Choice(blocks.texts, own, told, gold), numbers_of(blocks)


def main() -> None:
    """Print the kinds of loss, and how many pages would be exact with other choices."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--folds", type=Path, help="models of cross-validation, from training.articles")
    parser.add_argument("--limit", type=int, help="read only the first N pages; no results are kept")
    options = parser.parse_args()
    items = pages_in(FOLDER)
    total: dict[str, float] = defaultdict(float)
    pages: Counter[str] = Counter()
    alone: Counter[str] = Counter()
    exact: Counter[str] = Counter()
    count = 0
    for fold, item in sorted(zip(folds_of(items), items, strict=True), key=lambda pair: pair[0])[: options.limit]:
        if options.folds:
            block_scoring.MODEL.use(options.folds / f"articles-{fold}.npz")
        if (found := choice_of(item)) is None:
            continue
        page, numbers = found
        count += 1
        kinds = losses(page)
        for kind, share in kinds.items():
            total[kind] += share
        pages.update(kinds.keys())
        alone.update(kinds.keys() if len(kinds) == 1 else ())
        exact.update(name for name, right in oracles(page, numbers).items() if right)
    rows = [(kind, pages[kind], alone[kind], total[kind] / count) for kind in sorted(total, key=lambda k: -total[k])]
    print_table(
        f"Words lost and told too many ({count} pages)", ("kind", "pages", "the only kind", "share of gold"), rows
    )
    print_table("Pages that would be exact", ("choice of blocks", "pages", "share"), _shares(exact, count))
    if options.folds and not options.limit:
        keep(
            "article_losses",
            {
                "cross_validated": True,
                "pages": count,
                "kinds": {kind: {"pages": n, "alone": only, "share": share} for kind, n, only, share in rows},
                "exact": dict(exact),
            },
        )


def _shares(exact: Counter[str], count: int) -> list[tuple[str, int, float]]:
    return [(name, number, number / count) for name, number in sorted(exact.items(), key=lambda pair: pair[1])]


if __name__ == "__main__":
    main()
