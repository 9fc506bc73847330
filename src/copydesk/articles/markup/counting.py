"""Counting in the characters of all blocks at once: marks, stop words, words and marks of other scripts."""

import re
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

from copydesk.articles.markup.columns import ROW
from copydesk.english.function_words import COMMONEST

Floats: TypeAlias = npt.NDArray[np.float32]
Integers: TypeAlias = npt.NDArray[np.int64]

OTHER_ENDS: Final = frozenset("。！？」』؟।۔።")
_OTHER_COMMAS: Final = re.compile("[，、،፣]")
_OTHER_STOPS: Final = re.compile("[。！？؟।۔።]")
_OTHER_MARKS: Final = re.compile("[，、،፣。！？؟।۔።]")
_IDEOGRAPHS: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_RUN_ON: Final = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")  # Thai, Lao, Burmese, Khmer
_UNSPACED: Final = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_LETTERS_A_WORD: Final = 1.8  # of a text in Chinese or Japanese, about
_LONGEST_STOP: Final = max(map(len, COMMONEST))
_PACKED_STOPS: Final = np.array([*sorted(int.from_bytes(word.encode(), "little") for word in COMMONEST), -1])
_MASKS: Final = np.array([(1 << 8 * length) - 1 for length in range(_LONGEST_STOP + 1)])  # of as many letters
_PADDING: Final = np.zeros(8, dtype=np.uint8)


def add_other_scripts(table: Floats, texts: list[str], joined: str) -> None:
    """Count words that no blanks part, and the commas and stops of other scripts."""
    if _UNSPACED.search(joined):
        for i, text in enumerate(texts):
            if not text.isascii() and (letters := len(_IDEOGRAPHS.findall(text)) + len(_RUN_ON.findall(text)) * 0.4):
                table[ROW["words"], i] += letters / _LETTERS_A_WORD
    if _OTHER_MARKS.search(joined):
        for i, text in enumerate(texts):
            if not text.isascii():
                table[ROW["commas"], i] += len(_OTHER_COMMAS.findall(text))
                table[ROW["sentences"], i] += len(_OTHER_STOPS.findall(text)) - (text[-1] in OTHER_ENDS)


def counted(hits: npt.NDArray[np.bool_], bounds: Integers) -> Integers:
    """Return how many hits lie between each two bounds."""
    return between(hits.nonzero()[0], bounds)


def between(places: Integers, bounds: Integers) -> Integers:
    """Return how many places, in order, lie between each two bounds."""
    up_to = places.searchsorted(bounds)
    return up_to[1:] - up_to[:-1]


def stop_words_among(characters: npt.NDArray[np.uint8], starts: Integers, lengths: Integers) -> Integers:
    """Return the starts of those words that are stop words: their letters are packed into one number each."""
    short = lengths <= _LONGEST_STOP
    starts, lengths = starts[short], lengths[short]
    padded = np.concatenate((characters, _PADDING))
    eights = np.ndarray((len(characters),), "<i8", padded, strides=(1,))  # the eight letters from each place on
    packed = eights[starts] & _MASKS[lengths]
    found: Integers = starts[_PACKED_STOPS[_PACKED_STOPS[:-1].searchsorted(packed)] == packed]
    return found
