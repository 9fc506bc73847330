"""Bylines: who wrote, from where, for whom (`By A and B in Geneva`, `C, Reuters`); `Photo by D` names no author."""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from copydesk.articles.masthead.dateline import is_city
from copydesk.articles.masthead.person_names import is_name, people
from copydesk.english.agencies import agency_in, agency_mentioned, agency_named
from copydesk.english.bylines import AFTER_BYLINE, BYLINE, PHOTO_CREDIT
from copydesk.records import Author


class CreditLine(NamedTuple):
    """What a credit line says: the persons it names and the agency whose copy it says the story is."""

    authors: tuple[Author, ...] = ()
    agency: str | None = None


_BARS: Final = re.compile(r"\s?[|•·]\s?")
PARTS: Final = re.compile(r"\s?[,/|•·]\s?(?:and\s)?|\s(?:and|AND|via|for)\s")
_PARTING: Final = (",", "and", "/", "for", "|", "•", "·", "via", "AND")  # a line without any has one part
_SIGNED: Final = 120  # characters of a line that only names persons and their agency or places
_PLACED: Final = re.compile(r"(.{3,60}?)\s(?:in|from)\s([A-Z].{1,40})")
_DATED: Final = re.compile(r"^.{6,40}?\d[.,]?\s(?:[|•·–-]\s)?[Bb]y:?\s(?P<rest>[A-Z].{1,100})$")


def is_photo_credit(line: str) -> bool:
    """Tell whether a line credits a picture; those it names are no authors of the story."""
    return bool(PHOTO_CREDIT.match(line.strip()[:80]))


def byline(line: str) -> CreditLine | None:
    """Read a byline (`By JANE ROE, Associated Press`, `Written by A and B in Geneva`); None where the line is none."""
    line = " ".join(line[:400].split())
    found = None
    if ":" in line or "by" in line.casefold():
        found = BYLINE.match(line) or (_DATED.match(line) if len(line) < 120 else None)
    if not found:
        credit = signed(line)
        return credit if credit and not is_photo_credit(line) else None
    if is_photo_credit(line):
        return None
    rest = AFTER_BYLINE.sub("", found["rest"]).strip()
    # `By JANE ROE Associated Press` has no comma between the two.
    if (agency := agency_mentioned(rest)) and (start := rest.find(agency)) > 0 and rest[start - 1] == " ":
        rest = f"{rest[:start].removesuffix('The ').rstrip(' ,')}, {rest[start:]}"
    authors = people(rest)
    if not authors:
        agency = agency_in(rest.removesuffix(" Staff").removesuffix(" staff"))
        return CreditLine((), agency) if agency else None
    after = (agency_named(part) for part in _BARS.split(found["rest"])[1:])  # `By Jane Roe | AP`
    if only := next((agency for agency in after if agency), None):
        authors = tuple(completed(author, organization=only) for author in authors)
    return CreditLine(authors, next((a.organization for a in authors if is_agency(a.organization)), None))


def signed(line: str) -> CreditLine | None:
    """Read names that stand alone with their agency or their places (`Jane Roe, Reuters`, `Jane Roe in Geneva`)."""
    if not line[:1].isupper() or line[-1] in ".!?:" or len(line) > _SIGNED:
        return None
    called = line.startswith("From ")
    if not called and not any(map(line.__contains__, _PARTING)):
        return None
    parts = [part for part in PARTS.split(line.removeprefix("From ")) if part]
    if len(parts) < 2 and not called:
        return None
    agencies, placed = [], 0
    for part in parts:
        if is_name(part):
            continue
        if agency := agency_named(part):
            agencies.append(agency)
        elif (found := _PLACED.fullmatch(part)) and is_name(found[1]) and is_city(found[2]):
            placed += 1
        else:
            return None
    if not agencies and placed <= (not called):
        return None
    authors = people(line.removeprefix("From "))
    return CreditLine(authors, agencies[0] if agencies else None) if authors else None


def byline_words(line: str) -> str | None:
    """Return what stands after `By` in a short line, whatever it is (`The Diggs Team`); None where there is no `By`."""
    line = " ".join(line[:200].split())
    if len(line) > 90 or is_photo_credit(line) or not (found := BYLINE.match(line) or _DATED.match(line)):
        return None
    rest = AFTER_BYLINE.sub("", found["rest"]).strip(" ,.|-–—")
    return rest if 1 < len(rest) < 50 and len(rest.split()) <= 5 else None


def together(authors: Iterable[Author]) -> tuple[Author, ...]:
    """Return authors without repeats; what only a later mention says of one (role, place, organization) is kept."""
    found: dict[str, Author] = {}
    for author in authors:
        key = author.name.casefold()
        before = found.setdefault(key, author)
        found[key] = completed(before, role=author.role, place=author.place, organization=author.organization)
    return tuple(found.values())


def completed(
    author: Author, *, role: str | None = None, place: str | None = None, organization: str | None = None
) -> Author:
    """Return an author with what was not yet known of one."""
    return Author(
        name=author.name,
        role=author.role or role,
        place=author.place or place,
        organization=author.organization or organization,
    )


def is_agency(organization: str | None) -> bool:
    """Tell whether an author's organization is a news agency."""
    return bool(organization and agency_in(organization))
