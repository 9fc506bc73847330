"""Credit lines at a story's foot: who reported from where, who contributed, whose copy it is, who its author is.

`Associated Press writer C contributed to this report.`, `D reported from Brussels`, `(Reporting by E; Editing by F)`,
`This article was originally published by The Courier.`
"""

import re
from collections.abc import Iterable
from typing import Final

from copydesk.articles.masthead.byline import (
    PARTS,
    CreditLine,
    byline,
    completed,
    is_agency,
    is_photo_credit,
    signed,
)
from copydesk.articles.masthead.names import is_name, people
from copydesk.english.agencies import agency_in, agency_mentioned, agency_named
from copydesk.records import Author

_CLAUSES: Final = re.compile(
    r"(?<=[a-z)])[.;]\s+|;\s*|"
    r",\s(?=(?:additional\s)?(?:writing|editing|edited|reporting)\sby\s)|"
    r"(?:,?\sand\s|,\s)(?=(?:[A-Z][\w.'’-]{0,20}\s){1,4}(?:reported\s)?from\s[A-Z])"
)
_REPORTED: Final = re.compile(
    r"(?P<who>[^.;]{3,120}?)\s(?:(?:reported|is reporting|wrote|writes)\s)?from\s(?P<place>[A-Z][^.;]{2,60})"
)
_CONTRIBUTED: Final = re.compile(
    r"(?P<who>[^.;]{2,300}?)\s(?:also\s)?(?:contributed|assisted|helped)"
    r"(?:\s(?:to|with|in|reporting)\b[^.;]{0,60}?)?(?:\sfrom\s(?P<place>[A-Z][^.;]{2,60}))?"
)
_REPORTING: Final = re.compile(
    r"(?:(?:additional\s|with\s|with additional\s|extra\s)?(?:reporting|report|writing|written|reported|files)\s"
    r"(?:by|from):?|contribut(?:ing|ors?|ions by):)\s(?P<who>[^;]{3,250})",
    re.IGNORECASE,
)
# What stands in credits and names nobody who wrote; some of it makes a line a credit all by itself.
_ASIDE: Final = re.compile(
    r"(?:edit(?:ing|ed)|compiled|translat(?:ing|ed|ion)|produced|fact.?check(?:ing|ed))\sby\b.{0,200}|"
    r"with (?:inputs|files|(?:additional )?reporting) from (?:the )?(?:news |wire )?(?:agenc(?:y|ies)|wires?|staff)"
    r"(?: reports| inputs)?|"
    r"(?:this|the) (?:story|article|report|copy) (?:has been|was|is) (?:published|taken|sourced|(?:auto-)?generated)"
    r"(?: directly)? from (?:an? |the )?(?:wire |news )?(?:agency|syndicated)(?: wire| news)? feed.{0,120}|"
    r"(?:(?:this|the) (?:story|article|report|copy) )?(?:has|was) not (?:been )?(?:edited|created) by .{2,80}",
    re.IGNORECASE,
)
_RIGHTS: Final = re.compile(
    r"(?:©|\(c\)|copyright).{0,120}|all rights reserved|this material may not be .{0,120}|"
    r"(?:read|see|view) the original (?:article|story)(?: here)?|visit .{2,60}|(?:the )?(?:news |wire )?agencies",
    re.IGNORECASE,
)
_TITLE: Final = re.compile(
    r"^(?:the\s)?(?P<org>(?:[A-Z][\w.&’'-]*\s){0,4}?)(?:(?:staff|news|video|special|science|health|business|"
    r"politics|political|medical|sports|senior|national|foreign)\s){0,2}"
    r"(?:writer|reporter|correspondent|journalist|producer|photographer|editor)s?\s(?=[A-Z])",
)
_POSSESSIVE: Final = re.compile(r"^(?P<org>(?:[A-Z][\w.&-]*\s){0,3}[A-Z][\w.&-]*)['’]s?\s(?=[A-Z])")
_OUTLET: Final = re.compile(r"(?:[Tt]he )?[A-Z][\w.&’'-]*(?: (?:of |the |for )?[A-Z][\w.&’'-]*){0,5}")
_ORIGINAL: Final = re.compile(
    r"(?:(?:this|the) (?:story|article|report|post|piece|column|essay) (?:was |has been |is |had )?)?"
    r"(?:(?:originally|first) (?:published|appeared|produced|posted|written)|republished)(?: here)?\s"
    r"(?:by|in|on|at|from|for|with permission (?:of|from))\s(?P<who>[^.]{2,60}?(?:\.[a-z]{2,3})?)"
    r"(?:,? (?:on|and|under|in) .{3,120})?",
    re.IGNORECASE,
)
_SYNDICATED: Final = re.compile(
    r"(?:this (?:story|article|report|content) (?:was|is|has been)\s(?:originally\s|first\s)?(?:published|produced|"
    r"provided|distributed|written|reported|created|republished|supplied)\s(?:by|in|on|from|through|courtesy of)|"
    r"(?:story|article|report|content|copy) (?:provided|supplied|distributed) by|distributed by|"
    r"(?:©|\(c\)|copyright)\s?(?:©\s?)?\d{0,4}|source:|via|with (?:inputs|agency inputs|files|reporting) from|"
    r"republished (?:from|with permission (?:of|from)))\s(?P<who>[^.]{2,80})",
    re.IGNORECASE,
)


