"""Credits: every agency or outlet that a text names as a source of itself, with the words that say so.

`KYIV (AP) —`, `By PA Reporter`, `Reuters | Kyiv |`, `(Reporting by …)`, `dpa/so`, `© 2026 AFP`, `Source: TASS`,
`(UrduPoint News / Sputnik - 3rd March)`, `told Reuters`, `Xinhua reported`. Credits of pictures are left out.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final, Protocol

from copydesk.english.agencies import AGENCIES, AMBIGUOUS, agency_named
from copydesk.english.credits import (
    CITING_BEFORE,
    CONTRIBUTED_TO_THIS,
    COPYRIGHT_LINE,
    CREDIT_PARTS,
    OF_PICTURE,
    OPENS_WITH_BY,
    OUTLET_REPORTED,
    REPORTED_AFTER,
    SOURCE_LINE,
    STAFF,
    TOLD_BEFORE,
    TOLD_NO_AGENCY,
    UNNAMED_AGENCIES,
    WITH_LINE,
)
from copydesk.records import Author, Credit, CreditForm, Dateline, Furniture, Record, Span

HEAD: Final = 10
"""Lines at the top in which a masthead stands."""
FOOT: Final = 8
"""Lines at the end in which a sign-off stands."""
SHORT: Final = 160
"""Characters of a line that is all masthead."""
CHARACTERS: Final = 100_000
"""Characters of a text that are read."""
MOST: Final = 60
"""Credits of a page."""
AGENCIES_UNNAMED: Final = "agencies"
"""What `(Agencies)`, `Staff and wires` credit."""

_SEGMENT: Final = re.compile(r"(?:(?!\s?###)[^\n])+")
_TAKEN: Final = re.compile(
    r"\b[A-Z][\w'’-]{1,30} [A-Z][\w'’-]{1,30}\s?/\s?(?:[A-Z][\w ]{1,20} via )?(?:Reuters|REUTERS|AP|AFP|EPA)\b|"
    r"/[A-Z][\w ]{1,20} via AP\b"
)
"""A photographer's name with an agency's: the credit of a picture that lost its word for one."""
_BRACKETS: Final = re.compile(r"\(([^()\n]{2,60})\)|(?<![\w/])/([A-Z][\w .-]{1,30})/(?!\w)")
_AFTER_BRACKETS: Final = re.compile(r"\.?\s{0,2}(?:[—–-]{1,2}|\||:|\.\s?[-–—]?|$|(?=[A-Z“\"]))")
_SLUG: Final = re.compile(r"^\W{0,2}([A-Za-zČ]{2,8})[/ ][a-z]{1,4}(?:[ /-][a-z]{1,4}){0,3}\W{0,2}$")
_ENDING: Final = re.compile(r"(?:(?<=[.!?”\"’])\s?|^\W{0,2})\(?(?P<agency>[A-Z][A-Za-z]{1,9}|dpa)\)?\.?$")
_FORMS: Final = tuple(sorted({form for name, forms in AGENCIES.items() for form in (name, *forms)}))
_LONGEST_INITIALS: Final = 5  # letters of a short form that may stand for another body
_NEAR: Final = 60
"""Characters before and after an agency's name in which a verb makes it one that was told or is cited."""


def _credit(agency: str, form: CreditForm, span: Span | None) -> Credit:
    return Credit(agency=agency, form=form, span=span)


def agency_of(words: str) -> str | None:
    """Return the agency that a credit's part names, with or without its staff (`AP Business Writers`)."""
    words = words.strip(' \t\u00a0()[].,:;-–—|•*_"“”/')
    if not 1 < len(words) <= 60:
        return None
    if found := agency_named(words):
        return found
    bare = " ".join(STAFF.sub(" ", words).split())
    return agency_named(bare) if bare and bare != words else None


def agencies_in(words: str) -> list[str]:
    """Return the agencies in a credit of several parts, each once, in order."""
    found = (agency_of(part) for part in CREDIT_PARTS.split(words[:200]) if part)
    return list(dict.fromkeys(agency for agency in found if agency))


