"""Credits: every agency or outlet that a text names as a source of itself, with the words that say so.

`KYIV (AP) —`, `By PA Reporter`, `Reuters | Kyiv |`, `(Reporting by …)`, `dpa/so`, `© 2026 AFP`, `Source: TASS`,
`(UrduPoint News / Sputnik - 3rd March)`, `told Reuters`, `Xinhua reported`. Credits of pictures are left out.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from copydesk.articles.masthead.agencies import AGENCIES, agency_named
from copydesk.records import Span

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
_AMBIGUOUS: Final = frozenset(["PA", "AA", "CP", "UNI", "APP", "SPA", "NAN", "TT", "APA", "CNS", "SDA", "ATS", "CNA", "RIA", "MENA"])
"""Short forms that are states, places or words as well: no credit where they stand at the end of a line alone."""
AGENCIES_UNNAMED: Final = "agencies"
"""What `(Agencies)`, `Staff and wires` credit."""

_LINE: Final = re.compile(r"[^\n#|]+(?:[#|](?!##|\s)[^\n#|]{0,400}){0,20}")
_SEGMENT: Final = re.compile(r"(?:(?!\s?###)[^\n])+")
_PICTURE: Final = re.compile(
    r"(?i)\b(?:photo|photograph(?:er|s)?|image|images|getty|picture|pictured|video|illustration|caption|epa|file)\b"
)
_BRACKETS: Final = re.compile(r"\(([^()\n]{2,60})\)|(?<![\w/])/([A-Z][\w .-]{1,30})/(?!\w)")
_AFTER_BRACKETS: Final = re.compile(r"\.?\s{0,2}(?:[—–-]{1,2}|\||:|\.\s?[-–—]?|$|(?=[A-Z“\"]))")
_STAFF: Final = re.compile(
    r"(?i)\b(?:the|news|business|sports?|science|political|technology|health|entertainment|markets?|economics|world|"
    r"national|foreign|senior|chief|special|video|staff|writers?|reporters?|correspondents?|journalists?|editors?|"
    r"agency|agencia|agence|service|newsroom|bureau|foundation|english)\b"
)
_BY: Final = re.compile(r"(?i)^\W{0,3}(?:by|from|von|por|par|da)\s(.{2,150})$")
_SPLIT: Final = re.compile(r"\s*(?:/|,|;|&|\||•|·|\band\b|\bund\b|\by\b|\bet\b|\bwith\b|\bvia\b|\bin\b|\bat\b|\bfor\b|\(|\)|\s[-–—]\s)\s*")
_SOURCE: Final = re.compile(
    r"(?i)^\W{0,3}(?:sources?|quelle|fuente|via|with (?:inputs|files|reporting|material|additional reporting|agency inputs) from|"
    r"(?:this|the) (?:story|article|report) (?:was|is|has been) (?:originally |first )?(?:published|produced|provided|"
    r"distributed|written|reported|supplied)\s(?:by|in|on|from)|(?:story|article|report|content) (?:by|from|provided by)|"
    r"(?:originally|first) (?:published|appeared|posted) (?:by|in|on|at)|avec|mit material (?:von|der)|"
    r"contains? material from|additional reporting (?:by|from))\s?:?\s{0,2}(.{2,80})$"
)
_RIGHTS: Final = re.compile(r"(?i)(?:©|\(c\)|\bcopyright\b)[\s©]{0,3}(?:\d{4}(?:[-–]\d{2,4})?)?,?\s{0,2}(?:by\s)?(.{2,60})")
_UNNAMED: Final = re.compile(
    r"(?i)^\W{0,3}(?:with |by |from )?(?:(?:news |wire )?agencies|staff and (?:wires?|agenc(?:y|ies))(?: reports)?|wire (?:services?|reports?)|"
    r"agenc(?:y|ies) (?:reports?|inputs)|(?:from )?(?:our |staff and )?(?:news|wire) services?|[\w’' .]{1,30} (?:news|wire) services?)\W{0,3}$"
)
_SLUG: Final = re.compile(r"^\W{0,2}([A-Za-zČ]{2,8})[/ ][a-z]{1,4}(?:[ /-][a-z]{1,4}){0,3}\W{0,2}$")
_REPORTING: Final = re.compile(r"\((?:Additional )?(?:Reporting|Writing|Editing|Compiled) (?:by|from|and)\b")
_ENDING: Final = re.compile(r"(?:(?<=[.!?”\"’])\s?|^\W{0,2})\(?(?P<agency>[A-Z][A-Za-z]{1,9}|dpa)\)?\.?$")
_CONTRIBUTED: Final = re.compile(
    r"(?:^|[.(_]\s{0,2})(?:The )?(?P<who>[A-Z][\w.’' ]{1,40}?)(?:'s|’s)?\s(?:(?:\w+\s){0,2}writers?|reporters?|correspondents?|journalists?)\s"
    r"[A-Z][^.\n]{3,200}?\b(?:contributed|reported)\b|"
    r"(?:^|[.(_]\s{0,2})(?:The )?(?P<body>[A-Z][\w.’' ]{1,40}?) contributed to this\b"
)
_NAMES: Final = "|".join(
    re.escape(form)
    for form in sorted({f for name, forms in AGENCIES.items() for f in (name, *forms)}, key=len, reverse=True)
)
_TOLD: Final = re.compile(
    r"\b(?:told|tells|telling|informed|interviewed by|interview (?:with|to)|speaking to|spoke to|confirmed to|"
    r"statement to|emailed to|said to|dijo a|sagte der|à l['’])\s?(?:the |news agency |state news agency |Russian news agency |"
    rf"Chinese news agency )?(?P<agency>{_NAMES})\b(?!['’]s?\s|\s(?:journalist|reporter|photographer)s?\b)"
)
_CITED: Final = re.compile(
    rf"\b(?P<before>{_NAMES})(?: news agency| newswire)?,? (?:has |had )?(?:also )?(?:reported|reports|said|says|quoted|cited)\b|"
    r"\b(?:according to|citing|cited by|quoted by|reported by|reports by)\s(?:a report (?:by|from)\s)?(?:the )?"
    rf"(?:(?:state |official |Russian |Chinese |Italian )?(?:state )?news agency )?(?P<after>{_NAMES})\b|"
    r"\b(?:[Nn]ews agency|agency) (?P<named>[A-Z][\w-]{2,20})\b|"
    r"\bthe (?P<paper>(?:[A-Z][\w’'-]+ ){1,3})(?:newspaper|daily|weekly)\s(?:first\s)?(?:reported|said|revealed)\b|"
    r"\b(?:newspaper|daily|broadcaster|website) (?P<outlet>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}) (?:first )?(?:reported|quoted|said|revealed)\b"
)


class Found(NamedTuple):
    """An agency or outlet, how the text names it (as `credits.form` of a record), and the words."""

    agency: str
    form: str
    span: Span


def agency_of(words: str) -> str | None:
    """Return the agency that a credit's part names, with or without its staff (`AP Business Writers`, `PA Reporter`)."""
    words = words.strip(" \t\u00a0()[].,:;-–—|•*_\"“”/")
    if not 1 < len(words) <= 60:
        return None
    if found := agency_named(words):
        return found
    bare = " ".join(_STAFF.sub(" ", words).split())
    return agency_named(bare) if bare and bare != words else None