_MONTH_LIKE: Final = re.compile(r"\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\b", re.IGNORECASE)
_BIOGRAPHY: Final = re.compile(
    r",? (?:covers|can be (?:reached|contacted)|is (?:an? |the |our )|reports on|writes (?:about|on|for)|"
    r"has (?:covered|written|been)|joined|works (?:for|at|as))\b"
)


def credit(line: str, known: Iterable[Author] = ()) -> CreditLine | None:
    """Read a credit line at a story's foot; None where the line, or part of it, is the story's own.

    A credit must account for the whole line, so that a sentence on somebody who "reported from Paris" stays text.

    Args:
        line: the line.
        known: authors that a byline named, whom a credit may call by their last names (`Roe reported from Paris.`).
    """
    line = " ".join(line[:600].split()).strip("()[]—–-* ")
    if not line or len(line) > 500 or is_photo_credit(line):
        return None
    by_last = {author.name.split()[-1]: author.name for author in known}
    authors: list[Author] = []
    agency, aside = None, False
    for clause in _CLAUSES.split(line):
        clause = clause.strip(" .;,—–-")
        if not clause:
            continue
        if _ASIDE.fullmatch(clause):
            aside = True
            continue
        found = _clause(clause, by_last, reported="reported from" in line)
        if found is None:
            if _RIGHTS.fullmatch(clause):
                continue
            return None
        authors += found.authors
        agency = agency or found.agency
    if not authors and not agency and not aside:
        return None
    of_theirs = (a.organization for a in authors if a.organization != a.name and is_agency(a.organization))
    return CreditLine(tuple(authors), agency or next(of_theirs, None))


def _clause(clause: str, by_last: dict[str, str], *, reported: bool) -> CreditLine | None:
    """Read one clause of a credit line; None where it is none."""
    if clause.startswith("By "):
        return byline(clause)
    if found := _CONTRIBUTED.fullmatch(clause):
        if agency := agency_named(found["who"]):
            return CreditLine((Author(name=agency, role="contributor", organization=agency),))
        return _persons(found["who"], "contributor", by_last, found["place"])
    if reported and (found := _REPORTED.fullmatch(clause)):
        return _persons(found["who"], "reporter", by_last, found["place"])
    if found := _REPORTING.fullmatch(clause):
        role = "contributor" if clause[:1] in "aAwWeEcC" and not clause.lower().startswith("writ") else "reporter"
        agency = agency_in(found["who"]) if not people(found["who"]) else None
        return CreditLine((), agency) if agency else _persons(found["who"], role, by_last, None)
    if found := _SYNDICATED.fullmatch(clause):
        agency = agency_in(found["who"]) or agency_mentioned(found["who"])
        if agency:
            return CreditLine((), agency)
    if (
        (found := _ORIGINAL.fullmatch(clause))
        and _OUTLET.fullmatch(found["who"])
        and not _MONTH_LIKE.match(found["who"])
    ):
        return CreditLine((), found["who"])
    if names := signed(clause):
        return names if "/" not in clause else None  # `Jane Roe/AP` took the picture
    agency = agency_in(clause) if len(clause) < 60 and not people(clause) else None
    return CreditLine((), agency) if agency else None


def _persons(who: str, role: str, by_last: dict[str, str], place: str | None) -> CreditLine | None:
    """Return the persons whom a clause names, with the organization before their names and their place."""
    who, organization = _untitled(who)
    authors = people(who, role) or tuple(
        Author(name=by_last[name], role=role) for name in PARTS.split(who) if name in by_last
    )
    if not authors or not all(is_name(author.name) or author.name in by_last.values() for author in authors):
        return None
    where = place.strip(" .") if place else None
    return CreditLine(tuple(completed(author, place=where, organization=organization) for author in authors))


def is_biography(line: str, authors: Iterable[Author]) -> bool:
    """Tell whether a line at the foot says who an author is (`Jane Roe covers ports for the Courier.`)."""
    if len(line) > 400:
        return False
    starts = (line[len(author.name) :] for author in authors if line.startswith(author.name))
    return any(_BIOGRAPHY.match(rest) for rest in starts)


def _untitled(who: str) -> tuple[str, str | None]:
    """Split `Associated Press writers A and B`, `The Courier's A` into the names and the organization."""
    if not (found := _TITLE.match(who) or _POSSESSIVE.match(who)):
        return who, None
    return who[found.end() :], (agency_in(found["org"]) or found["org"].strip() or None)
