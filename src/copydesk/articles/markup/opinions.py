"""Second opinions on where a page's story is, as features of its blocks: cheap extractors of other kinds.

The longest gain of unlinked prose over a fixed price for each block (maximum subsequence segmentation: Pasternack and
Roth 2009), the element that readability would take, and what the blocks hold that stand in elements of the same form:
paragraphs of a story look alike in their markup, calls to action and captions among them have a form of their own.
"""

from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt

from copydesk.articles.markup.blocks import Blocks

Floats: TypeAlias = npt.NDArray[np.float32]
Integers: TypeAlias = npt.NDArray[np.int64]

_PRICE: Final = 8.0  # words of prose that a block costs the segment which holds it
_LEAST: Final = 25  # characters of a paragraph that readability counts
_ALIKE_PRINTED: Final = "share count words links ended"
_FORMS: Final = ("form", "form within", "path")
COLUMNS: Final = (
    "segment in", "segment from start", "segment to end", "readable in", "readable score",
    *(f"{form} {name}" for form in _FORMS for name in _ALIKE_PRINTED.split()),
)  # fmt: skip


def opinions(page: Blocks, words: Floats, prose: Floats, links: Floats, commas: Floats, ended: Floats) -> Floats:
    """Return a row for each of `COLUMNS`, a column for each block.

    Args:
        page: the blocks; at least one.
        words, prose: how many words each has, and how many of prose.
        links: the share of its characters in links.
        commas, ended: how many commas it has, and whether a sentence ends at its end.
    """
    table = np.empty((len(COLUMNS), len(words)), dtype=np.float32)
    table[:3] = _segment(prose * (1 - links))
    owners = np.array(page.owners)
    table[3:5] = _readable(page, owners, links, commas)
    row = 5
    for form in _forms(page):
        kinds = form[owners]
        count = np.maximum(np.bincount(kinds), 1)
        total = max(float(prose.sum()), 1.0)
        sums = [np.bincount(kinds, weights=values) for values in (prose, words, links, ended)]
        table[row] = (sums[0] / total)[kinds]
        table[row + 1] = count[kinds]
        for place, values in enumerate(sums[1:], row + 2):
            table[place] = (values / count)[kinds]
        row += len(_ALIKE_PRINTED.split())
    return table


def _segment(gains: Floats) -> Any:
    """Return whether each block lies in the run whose prose beyond its price is greatest, and how far from its ends."""
    order = np.arange(len(gains))
    sums = np.concatenate(([0.0], np.cumsum(gains - _PRICE)))
    lowest = np.minimum.accumulate(sums[:-1])
    end = int(np.argmax(sums[1:] - lowest))
    start = int(np.argmin(sums[: end + 1]))
    return (order >= start) & (order <= end), order - start, end - order


def _readable(page: Blocks, owners: Integers, links: Floats, commas: Floats) -> Any:
    """Return whether each block lies in the element that scores best as readability counts, and its own best score.

    Paragraphs give their points to their parent, half of them to its parent; links take their share of them.
    """
    parents = np.array([*page.parents, -1])
    sizes = np.fromiter(map(len, page.texts), np.float32, len(page.texts))
    points = np.where(sizes >= _LEAST, (1 + commas + np.minimum(sizes / 100, 3)) * (1 - links), 0)
    near = parents[owners]
    far = parents[near]
    of_near, of_far = (np.bincount(at + 1, weights=points, minlength=len(parents) + 1) for at in (near, far))
    scores = of_near + 0.5 * of_far
    scores[0] = 0
    best = int(np.argmax(scores)) - 1
    order = np.arange(len(points))
    inside = (order >= page.starts[best]) & (order < page.ends[best]) if best >= 0 else np.zeros(len(points))
    top = max(float(scores.max()), 1.0)
    own = np.maximum(np.maximum(scores[owners + 1], scores[near + 1]), scores[far + 1])
    return inside, own / top


def _forms(page: Blocks) -> tuple[Integers, Integers, Integers]:
    """Return numbers for the forms of elements: tag and names, those with the parent's, and the whole path's."""
    forms: dict[Any, int] = {}
    within: dict[Any, int] = {}
    paths: dict[Any, int] = {}
    of_form: list[int] = []
    of_within: list[int] = []
    of_path: list[int] = []
    for tag, name, bits, parent in zip(page.tags, page.names, page.groups, page.parents, strict=True):
        form = forms.setdefault((tag, name), len(forms))
        of_within.append(within.setdefault((of_form[parent] if parent >= 0 else -1, form), len(within)))
        of_path.append(paths.setdefault((of_path[parent] if parent >= 0 else -1, tag, bits), len(paths)))
        of_form.append(form)
    return np.array(of_form), np.array(of_within), np.array(of_path)
