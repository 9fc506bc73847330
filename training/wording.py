"""Weigh words and pairs of words (`copydesk.articles.scorer.hashed_words`) by logistic regression (scikit-learn)."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from copydesk.articles.scorer.hashed_words import Wording, Words

BITS = 17
SITES = 8  # on which a word or pair must stand to be weighed: what fewer sites say is theirs alone
STRENGTH = 1.0
STEPS = 40


def weighed(said: Sequence[Wording], labels: Any, weights: Any, sites: Sequence[int], longest: int) -> Words:
    """Fit a table to texts.

    Args:
        said: the words of each page's texts.
        labels, weights: (texts,) yes or no, and what each text counts, page after page.
        sites: a number for each page's site.
        longest: how many characters of each text were looked at.
    """
    from scipy import sparse
    from sklearn.linear_model import LogisticRegression

    sizes = np.concatenate([np.diff(one.bounds) for one in said])
    buckets = np.concatenate([one.buckets for one in said])
    site = np.repeat(np.array(sites), [len(one.buckets) for one in said])
    told = np.bincount(np.unique(site.astype(np.int64) << BITS | buckets) & ((1 << BITS) - 1), minlength=1 << BITS)
    values = np.where(told >= SITES, 1.0, 0.0)[buckets] / np.sqrt(np.repeat(np.maximum(sizes, 1), sizes))
    table = sparse.csr_matrix((values, buckets, np.concatenate(([0], np.cumsum(sizes)))), shape=(len(sizes), 1 << BITS))
    table.eliminate_zeros()
    model = LogisticRegression(C=STRENGTH, solver="liblinear", max_iter=STEPS)
    model.fit(table, labels, sample_weight=weights / weights.mean())
    found = model.coef_[0]
    unit = float(np.abs(found).max() / 127)
    return Words(np.rint(found / unit).astype(np.int8), unit, float(model.intercept_[0]), longest)
