"""Bylines and credit lines: who wrote, who contributed, from where, and whose wire copy it is.

`By A and B in Geneva`, `Associated Press writer C contributed to this report.`, `D reported from Brussels`,
`(Reporting by E in Paris; Editing by F)`, `Photo by G` (never an author).
"""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from copydesk.articles.agencies import agency_in, agency_mentioned
from copydesk.articles.names import is_name, people
from copydesk.records import Author

_BIOGRAPHY: Final = re.compile(
    r",? (?:covers|can be (?:reached|contacted)|is (?:an? |the |our )|reports on|writes (?:about|on|for)|"
    r"has (?:covered|written|been)|joined|works (?:for|at|as))\b"
)


class Credit(NamedTuple):
    """What a credit line says: the persons it names and the agency whose copy it says the story is."""

    authors: tuple[Author, ...] = ()
    agency: str | None = None


_BY: Final = re.compile(
    r"(?:(?:(?:this|the)\s)?(?:story|article|text|words|post|blog|written|authored|reported|posted|published|analysis|"
    r"opinion|column|report|reviewed|contributed|created|was|and|updated)\s){0,4}"
    r"(?:by(?::\s{0,3}|\s{1,3}|(?=[A-Z][a-z]))|authors?:\s{0,3})(?P<rest>\S.{1,250})$",
    re.IGNORECASE,
)
_DATED: Final = re.compile(r"^.{6,40}?\d[.,]?\s(?:[|•·–-]\s)?[Bb]y:?\s(?P<rest>[A-Z].{1,100})$")
_PHOTO: Final = re.compile(
    r"\(?(?:photo(?:graph)?s?|image|picture|illustration|graphic|video|file|courtesy|cover|featured image|art)"
    r"(?:s|\s(?:by|credit|courtesy|via|illustration|from))?\s?(?:[:/|]|by\b|courtesy\b|credit\b|via\b)",
    re.IGNORECASE,
)
_AFTER: Final = re.compile(
    r"\s*(?:[|•·]|\b(?:updated|published|posted|last modified|on (?:mon|tue|wed|thu|fri|sat|sun)|\d{1,2}:\d\d)\b|"
    r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2}\b|\b\d{1,2}[/.]\d{1,2}[/.]\d|"
    r"\b\d+ min(?:ute)?s?\b|\d{4}-\d\d-\d\d).*$",
    re.IGNORECASE,
)
_REPORTED: Final = re.compile(
    r"(?P<who>[^.;]{4,120}?)\s(?:reported|is reporting|wrote|writes)\sfrom\s(?P<place>[A-Z][^.;]{2,60}?)(?=[.;]|$)"
)
_CONTRIBUTED: Final = re.compile(
    r"(?P<who>[^.;]{4,300}?)\s(?:also\s)?(?:contributed|assisted|helped)\s(?:to|with|in|reporting|from)\b"
    r"[^.;]{0,60}(?=[.;]|$)"
)
_REPORTING: Final = re.compile(
    r"(?:additional\s|with\s|with additional\s|extra\s)?(?:reporting|report|writing|written|reported|files)\s"
    r"(?:by|from):?\s(?P<who>[^;]{3,250})",
    re.IGNORECASE,
)
_EDITING: Final = re.compile(
    r"(?:edit(?:ing|ed)|compiled|translat(?:ing|ed)|produced|fact.?check(?:ing|ed))\sby\b", re.IGNORECASE
)
_TITLE: Final = re.compile(
    r"^(?:the\s)?(?P<org>(?:[A-Z][\w.&’'-]*\s){0,4}?)(?:(?:staff|news|video|special|science|health|business|"
    r"politics|political|medical|sports|senior|national|foreign)\s){0,2}"
    r"(?:writer|reporter|correspondent|journalist|producer|photographer|editor)s?\s(?=[A-Z])",
)
_SYNDICATED: Final = re.compile(
    r"(?:this (?:story|article|report|content) (?:was|is|has been)\s(?:originally\s|first\s)?(?:published|produced|"
    r"provided|distributed|written|reported|created|republished|supplied)\s(?:by|in|on|from|through|courtesy of)|"
    r"(?:story|article|report|content|copy) (?:provided|supplied|distributed) by|"
    r"(?:©|\(c\)|copyright)\s?(?:©\s?)?\d{0,4}|source:|via|with (?:inputs|agency inputs|files|reporting) from|"
    r"republished (?:from|with permission (?:of|from)))\s(?P<who>[^.]{2,80})",
    re.IGNORECASE,
)


