"""Small networks that read a page's parts in order, run with NumPy.

Convolutions look at what stands near a part (dilated: Yu and Koltun 2016), then means and greatest values of all that
stands before it and after it tell where it belongs. Some networks of one form are read beside each other and their
log-odds averaged. Training happens elsewhere (`training/sequences.py`), what ships is arrays.
"""

from typing import Any, Final, NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

from copydesk.products import product

Floats: TypeAlias = npt.NDArray[np.float32]

FARTHEST: Final = 4.0  # standard deviations by which a feature counts at most
KERNEL_SIZE: Final = 5  # parts that a convolution looks at
_EPSILON: Final = np.float32(1e-5)


class Networks(NamedTuple):
    """`n` trained networks for yes or no, of `d` channels and `l` convolutions each, over `f` features.

    Attributes:
        names: the features they read, in the order of the table's rows; first those on a logarithmic scale
            (`signed_log1p`).
        center, scale: mean and spread of those on a logarithmic scale; the others are 0 or 1 and read as they are.
        first, first_bias: (n, f, d) and (n, d) the first layer.
        gamma, beta: (n, l + 1, d) gain and shift of each layer norm.
        kernels, kernels_bias: (n, l, KERNEL_SIZE * d, d) and (n, l, d) the convolutions; number i is dilated by 2 ** i.
        pooled, pooled_bias: (n, 5 * d, d) and (n, d) the layer after prefix and suffix are pooled.
        last, last_bias: (n, 2 * d) and (n,) the last layer.
    """

    names: tuple[str, ...]
    center: Floats
    scale: Floats
    first: Floats
    first_bias: Floats
    gamma: Floats
    beta: Floats
    kernels: Floats
    kernels_bias: Floats
    pooled: Floats
    pooled_bias: Floats
    last: Floats
    last_bias: Floats

    def logits(self, table: Floats) -> Floats:
        """Return the log-odds of "yes" for each column of a table whose rows are `names`, the mean of all networks.

        The table is changed.
        """
        head = table[: len(self.center)]
        signed_log1p(head, out=head)
        head -= self.center[:, None]
        head /= self.scale[:, None]
        np.clip(head, -FARTHEST, FARTHEST, out=head)
        inputs = np.ascontiguousarray(table.T)
        count = len(self.first)
        total: Floats = np.sum([self._logits(inputs, number) for number in range(count)], axis=0)
        mean: Floats = total / np.float32(count)
        return mean

    def _logits(self, inputs: Floats, n: int) -> Floats:
        """Return the log-odds that one network gives, from (parts, f)."""
        x = np.maximum(product(inputs, self.first[n]) + self.first_bias[n], 0)
        layers = self.kernels.shape[1]
        for layer in range(layers):
            side = _gather_context(_layer_norm(x, self.gamma[n, layer], self.beta[n, layer]), 2**layer)
            near = product(side, self.kernels[n, layer])
            near += self.kernels_bias[n, layer]
            x += np.maximum(near, 0, out=near)
        around = _prefix_suffix_pool(_layer_norm(x, self.gamma[n, layers], self.beta[n, layers]))
        pooled = np.maximum(product(around, self.pooled[n]) + self.pooled_bias[n], 0)
        logits: Floats = np.concatenate((x, pooled), axis=1) @ self.last[n] + self.last_bias[n]
        return logits


def signed_log1p(table: npt.NDArray[Any], out: npt.NDArray[Any] | None = None) -> Any:
    """Return numbers with their size on a logarithmic scale, their signs kept."""
    return np.copysign(np.log1p(np.abs(table)), table, out=out)


def _layer_norm(x: Floats, gamma: Floats, beta: Floats) -> Floats:
    """Return (parts, d) with each part's mean 0 and spread 1, then each channel's gain and shift (Ba et al. 2016)."""
    each = np.full(x.shape[1], 1 / x.shape[1], np.float32)
    level: Floats = x - (x @ each)[:, None]
    level /= np.sqrt((level * level) @ each + _EPSILON)[:, None]
    level *= gamma
    level += beta
    return level


def _gather_context(x: Floats, dilation: int) -> Floats:
    """Return (parts, KERNEL_SIZE * d): each part with those about it; there is nothing beyond the page's ends."""
    parts, d = x.shape
    side = np.zeros((parts, KERNEL_SIZE, d), np.float32)
    for tap in range(KERNEL_SIZE):
        shift = (tap - KERNEL_SIZE // 2) * dilation
        low, high = max(0, -shift), min(parts, parts - shift)
        if low < high:
            side[low:high, tap] = x[low + shift : high + shift]
    return side.reshape(parts, KERNEL_SIZE * d)


def _prefix_suffix_pool(x: Floats) -> Floats:
    """Return (parts, 5 * d): each part, then the mean and the greatest of it and all before, and of it and all after.

    The greatest are no less than 0.
    """
    parts, d = x.shape
    around = np.empty((parts, 5, d), np.float32)
    up_to = _prefix_scan(np.add, x)
    count = np.arange(1, parts + 1, dtype=np.float32)[:, None]
    around[:, 0] = x
    around[:, 1] = up_to / count
    around[:, 2] = (up_to[-1] - up_to + x) / count[::-1]
    raised = np.maximum(x, 0)
    around[:, 3] = _prefix_scan(np.maximum, raised)
    around[:, 4] = _prefix_scan(np.maximum, raised[::-1])[::-1]
    return around.reshape(parts, 5 * d)


def _prefix_scan(combined: Any, x: Floats) -> Floats:
    """Return the inclusive scan of the rows, in log2(rows) steps (Hillis and Steele 1986)."""
    x = x.copy()
    step = 1
    while step < len(x):
        x[step:] = combined(x[step:], x[:-step])
        step *= 2
    return x


_STORED: Final = {
    "gamma": "gains",
    "beta": "shifts",
    "kernels": "taps",
    "kernels_bias": "taps_bias",
    "pooled": "told",
    "pooled_bias": "told_bias",
}
"""The names under which files keep those arrays that are called otherwise here."""


def load(arrays: Any, prefix: str) -> Networks:
    """Return the networks stored in an `.npz` file's arrays under a prefix."""
    names = tuple(str(name) for name in arrays[f"{prefix}.names"])
    stored = (_STORED.get(name, name) for name in Networks._fields[1:])
    return Networks(names, *(arrays[f"{prefix}.{name}"].astype(np.float32) for name in stored))