def agencies_in(words: str) -> list[str]:
    """Return the agencies in a credit of several parts, each once, in order."""
    found = (agency_of(part) for part in _SPLIT.split(words[:200]) if part)
    return list(dict.fromkeys(agency for agency in found if agency))


def find_credits(text: str) -> tuple[Found, ...]:
    """Return the credits of a text, in its order; of one agency in one form, the first."""
    text = text[:CHARACTERS]
    lines = _lines(text)
    found = [*_masthead(text, lines), *_inside(text)]
    once: dict[tuple[str, str], Found] = {}
    for credit in sorted(found, key=lambda credit: credit.span):
        once.setdefault((credit.agency, credit.form), credit)
    return tuple(list(once.values())[:MOST])


def line_credits(line: str, *, foot: bool = False) -> list[Found]:
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


def _masthead(text: str, lines: list[Span]) -> Iterator[Found]:
    last = len(lines) - FOOT
    for number, span in enumerate(lines):
        head, foot = number < HEAD, number >= last
        if head or foot or span[1] - span[0] <= SHORT:
            yield from _of_line(text[slice(*span)], span, head=head, foot=foot)


def _of_line(line: str, span: Span, *, head: bool, foot: bool) -> Iterator[Found]:
    start = span[0]
    for match in _RIGHTS.finditer(line[-300:] if len(line) > SHORT else line):
        for agency in agencies_in(re.split(r"\.|(?i:all rights)", match[1])[0])[:1]:
            yield Found(agency, "copyright", span)
    if _PICTURE.search(line[:SHORT]) and len(line) <= 2 * SHORT:
        return
    yield from _datelines(line, start)
    if len(line) <= SHORT:
        yield from _short(line, span, head=head, foot=foot)
    if foot or len(line) <= 400:
        for match in _CONTRIBUTED.finditer(line):
            if agency := agency_of(match["who"] or match["body"] or ""):
                yield Found(agency, "sign-off", (start + match.start(), start + match.end()))
    if foot and (match := _ENDING.search(line)) and (agency := agency_named(match["agency"])):
        yield Found(agency, "sign-off", (start + match.start("agency"), start + match.end("agency")))
    if foot and re.search(r"\bEnditem\W{0,3}$", line):
        yield Found("Xinhua", "sign-off", (start + line.rindex("Enditem"), start + len(line)))


