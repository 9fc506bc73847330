"""Products worked out some rows at a time are those of NumPy, whatever the shapes."""

import numpy as np
import pytest

from copydesk.products import product


@pytest.mark.parametrize(
    ("n", "k", "m"),
    [(0, 4, 3), (1, 1, 1), (20, 192, 51), (21, 192, 51), (997, 192, 51), (150, 256, 150), (5, 600, 600)],
)
def test_as_numpy_does(n: int, k: int, m: int) -> None:
    rng = np.random.default_rng(n)
    a, b = rng.normal(size=(n, k)).astype(np.float32), rng.normal(size=(k, m)).astype(np.float32)
    found = product(a, b)
    assert found.dtype == np.float32
    np.testing.assert_allclose(found, a @ b, rtol=1e-4, atol=1e-3)


def test_transposed_and_sliced_matrices() -> None:
    rng = np.random.default_rng(1)
    a, b = rng.normal(size=(90, 300)).astype(np.float32), rng.normal(size=(90, 300)).astype(np.float32)
    np.testing.assert_allclose(product(a[:, :256], b[:, :256].T), a[:, :256] @ b[:, :256].T, rtol=1e-4, atol=1e-3)
