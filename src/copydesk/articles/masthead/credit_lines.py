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
from copydesk.articles.masthead.person_names import is_name, people
from copydesk.english.agencies import agency_in, agency_mentioned, agency_named
from copydesk.english.calendar import MONTH_STEMS
from copydesk.english.credits import (
    BIOGRAPHY,
    CONTRIBUTED,
    CREDIT_ASIDE,
    CREDIT_CLAUSES,
    ORIGINALLY_IN,
    REPORTED_FROM,
    REPORTING_BY,
    RIGHTS,
    SYNDICATED,
    TITLED,
)
from copydesk.records import Author

_POSSESSIVE: Final = re.compile(r"^(?P<org>(?:[A-Z][\w.&-]*\s){0,3}[A-Z][\w.&-]*)['’]s?\s(?=[A-Z])")
_OUTLET: Final = re.compile(r"(?:[Tt]he )?[A-Z][\w.&’'-]*(?: (?:of |the |for )?[A-Z][\w.&’'-]*){0,5}")


_MONTH_LIKE: Final = re.compile(rf"\d|{MONTH_STEMS}\b", re.IGNORECASE)


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
    for clause in CREDIT_CLAUSES.split(line):
        clause = clause.strip(" .;,—–-")
        if not clause:
            continue
        if CREDIT_ASIDE.fullmatch(clause):
            aside = True
            continue
        found = _clause(clause, by_last, reported="reported from" in line)
        if found is None:
            if RIGHTS.fullmatch(clause):
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
    if found := CONTRIBUTED.fullmatch(clause):
        if agency := agency_named(found["who"]):
            return CreditLine((Author(name=agency, role="contributor", organization=agency),))
        return _persons(found["who"], "contributor", by_last, found["place"])
    if reported and (found := REPORTED_FROM.fullmatch(clause)):
        return _persons(found["who"], "reporter", by_last, found["place"])
    if found := REPORTING_BY.fullmatch(clause):
        role = "contributor" if clause[:1] in "aAwWeEcC" and not clause.lower().startswith("writ") else "reporter"
        agency = agency_in(found["who"]) if not people(found["who"]) else None
        return CreditLine((), agency) if agency else _persons(found["who"], role, by_last, None)
    if found := SYNDICATED.fullmatch(clause):
        agency = agency_in(found["who"]) or agency_mentioned(found["who"])
        if agency:
            return CreditLine((), agency)
    if (
        (found := ORIGINALLY_IN.fullmatch(clause))
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
    return any(BIOGRAPHY.match(rest) for rest in starts)


def _untitled(who: str) -> tuple[str, str | None]:
    """Split `Associated Press writers A and B`, `The Courier's A` into the names and the organization."""
    if not (found := TITLED.match(who) or _POSSESSIVE.match(who)):
        return who, None
    return who[found.end() :], (agency_in(found["org"]) or found["org"].strip() or None)