def is_photo_credit(line: str) -> bool:
    """Tell whether a line credits a picture; those it names are no authors of the story."""
    return bool(_PHOTO.match(line.strip()[:80]))


def byline(line: str) -> Credit | None:
    """Read a byline (`By JANE ROE, Associated Press`, `Written by A and B in Geneva`); None where the line is none."""
    line = " ".join(line[:400].split())
    found = _BY.match(line) or (_DATED.match(line) if len(line) < 120 else None)
    if not found or is_photo_credit(line):
        return None
    rest = _AFTER.sub("", found["rest"]).strip()
    # `By JANE ROE Associated Press` has no comma between the two.
    if (agency := agency_mentioned(rest)) and (start := rest.find(agency)) > 0 and rest[start - 1] == " ":
        rest = f"{rest[:start].removesuffix('The ').rstrip(' ,')}, {rest[start:]}"
    authors = people(rest)
    only = agency_in(rest) if not authors else None
    if not authors and not only:
        return None
    return Credit(authors, only or next((a.organization for a in authors if _is_agency(a.organization)), None))


def byline_words(line: str) -> str | None:
    """Return what stands after `By` in a short line, whatever it is (`The Diggs Team`); None where there is no `By`."""
    line = " ".join(line[:200].split())
    if len(line) > 90 or is_photo_credit(line) or not (found := _BY.match(line) or _DATED.match(line)):
        return None
    rest = _AFTER.sub("", found["rest"]).strip(" ,.|-–—")
    return rest if 1 < len(rest) < 50 and len(rest.split()) <= 5 else None


def credit(line: str) -> Credit | None:
    """Read a credit line at a story's foot; None where the line, or part of it, is the story's own.

    A credit must account for the whole line, so that a sentence on somebody who "reported from Paris" stays text.
    """
    line = " ".join(line[:600].split()).strip("()[]—–-* ")
    if not line or len(line) > 500 or is_photo_credit(line):
        return None
    authors: list[Author] = []
    agency = None
    for clause in re.split(r"(?<=[a-z)])[.;]\s+|;\s*", line):
        clause = clause.strip(" .;—–-")
        if not clause or _EDITING.match(clause):
            continue
        if found := _CONTRIBUTED.fullmatch(clause):
            who, organization = _untitled(found["who"])
            authors += _with(people(who, "contributor"), organization)
        elif found := _REPORTED.fullmatch(clause):
            who, organization = _untitled(found["who"])
            placed = people(who, "reporter")
            authors += [_at(a, found["place"]) for a in _with(placed, organization)]
        elif found := _REPORTING.fullmatch(clause):
            role = "contributor" if clause[:1] in "aAwWeE" and not clause.lower().startswith("writ") else "reporter"
            who, organization = _untitled(found["who"])
            authors += _with(people(who, role), organization)
            agency = agency or (agency_in(found["who"]) if not people(found["who"]) else None)
        elif found := _SYNDICATED.fullmatch(clause):
            agency = agency or agency_in(found["who"]) or agency_mentioned(found["who"])
            if not agency:
                return None
        elif (only := agency_in(clause)) and len(clause) < 60:
            agency = agency or only
        else:
            return None
    if not authors and not agency:
        return None
    if any(not is_name(author.name) for author in authors):
        return None
    return Credit(tuple(authors), agency or next((a.organization for a in authors if _is_agency(a.organization)), None))


def is_biography(line: str, authors: Iterable[Author]) -> bool:
    """Tell whether a line at the foot says who an author is (`Jane Roe covers ports for the Courier.`)."""
    if len(line) > 400:
        return False
    starts = (line[len(author.name) :] for author in authors if line.startswith(author.name))
    return any(_BIOGRAPHY.match(rest) for rest in starts)


def _untitled(who: str) -> tuple[str, str | None]:
    """Split `Associated Press writers A and B` into the names and the organization."""
    if not (found := _TITLE.match(who)):
        return who, None
    return who[found.end() :], (agency_in(found["org"]) or found["org"].strip() or None)


def _with(authors: tuple[Author, ...], organization: str | None) -> list[Author]:
    return [a if a.organization or not organization else _copy(a, organization=organization) for a in authors]


def _at(author: Author, place: str) -> Author:
    return author if author.place else _copy(author, place=place.strip(" ."))


def _copy(author: Author, *, place: str | None = None, organization: str | None = None) -> Author:
    return Author(
        name=author.name,
        role=author.role,
        place=place or author.place,
        organization=organization or author.organization,
    )


def _is_agency(organization: str | None) -> bool:
    return bool(organization and agency_in(organization))
