"""Products of matrices on one core: NumPy shares out all but small ones among threads, which wait by spinning."""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float32]

_SMALL = 200_000
"""Multiplications that OpenBLAS still does on the calling thread (its bound is 262,144)."""


def product(a: Floats, b: Floats) -> Floats:
    """Return the matrix product of (n, k) and (k, m), worked out some rows at a time."""
    n, k = a.shape
    rows = max(1, _SMALL // max(1, b.size))
    if n <= rows:
        small: Floats = a @ b
        return small
    out = np.empty((n, b.shape[1]), dtype=a.dtype)
    even = n // rows * rows
    np.matmul(a[:even].reshape(-1, rows, k), b, out=out[:even].reshape(-1, rows, b.shape[1]))
    np.matmul(a[even:], b, out=out[even:])
    return out
