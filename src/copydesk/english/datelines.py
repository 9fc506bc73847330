"""Where the dateline that opens a story ends: "KYIV, Ukraine (AP) — "."""

from typing import Final

REACH: Final = 50
"""Characters after its place within which a dateline ends: agency, day, dash."""
_DASHES: Final = (" — ", " – ", " -- ", " - ", "— ", "– ")


def dateline_end(text: str, place: str | None, start: int = 0) -> int:
    """Return where the words after a dateline begin; `start` where none stands there.

    Args:
        text: the text of a story, or a sentence of it.
        place: the place that the story's dateline names.
        start: where the dateline would begin.
    """
    if not place or text[start : start + len(place)].casefold() != place.casefold():
        return start
    reach = start + len(place) + REACH
    return next((at + len(dash) for dash in _DASHES if (at := text.find(dash, start, reach)) >= 0), start)