def find_credits(text: str) -> tuple[Credit, ...]:
    """Return the credits of a text, in its order; of one agency in one form, the first."""
    text = text[:CHARACTERS]
    lines = _lines(text)
    found = [*_masthead(text, lines), *_inside(text)]
    once: dict[tuple[str, str], Credit] = {}
    for credit in sorted(found, key=lambda credit: credit.span or (0, 0)):
        once.setdefault((credit.agency, credit.form), credit)
    return tuple(list(once.values())[:MOST])


def line_credits(line: str, *, foot: bool = False) -> list[Credit]:
    """Return the credits of a line that was taken off a page's text, with spans in the line."""
    return list(_of_line(line, (0, len(line)), head=not foot, foot=foot))


def _lines(text: str) -> list[Span]:
    """Return the lines of a text; `###`, with which some scrapers part lines, ends one too."""
    spans = []
    for match in _SEGMENT.finditer(text.replace("###", "\n\n\n")):
        words = match[0].strip()
        if words:
            start = match.start() + match[0].index(words[0])
            spans.append((start, start + len(words)))
    return spans


def _masthead(text: str, lines: list[Span]) -> Iterator[Credit]:
    last = len(lines) - FOOT
    for number, span in enumerate(lines):
        head, foot = number < HEAD, number >= last
        if head or foot or span[1] - span[0] <= SHORT:
            yield from _of_line(text[slice(*span)], span, head=head, foot=foot)


def _of_line(line: str, span: Span, *, head: bool, foot: bool) -> Iterator[Credit]:
    start = span[0]
    for match in COPYRIGHT_LINE.finditer(line[-300:] if len(line) > SHORT else line):
        for agency in agencies_in(re.split(r"\.|(?i:all rights)", match[1])[0])[:1]:
            yield _credit(agency, "copyright", span)
    if len(line) <= 2 * SHORT and (OF_PICTURE.search(line[:SHORT]) or _TAKEN.search(line[:SHORT])):
        return
    yield from _datelines(line, start)
    if len(line) <= SHORT:
        yield from _short(line, span, head=head, foot=foot)
    if foot or len(line) <= 400:
        for match in CONTRIBUTED_TO_THIS.finditer(line):
            if named := agency_of(match["who"] or match["body"] or ""):
                yield _credit(named, "sign-off", (start + match.start(), start + match.end()))
    if foot and (ending := _ENDING.search(line)) and (named := agency_named(ending["agency"])):
        yield _credit(named, "sign-off", (start + ending.start("agency"), start + ending.end("agency")))
    if foot and re.search(r"\bEnditem\W{0,3}$", line):
        yield _credit("Xinhua", "sign-off", (start + line.rindex("Enditem"), start + len(line)))


def _datelines(line: str, start: int) -> Iterator[Credit]:
    for match in _BRACKETS.finditer(line, 0, SHORT):
        if match.start() > 90:
            break
        agencies = agencies_in(match[1] or match[2])
        whole = match.end() >= len(line.rstrip())
        if agencies and (whole or _AFTER_BRACKETS.match(line, match.end())):
            for agency in agencies:
                yield _credit(
                    agency,
                    "sign-off" if whole and match.start() else "dateline",
                    (start + match.start(), start + match.end()),
                )


def _short(line: str, span: Span, *, head: bool, foot: bool) -> Iterator[Credit]:
    """Yield the credits of a line that is all credit."""
    if UNNAMED_AGENCIES.match(line):
        yield _credit(AGENCIES_UNNAMED, "byline" if head and not foot else "source-line", span)
        return
    if match := SOURCE_LINE.match(line):
        for agency in agencies_in(match[1]):
            yield _credit(agency, "source-line", span)
        return
    if foot and (match := WITH_LINE.match(line)):
        for agency in agencies_in(match[1]):
            yield _credit(agency, "source-line", span)
        return
    if match := OPENS_WITH_BY.match(line):
        for agency in agencies_in(match[1]) or _after_name(match[1]):
            yield _credit(agency, "byline", span)
        return
    if foot and (slug := _SLUG.match(line)) and (named := agency_named(slug[1])):
        yield _credit(named, "sign-off", span)
        return
    parts = [part for part in CREDIT_PARTS.split(line.strip(" ()[]-–—|•")) if part]
    of_part = [None if part.strip() in AMBIGUOUS else agency_of(part) for part in parts]
    agencies = [agency for agency in of_part if agency]
    if not agencies or len(line) > 100:
        return
    alone = all(of_part)
    ended = line[-1] in ".!?" and not line.endswith(("a.m.", "p.m."))
    signed = head and len(parts) <= 8 and bool(of_part[0] or of_part[-1]) and not ended
    if alone or signed:
        for agency in dict.fromkeys(agencies):
            yield _credit(agency, "byline" if head else "sign-off" if foot else "byline", span)


