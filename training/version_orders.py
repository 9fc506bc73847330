"""In which order the versions of one page arose, where nothing but their texts tells.

Versions follow one another, so a passage that stands in an early and in a late one stands in those between: the best
order is the one in which least is left out and put back, as textual criticism lines up witnesses (Quentin 1926, "Essais
de critique textuelle": the intermediary is the one in which the two others never agree against it). That leaves open
which end is the first; what editing leaves behind (`signs`), summed over all pairs, decides it. Every order of a small
family is weighed, and how likely it is that one page came before another is the share of the orders in which it does.

Tracing does not use it, as families of news are seldom chains of versions: `benchmarks/copies_direction.py` tells what
all versions of a page would add to what two of them tell.
"""

from functools import cache
from itertools import combinations, permutations
from typing import Final

import numpy as np
from numpy.typing import NDArray

from copydesk.copies.texts.view import View

FEWEST: Final = 4
"""Pages from which others tell more about two of them than the two themselves."""
Matrix = NDArray[np.float64]


def restored(views: list[View]) -> Matrix:
    """Return, for each three pages, the logarithm of the runs of words that first and third have and second lacks."""
    known = np.unique(np.concatenate([view.text.runs() for view in views]))
    held = np.array([np.isin(known, view.text.runs()) for view in views], np.float32)
    return np.log1p(np.array([((held * one) @ (1 - held).T).T for one in held], np.float64))


def grown(back: Matrix) -> bool:
    """Return whether pages follow one another rather than fan out from one of them.

    Of versions some order puts back less than half of what it would be if all had been made from any one page, which
    then stands between all others; copies that were each made from one page put more back in any order.
    """
    orders = _orders(len(back))
    chain = _put_back(back, orders).min() / len(list(combinations(orders[0], 3)))
    count = len(back)
    fans = [
        np.mean([back[i, middle, k] for i, k in combinations(range(count), 2) if middle not in (i, k)])
        for middle in range(count)
    ]
    return bool(chain < 0.5 * min(fans))


def measures(odds: Matrix, back: Matrix) -> Matrix:
    """Return what is weighed of each order: odds of all pairs, of neighbours, and what is put back."""
    orders = _orders(len(odds))
    pairs = np.zeros(len(orders))
    for i, j in combinations(range(len(odds)), 2):
        pairs += odds[orders[:, i], orders[:, j]]
    near = sum(odds[orders[:, i], orders[:, i + 1]] for i in range(len(odds) - 1))
    return np.stack((pairs / len(odds), near, _put_back(back, orders) / len(odds)), axis=1)


def before(scores: NDArray[np.float64], count: int) -> Matrix:
    """Return how likely it is that each of so many pages came before each other, by the scores of all orders."""
    weight = np.exp(scores - scores.max())
    places = np.argsort(_orders(count), axis=1)
    first = places[:, :, None] < places[:, None, :]
    return np.asarray(np.einsum("o,oij->ij", weight / weight.sum(), first))


def _put_back(back: Matrix, orders: NDArray[np.int64]) -> Matrix:
    total = np.zeros(len(orders))
    for i, j, k in combinations(range(len(back)), 3):
        total += back[orders[:, i], orders[:, j], orders[:, k]]
    return total


@cache
def _orders(count: int) -> NDArray[np.int64]:
    return np.array(list(permutations(range(count))))
