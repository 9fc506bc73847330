"""Identifiers that the formats of the web ask for."""

import uuid
from typing import Final
from urllib.parse import quote, urlsplit

from copydesk.records import Entity, Record

# What RFC 3986 lets stand in a URI; the rest is percent-encoded.
_SAFE: Final = "-._~:/?#[]@!$&'()*+,;=%"
GEONAMES: Final = "https://sws.geonames.org/{}/"


def page_iri(record: Record) -> str:
    """Return the page's web address where its location is one, else a UUID (RFC 9562, version 5) of its id."""
    return web_address(record.page.location) or stable_uuid(record.id)


def web_address(location: str | None) -> str | None:
    """Return a location as an absolute http(s) URI, or None where it is none."""
    if not location or len(location) > 8000:
        return None
    try:
        parts = urlsplit(location)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            return None
    except ValueError:
        return None
    return quote(location.replace("[", "%5B").replace("]", "%5D"), safe=_SAFE)


def stable_uuid(*names: str) -> str:
    """Return a URN that is the same whenever the names are."""
    return uuid.uuid5(uuid.NAMESPACE_URL, "copydesk:" + "\x1f".join(names)).urn


def place_iri(entity: Entity) -> str | None:
    """Return the GeoNames address of a place, or None."""
    return GEONAMES.format(entity.place.geonames) if entity.place and entity.place.geonames else None