def _after_name(byline: str) -> list[str]:
    """Return the agency whose name ends a byline without a sign before it (`JO BAY Associated Press`)."""
    words = byline.strip(" .").split()
    found = (agency_named(" ".join(words[-count:])) for count in (2, 1) if len(words) > count + 1)
    return [agency for agency in found if agency and words[-1] not in AMBIGUOUS][:1]


def _inside(text: str) -> Iterator[Credit]:
    """Yield who was told, and who is cited, within the text."""
    for form in _FORMS:
        start = text.find(form)
        while start >= 0:
            end = start + len(form)
            if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
                yield from _named(text, start, end)
            start = text.find(form, end)
    for match in OUTLET_REPORTED.finditer(text):
        words = (match["paper"] or match["outlet"]).strip()
        yield _credit(agency_named(words) or words, "cited", match.span())


def _named(text: str, start: int, end: int) -> Iterator[Credit]:
    """Yield what an agency's name in the text makes of it, by the words around."""
    agency = agency_named(text[start:end])
    if agency is None or _is_short_for_another(text, text[start:end], agency):
        return
    before, after = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    if match := TOLD_BEFORE.search(before):
        if not TOLD_NO_AGENCY.match(after):
            yield _credit(agency, "told", (start - len(before) + match.start(), end))
    elif match := CITING_BEFORE.search(before):
        yield _credit(agency, "cited", (start - len(before) + match.start(), end))
    elif match := REPORTED_AFTER.match(after):
        yield _credit(agency, "cited", (start, end + match.end()))


def _is_short_for_another(text: str, form: str, agency: str) -> bool:
    """Return whether the text names another of an agency's initials in full: Christian News Service for CNS."""
    if not (form.isalpha() and form.isupper() and len(form) <= _LONGEST_INITIALS):
        return False
    words = r" (?:of |for |and |the )?".join(rf"{letter}[a-z]{{1,20}}" for letter in form)
    return any(agency_named(match.group()) != agency for match in re.finditer(rf"\b{words}\b", text))


def page_credits(record: Record) -> tuple[Credit, ...]:
    """Return the credits of a record: those in its text, and those of the masthead and furniture taken off it."""
    return masthead_credits(record, record.furniture, find_credits(record.text))


class HasMasthead(Protocol):
    """What an article and a record have in common that names agencies."""

    @property
    def agency(self) -> str | None:
        """Whose copy the page says it is."""

    @property
    def dateline(self) -> Dateline | None:
        """The story's dateline."""

    @property
    def authors(self) -> tuple[Author, ...]:
        """Who wrote it."""


def masthead_credits(
    masthead: HasMasthead, furniture: Iterable[Furniture], in_text: tuple[Credit, ...]
) -> tuple[Credit, ...]:
    """Return the credits in a text with those of lines that were taken off it, which have no span."""
    found: list[Credit] = list(in_text)
    if masthead.dateline and masthead.dateline.agency:
        found.append(_credit(masthead.dateline.agency, "dateline", None))
    writers = [author.organization or author.name for author in masthead.authors if author.role is None]
    found += [_credit(agency, "byline", None) for agency in map(agency_of, writers) if agency]
    for piece in furniture:
        if piece.kind != "caption" and len(piece.text) <= 400:
            found += [_credit(credit.agency, credit.form, None) for credit in line_credits(piece.text, foot=True)]
    known = {credit.agency for credit in found if credit.form not in ("told", "cited")}
    if masthead.agency and masthead.agency not in known:
        found.append(_credit(masthead.agency, "source-line", None))
    once: dict[tuple[str, str], Credit] = {}
    for credit in found:
        once.setdefault((credit.agency, credit.form), credit)
    return tuple(once.values())
