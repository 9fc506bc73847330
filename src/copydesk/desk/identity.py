"""By what name an entity stands on the desk, so that every page's spelling of it counts as one."""

import re
from typing import Final

from copydesk.reading.gazetteer import candidates
from copydesk.records import Entity

_COMPANY: Final = re.compile(
    r"(?:,? (?:Inc|Incorporated|Corp|Corporation|Co|Company|Ltd|Limited|LLC|PLC|plc|N\.V|S\.A|AG|GmbH)\.?)+\Z"
)
_THE: Final = re.compile(r"\A[Tt]he (?=[A-Z])")


def common_name(entity: Entity) -> str:
    """Return the name that an entity goes by across pages.

    A place on the map goes by the gazetteer's name, by whatever spelling the page has it (Odesa for Odessa, United
    States for US), with its division or country where a larger place has that name (Paris, US-TX); an organization by
    its name without article and legal form; everybody else by the page's name.
    """
    if entity.place is not None and entity.place.geonames is not None:
        place = entity.place
        largest = next(iter(candidates(place.name)), None)
        if largest is None or largest.place.geonames == place.geonames or place.latitude is None:
            return place.name
        return f"{place.name}, {place.division or place.country}"
    if entity.type == "ORG":
        bare = _COMPANY.sub("", _THE.sub("", entity.name)).strip()
        return bare or entity.name
    return entity.name
