"""Train the scorer that tells a story from furniture in text without markup (`copydesk.articles.lines.line_scoring`).

    python -m training.lines --data SHARED/data/pages/dev --out src/copydesk/articles/scorer/lines.npz

Pages are taken off their markup (`training.flattening`): whole, as people paste them (the story, or a brief part of it,
with a few lines about it), with every run of text between two tags on a line of its own, and mixed, one's story between
another's furniture (`training.mixing`). Gold text is aligned with their lines (`training.article_labels`), and both
parts of the scorer are trained as for blocks (`training.articles`). With `--folds DIR`, one model is trained for each
of five folds too, none of which has seen a site (registered domain) of its own fold: `benchmarks.article_lines` takes
those.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from copydesk.articles.lines.line_features import Floats, line_features, matrix
from copydesk.articles.markup.blocks import blocks_of
from copydesk.articles.markup.guard import guard
from copydesk.articles.scorer.hashed_words import Wording, wording
from copydesk.articles.scorer.shipped import WORDING
from training.article_labels import shares
from training.articles import arguments, domain_of, folds_of, markup_of, named, pages_in, words_of, write
from training.flattening import pasted, runs, visible
from training.mixing import Flat, mixed
from training.sequences import Page, networks
from training.wording import BITS

SEEDS = (0, 1, 2, 3)
BATCH = 8
EPOCHS = 5
LONGEST = 2000  # characters of a line whose words are weighed
CHANNELS = 48
MIXED = 77  # for drawing which pages are put together
CUTS = 2  # of each page as pasted
EDGE = 10  # lines of the story at each end, where furniture and story meet
INNER = 0.4  # weight of lines within the story, beside those at its edges and outside it
PAGE = 60.0  # weight of a page


class Text(NamedTuple):
    """A page's lines: their features (less their wording), whether they are the story's, and their weights.

    Attributes:
        names: the features' names.
        said: the lines' words.
        fold, site: numbers for its page's fold and site.
        whole: whether it is a whole page as it was found.
    """

    names: list[str]
    table: Floats
    story: Any
    weights: Any
    said: Wording
    fold: int
    site: int
    whole: bool


def flats_in(folder: Path, *, in_runs: bool = False) -> list[Flat]:
    """Read a folder of pages, take their markup off and label their lines.

    Args:
        folder: where they are.
        in_runs: whether each run of text between two tags is a line, rather than each block.
    """
    items = pages_in(folder)
    found = []
    sites: dict[str, int] = {}
    for fold, item in zip(folds_of(items), items, strict=True):
        markup = guard(markup_of(folder, item)).markup
        lines = runs(markup) if in_runs else visible(blocks_of(markup))
        if lines:
            gold = item["text"] or ""
            story = np.array(shares(lines, gold)) >= 0.5
            site = sites.setdefault(domain_of(item["url"] or item["id"]), len(sites))
            found.append(Flat(lines, story, item["title"] or "", len(gold.split()), fold, site))
    return found


def texts_in(folder: Path) -> list[Text]:
    """Read a folder of pages: each whole, as pasted (every other time in brief), mixed with another, and in runs."""
    random = np.random.RandomState(11)
    pages = flats_in(folder)
    found = []
    for page in pages:
        found.append(_text(page, np.arange(len(page.lines)), whole=True))
        cuts = [pasted(page.story, random, brief=number % 2 == 1) for number in range(CUTS)]
        found += [_text(page, chosen) for chosen in cuts if len(chosen)]
    others = [*mixed(pages, MIXED), *flats_in(folder, in_runs=True)]
    return found + [_text(page, np.arange(len(page.lines))) for page in others]


def _text(page: Flat, chosen: Any, *, whole: bool = False) -> Text:
    """Return some of a page's lines with their features."""
    lines, story = [page.lines[i] for i in chosen], page.story[chosen]
    columns = line_features(lines)
    weights = _weights(columns["words"], story, page.total)
    said = wording(lines, BITS, LONGEST)
    return Text(list(columns), matrix(columns), story, weights, said, page.fold, page.site, whole)


def _weights(words: Any, story: Any, total: int) -> Any:
    """Return lines' weights: by their words, those at the story's edges and outside it more; pages weigh the same."""
    weights = np.minimum(np.maximum(words, 2) / max(100, total) * 100, 30) + 0.05
    if story.any():
        edges = edges_of(story.tolist())
        weights *= np.where(np.isin(np.arange(len(story)), edges), 1, INNER)
        weights *= PAGE / max(float(weights.sum()), 10)
    return weights


def edges_of(story: Sequence[bool]) -> list[int]:
    """Return the lines outside the story, and the story's first and last ten."""
    found = [i for i, is_story in enumerate(story) if is_story]
    near = {*found[:EDGE], *found[-EDGE:]}
    return [i for i in range(len(story)) if i in near or not found[0] < i < found[-1]]


def trained(texts: list[Text], threads: int) -> dict[str, Any]:
    """Train both parts of the scorer and return them as arrays; words are weighed on whole pages."""
    whole = [text for text in texts if text.whole]
    folds = {text.fold for text in texts}
    unseen = {fold: words_of([text for text in whole if text.fold != fold], LONGEST) for fold in folds}
    told = [
        Page(np.column_stack((text.table, unseen[text.fold].logits(text.said))), text.story, text.weights)
        for text in texts
    ]
    names = [*texts[0].names, WORDING]
    grown = networks(
        told, names, channels=CHANNELS, batch=BATCH, epochs=EPOCHS, averaged=False, seeds=SEEDS, threads=threads
    )
    return named(words_of(whole, LONGEST), grown)


def main() -> None:
    """Train the model that ships, and those of the folds where so asked."""
    asked = arguments("Train the scorer of lines.")
    texts = texts_in(asked.data)
    print(f"{sum(len(text.story) for text in texts)} lines, {len(texts[0].names)} features", flush=True)
    folds = np.array([text.fold for text in texts])
    write(asked, "lines", folds, lambda rows: trained([texts[i] for i in np.flatnonzero(rows)], asked.threads))


if __name__ == "__main__":
    main()
