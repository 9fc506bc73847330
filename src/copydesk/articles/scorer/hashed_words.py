"""What a piece of text says by its words alone: hashed words and pairs of words, weighed by a logistic regression.

Furniture is told by its wording on sites that no rule has seen ("Explore our …", "This review was …"). Words and pairs
are hashed into a table of weights (the hashing trick: Weinberger et al. 2009), all of a page at once in NumPy.
"""

from collections.abc import Sequence
from typing import Any, Final, NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

Floats: TypeAlias = npt.NDArray[np.float32]
Integers: TypeAlias = npt.NDArray[np.int64]

_SPACE, _LETTER, _DIGIT, _MARK, _END = range(5)
_LETTERS: Final = 8  # of a word that tell it, beside its length
_ALIKE: Final = 15  # letters from which on words count as equally long
_PADDING: Final = bytes(_LETTERS)
_MASKS: Final = np.array([(1 << 8 * length) - 1 for length in range(_LETTERS)] + [-1]).astype(np.uint64)
_ODD: Final = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], dtype=np.uint64)


def _classes() -> npt.NDArray[np.uint8]:
    """Return what kind of sign each byte of small latin-1 letters is."""
    found = np.full(256, _MARK, dtype=np.uint8)
    found[: ord(" ") + 1] = found[0x7F:0xA1] = _SPACE
    found[ord("\n")] = _END
    found[ord("0") : ord("9") + 1] = _DIGIT
    found[ord("a") : ord("z") + 1] = found[0xDF:] = found[ord("'")] = _LETTER
    return found


_CLASSES: Final = _classes()
_CLASS: Final = _CLASSES.tobytes()
_SHOWN: Final = np.where(_CLASSES == _DIGIT, ord("0"), np.arange(256)).astype(np.uint8).tobytes()  # all digits are one


class Wording(NamedTuple):
    """Hashed words and pairs of words of several texts, each once a text.

    Attributes:
        buckets: (n,) the table's place that each word or pair falls into.
        bounds: (texts + 1,) where those of each text begin and end, in order.
    """

    buckets: Integers
    bounds: Integers


def wording(texts: Sequence[str], bits: int, longest: int) -> Wording:
    """Return the hashed words and pairs of words of texts.

    A pair with the beginning or the end of its text is one, too; digits are all alike.

    Args:
        texts: what to hash.
        bits: the table has two to the power of as many places.
        longest: how many characters of each text are looked at.
    """
    joined = "\n".join(("", *(text[:longest].replace("\n", " ") for text in texts), "")).replace("’", "'")
    return hashed(joined.lower().encode("latin-1", "replace"), bits)


def hashed(signs: bytes, bits: int) -> Wording:
    """Return the same for texts that are small latin-1 letters, a line break before and after each."""
    kinds = np.frombuffer(signs.translate(_CLASS), dtype=np.uint8)
    opens = kinds >= _MARK
    opens[1:] |= kinds[1:] != kinds[:-1]
    runs = np.append(opens.nonzero()[0], len(signs))
    is_word = kinds[runs[:-1]] != _SPACE
    starts = runs[:-1][is_word]
    lengths = np.minimum(np.diff(runs)[is_word], _ALIKE)
    shown = np.frombuffer(signs.translate(_SHOWN) + _PADDING, dtype=np.uint8)
    eights: Any = np.ndarray((len(signs),), "<u8", shown, strides=(1,))  # the eight letters from each place on
    words = (eights[starts] & _MASKS[np.minimum(lengths, _LETTERS)]) * _ODD[0] ^ lengths.astype(np.uint64) * _ODD[1]
    words ^= words >> np.uint64(29)
    pairs = words[:-1] * _ODD[1] + words[1:] * _ODD[2]
    drop = np.uint64(64 - bits)
    edges = kinds[starts] == _END
    text = np.cumsum(edges) - 1
    # Each word stands for itself and for the pair with the one before it; texts' edges are in pairs alone.
    single = ((words * _ODD[0]) >> drop).astype(np.int64)[~edges]
    double = ((pairs * _ODD[0]) >> drop).astype(np.int64)
    of_single, of_double = text[~edges], text[:-1]
    found = np.concatenate((of_single << bits | single, of_double << bits | double))
    found.sort()
    found = found[np.append(True, found[1:] != found[:-1])] if len(found) else found
    bounds = (found >> bits).searchsorted(np.arange(int(edges.sum())))
    return Wording(found & ((1 << bits) - 1), bounds)


class Words(NamedTuple):
    """A table of weights for hashed words and pairs of words.

    Attributes:
        weights: (2 ** bits,) whole numbers.
        unit: what one of them is worth.
        bias: added to each text's sum.
        longest: how many characters of a text are looked at.
    """

    weights: npt.NDArray[np.int8]
    unit: float
    bias: float
    longest: int

    def logits(self, said: Wording) -> Floats:
        """Return the log-odds of each text: the sum of its weights over the square root of how many there are."""
        total = np.concatenate(([0], np.cumsum(self.weights[said.buckets], dtype=np.int64)))
        sums = total[said.bounds[1:]] - total[said.bounds[:-1]]
        count = np.maximum(np.diff(said.bounds), 1)
        return (sums * self.unit / np.sqrt(count) + self.bias).astype(np.float32)

    def of(self, texts: Sequence[str]) -> Floats:
        """Return the log-odds of each text."""
        return self.logits(wording(texts, len(self.weights).bit_length() - 1, self.longest))
