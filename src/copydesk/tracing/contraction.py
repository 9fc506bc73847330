"""Connected components over pairs in Parquet: each file is contracted to stars, and these are joined until one is left.

A star is a page and the least number of its component. Contracting a file leaves at most one pair for each of its
pages, so the last file is bounded by the pages, not by the pairs.
Labels spread by hooking and pointer jumping (Shiloach and Vishkin 1982), so the rounds grow as the logarithm of the
pages.
"""

from typing import Any

import msgspec
import numpy as np

from copydesk.copies.search.prints import Flags, Hashes, Numbers
from copydesk.tracing.files import arrays, read_all, write_columns


class ContractTask(msgspec.Struct, frozen=True):
    """Files of pairs or stars, how near pairs must be, and where their stars go."""

    files: tuple[str, ...]
    least: float
    out: str


def contract_files(task: ContractTask) -> int:
    """Contract some files to one of stars; return how many pages it has."""
    firsts, seconds = [np.zeros(0, np.uint64)], [np.zeros(0, np.uint64)]
    for path in task.files:
        table = read_all(path)
        first, second = arrays(table, "first", "second")
        if "near" in table.column_names:
            (near,) = arrays(table, "near")
            first, second = first[near >= task.least], second[near >= task.least]
        firsts.append(first)
        seconds.append(second)
    pages, label = components(np.concatenate(firsts), np.concatenate(seconds))
    write_columns(task.out, {"first": pages, "second": label})
    return len(pages)


def components(first: Hashes, second: Hashes) -> tuple[Hashes, Hashes]:
    """Return the pages of some pairs, sorted, and for each the least page of its component."""
    pages, places = np.unique(np.concatenate((first, second)), return_inverse=True)
    one, other = places[: len(first)], places[len(first) :]
    label = np.arange(len(pages))
    while True:
        before = label.copy()
        least = np.minimum(label[one], label[other])
        _lower(label, label[one], least)
        _lower(label, label[other], least)
        while True:
            jumped = label[label]
            if np.array_equal(jumped, label):
                break
            label = jumped
        if np.array_equal(before, label):
            return pages, pages[label]


def _lower(label: Numbers, at: Numbers, values: Numbers) -> None:
    """Lower labels to values, each to the least that is given for it."""
    np.minimum.at(label, at.copy(), values)


def sizes(label: Hashes) -> tuple[Any, Numbers]:
    """Return for each page the number of pages of its component, and that of each component."""
    _, group, counts = np.unique(label, return_inverse=True, return_counts=True)
    return counts[group], counts


def relabelled(pages: Hashes, label: Hashes, large: Flags, finer: tuple[Hashes, Hashes]) -> Hashes:
    """Return labels in which the pages of components that are too large have those of a finer contraction."""
    own = label.copy()
    own[large] = pages[large]
    at = np.searchsorted(pages, finer[0])
    inside = large[at]
    own[at[inside]] = finer[1][inside]
    return own
