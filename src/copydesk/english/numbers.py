"""The words of numbers: cardinals, tens, scales, ordinals."""

from typing import Final

_SMALL: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety"

CARDINALS: Final = {word: number for number, word in enumerate(_SMALL.split())}
"""Zero to nineteen."""

TENS: Final = {word: 10 * number for number, word in enumerate(_TENS.split(), 2)}
"""Twenty to ninety."""

ORDINALS: Final = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        1,
    )
} | {"thirtieth": 30}
"""First to twentieth, and thirtieth."""
