"""Captions of pictures, as agencies and papers word them."""

import re
from typing import Final

CREDIT: Final = re.compile(
    r"FILE\b\s?[-–—]|\((?:AP|AFP|Reuters|REUTERS)? ?(?:Photo|PHOTO)\b|"
    r"\b(?:AP|AFP|EPA) (?:Photo|PHOTO)\b|\bGetty Images\b|\bfile photo\b|"
    r"\b(?:Photo|Image|Picture|Photograph)s?(?: by| courtesy|:| credit)|\b(?:REUTERS|Reuters|AP|AFP)/[A-Z]|"
    r"\bvia (?:AP|AFP|EPA|Reuters|REUTERS|Getty|Shutterstock)\b"
)
"""What credits a picture, or opens the caption of an old one."""
_SIGN: Final = re.compile("FILE|hoto|PHOTO|Image|Picture|/")
"""What stands in each credit: looked for first, as that takes a tenth of the time."""
PLACED: Final = re.compile(
    r",\s(?:left|right|center|centre|from left|from right)\b(?=[,.;]|\s(?:and|with)\b)|\((?:L|R|C)\)"
)
"""Where somebody stands in a picture."""
LONGEST: Final = 90
"""Words of a caption, at most."""


def is_caption(paragraph: str) -> bool:
    """Return whether a paragraph is a picture's caption or credit by its own words."""
    if len(paragraph) > 12 * LONGEST:
        return False
    found = PLACED.search(paragraph) or (_SIGN.search(paragraph) and CREDIT.search(paragraph))
    return found is not None and len(paragraph.split()) <= LONGEST
