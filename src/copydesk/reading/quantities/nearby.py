"""What a number counts by the words next to it alone: for texts that the language model has not read."""

import re

from copydesk.english.amounts import AFTER_NUMBER, ONE_OF_NO_COUNT, PLURALS, TIME_NOUNS, VOTES
from copydesk.reading.quantities.casualties import KIND_OF_PARTICIPLE
from copydesk.reading.quantities.numerals import Numeral
from copydesk.reading.quantities.quantity_types import Counted

_NEXT = re.compile(r"[ ]([^\W\d_]+(?:-[^\W\d_]+)?)")
_LOOKED_AT = 3  # words after a number that are looked at


def counted_nearby(text: str, number: Numeral) -> Counted | None:
    """Return the noun phrase that a number counts, up to its plural, or None."""
    if number.fraction or (number.plain and number.digits and 1900 <= number.value < 2100):
        return None
    start = at = number.end
    words = 0
    while words < _LOOKED_AT:
        match = _NEXT.match(text, at)
        if not match or match[1].lower() in AFTER_NUMBER | TIME_NOUNS:
            break
        word, at = match[1].lower(), match.end()
        words += 1
        if words == 1 and (kind := KIND_OF_PARTICIPLE.get(word)):
            return Counted(word, at, kind)
        plural = word in PLURALS or (word.endswith("s") and not word.endswith(("ss", "us", "is")))
        single = number.value == 1 and words == 1 and match[1].islower() and word not in ONE_OF_NO_COUNT
        if plural or single:
            return Counted(text[start:at].strip(), at, "votes" if word in VOTES else "count")
    return None