def _datelines(line: str, start: int) -> Iterator[Found]:
    for match in _BRACKETS.finditer(line, 0, SHORT):
        if match.start() > 90:
            break
        agencies = agencies_in(match[1] or match[2])
        whole = match.end() >= len(line.rstrip())
        if agencies and (whole or _AFTER_BRACKETS.match(line, match.end())):
            for agency in agencies:
                yield Found(agency, "sign-off" if whole and match.start() else "dateline", (start + match.start(), start + match.end()))


def _short(line: str, span: Span, *, head: bool, foot: bool) -> Iterator[Found]:
    """Yield the credits of a line that is all credit."""
    if _UNNAMED.match(line):
        yield Found(AGENCIES_UNNAMED, "byline" if head and not foot else "source-line", span)
        return
    if match := _SOURCE.match(line):
        for agency in agencies_in(match[1]):
            yield Found(agency, "source-line", span)
        return
    if match := _BY.match(line):
        for agency in agencies_in(match[1]):
            yield Found(agency, "byline", span)
        return
    if foot and (match := _SLUG.match(line)) and (agency := agency_named(match[1])):
        yield Found(agency, "sign-off", span)
        return
    parts = [part for part in _SPLIT.split(line.strip(" ()[]-–—|•")) if part]
    of_part = [None if part.strip() in _AMBIGUOUS else agency_of(part) for part in parts]
    agencies = [agency for agency in of_part if agency]
    if not agencies or len(line) > 100:
        return
    alone = all(of_part)
    signed = head and len(parts) <= 8 and bool(of_part[0] or of_part[-1]) and line[-1] not in ".!?"
    if alone or signed:
        for agency in dict.fromkeys(agencies):
            yield Found(agency, "byline" if head else "sign-off" if foot else "byline", span)


def _inside(text: str) -> Iterator[Found]:
    """Yield who was told, and who is cited, within the text."""
    for match in _TOLD.finditer(text):
        if agency := agency_named(match["agency"]):
            yield Found(agency, "told", match.span())
    for match in _CITED.finditer(text):
        words = next(word for word in match.groupdict().values() if word).strip()
        agency = agency_named(words)
        if agency is None and (match["paper"] or match["outlet"]):
            agency = words
        if agency:
            yield Found(agency, "cited", match.span())


def names(credits: Iterable[Found], *forms: str) -> tuple[str, ...]:
    """Return the agencies of the credits of some forms, each once."""
    return tuple(dict.fromkeys(credit.agency for credit in credits if credit.form in forms))
