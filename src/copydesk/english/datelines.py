"""Datelines: cities that stand without their country, what only looks like a place, and where a dateline ends."""

from typing import Final

from copydesk.english.lists import among

NO_PLACE: Final = among(
    "breaking update updated watch exclusive opinion analysis video live editor's note photos gallery listen "
    "read more new just in developing correction corrected advertisement editorial column review interview "
    "feature news sports by photo image source sources credit caption tags share topics related print email "
    "comment comments disclaimer warning summary introduction background conclusion faq tip tips step question "
    "answer q a methods results objective overview first second third finally key pros cons price rating verdict "
    "best for however file"
)
"""Words that stand before a dash or a colon as a dateline's place does, and are none."""
CITIES: Final = frozenset(
    (
        "amsterdam|ankara|athens|baghdad|bangkok|beijing|beirut|belgrade|berlin|bogota|brussels|bucharest|budapest|"
        "buenos aires|cairo|canberra|caracas|chicago|copenhagen|damascus|delhi|new delhi|dhaka|dubai|dublin|geneva|"
        "gaza|gaza city|hanoi|havana|helsinki|hong kong|islamabad|istanbul|jakarta|jerusalem|johannesburg|kabul|"
        "karachi|kathmandu|kharkiv|khartoum|kyiv|kiev|lagos|lima|lisbon|london|los angeles|madrid|manila|mexico city|"
        "miami|minsk|moscow|mumbai|munich|nairobi|new york|odesa|odessa|oslo|ottawa|paris|prague|pyongyang|rome|"
        "san francisco|santiago|sao paulo|seoul|shanghai|singapore|stockholm|sydney|taipei|tallinn|tehran|tel aviv|"
        "tokyo|toronto|tunis|united nations|vienna|vilnius|warsaw|washington|zurich|addis ababa|accra|kampala|kigali|"
        "riga|sofia"
    ).split("|")
)
"""Cities that stand alone in datelines though printed in small letters; capitals need no list."""

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
