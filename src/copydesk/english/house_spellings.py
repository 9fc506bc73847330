"""Spellings that houses choose between, as changes of letters."""

from typing import Final

HOUSE_SPELLINGS: Final = (
    ("our", "or"),
    ("is", "iz"),
    ("yz", "ys"),
    ("ll", "l"),
    ("re", "er"),
    ("ogue", "og"),
    ("-", ""),
)
"""British letters and the American ones in their place, in the order in which a word is evened out."""
