"""Words on which no sentence ends: what tells a sentence that was cut off, and a scrap that no sentence owns."""

from typing import Final

from copydesk.english.lists import among

OPEN_ENDED: Final = among("the a an and or nor my your our because whose although unless whereas")
"""Words that leave a sentence open, whatever mark follows them."""

HANGING: Final = among(
    "into onto upon among towards toward of to from with by at for in on as than if when while which who but its",
    "their his her these is are was were has have had will would could should may might must be been very",
    "between against during including such according",
)
"""Words that leave a sentence open when no mark follows."""

SCRAPS: Final = among(
    "until till since after before also however though too then so here there now again through over under about off",
    "up down out away back yet still well",
)
"""More words that are no sentence by themselves."""
