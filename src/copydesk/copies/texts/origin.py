"""Where a page says that its text is from: its house, the agencies that it credits, its own reporting, its damage."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from copydesk.english.houses import ASIDE, BYLINE, DIGEST, ISSUER, LITTLE, PAPER, TOLD_TO
from copydesk.reading.text_credits import AGENCIES_UNNAMED, agency_of, page_credits
from copydesk.records import Record

CREDITS: Final = ("dateline", "byline", "sign-off", "copyright", "source-line")
"""Forms of a credit that say whose text a page is, the surest first; `told` and `cited` say whom it quotes."""
DAMAGE: Final = frozenset({"truncated-sentence", "first-person-leak", "mixed-spelling", "garbled-wording"})
"""Defects that rewriting leaves behind."""
UNTOLD: Final = frozenset({"default", "inferred"})
"""Where a day is from that says nothing of when the page appeared."""
_WORD: Final = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Provenance:
    """What a page says of where its text is from.

    Attributes:
        house: its publisher, as the page or the user gives it.
        own: the agency whose own page it is.
        credited: agencies whose text it says it is, the surest first.
        told: agencies and outlets to which its sources spoke.
        cited: agencies and outlets that it says reported something.
        unnamed: whether it credits agencies without naming one.
        issuer: whether its house is a body that issues statements: a ministry, a company, a court.
        dateline: whether a place stands before its story.
        reporters: whether it names who wrote it.
        reported: whether its sources spoke to its own house.
        day: day or time of publication (ISO 8601), where that is known.
        damage: kinds of damage that rewriting leaves behind.
    """

    house: str | None = None
    own: str | None = None
    credited: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    cited: tuple[str, ...] = ()
    unnamed: bool = False
    issuer: bool = False
    dateline: bool = False
    reporters: bool = False
    reported: bool = False
    day: str | None = None
    damage: tuple[str, ...] = ()

    @property
    def agency(self) -> str | None:
        """The agency whose text it is: its own house, else the one that it credits most surely."""
        return self.own or (self.credited[0] if self.credited else None)

    @property
    def nameless(self) -> bool:
        """Whether it names neither house nor agency, nor when it appeared."""
        return not (self.house or self.credited or self.day)


def origin_of(record: Record) -> Provenance:
    """Return what a record says of where its text is from."""
    credits = record.credits or page_credits(record)
    house = record.publisher
    own = house_agency(house) if house else None
    credited = [credit.agency for form in CREDITS for credit in credits if credit.form == form]
    if record.agency:
        credited.append(record.agency)
    named = [name for name in dict.fromkeys(credited) if name != AGENCIES_UNNAMED]
    published = record.published if record.published and record.published.from_ not in UNTOLD else None
    authors = [author for author in record.authors if not agency_of(author.name)]
    return Provenance(
        house=house,
        own=own,
        credited=tuple(name for name in named if not same_source(name, house) or own),
        told=tuple(dict.fromkeys(credit.agency for credit in credits if credit.form == "told")),
        cited=tuple(dict.fromkeys(credit.agency for credit in credits if credit.form == "cited")),
        unnamed=AGENCIES_UNNAMED in credited,
        issuer=bool(house and not own and ISSUER.search(house) and not PAPER.search(house)),
        dateline=bool(record.dateline) or any(credit.form == "dateline" for credit in credits),
        reporters=bool(authors) or BYLINE.search(record.text, 0, HEAD) is not None,
        reported=_reported(record.text, house) if house else False,
        day=published.value if published else None,
        damage=tuple(sorted({defect.kind for defect in record.defects} & DAMAGE)),
    )


HEAD: Final = 600
"""Characters in which a byline stands."""


def _reported(text: str, house: str) -> bool:
    """Whether somebody spoke to a page's own house (`told the Prairie Tribune`)."""
    name = re.sub(r"^The\s", "", ASIDE.sub("", house).strip())
    short = name.split()[-1] if name.split() else ""
    for form in {name, short} - {""}:
        if len(form) > 3:
            start = text.find(form)
            while 0 <= start < 100_000:
                if TOLD_TO.search(text, max(0, start - 40), start):
                    return True
                start = text.find(form, start + 1)
    return False


@lru_cache(maxsize=1 << 12)
def house_agency(house: str) -> str | None:
    """Return the agency that a house is (`dpa International`, `www.reuters.com`), or None."""
    bare = " ".join(ASIDE.sub(" ", house).split())
    return agency_of(house) or (agency_of(bare) if bare else None) or agency_of(bare.title())


def same_source(one: str | None, other: str | None) -> bool:
    """Whether two names are one source's: the same words, or one the initials of the other (AP, Associated Press)."""
    if not one or not other:
        return False
    words = [[w.lower() for w in _WORD.findall(name) if w.lower() not in LITTLE] for name in (one, other)]
    if words[0] == words[1]:
        return bool(words[0])
    joined = ["".join(row) for row in words]
    initials = ["".join(w[0] for w in row) for row in words if row]
    return len(initials) == 2 and (
        joined[0] == joined[1]
        or (len(words[0]) > 1 and joined[1] == initials[0])
        or (len(words[1]) > 1 and joined[0] == initials[1])
    )


def names_house(name: str, house: str | None) -> bool:
    """Whether a name in a text means a house: the same source, or the house's name without its additions."""
    if not house:
        return False
    bare = " ".join(ASIDE.sub(" ", house).split())
    return same_source(name, house) or same_source(name, bare)


def gathers(record: Record) -> bool:
    """Whether a page gathers pieces of many stories: a live blog, a roundup, a page of headlines."""
    if record.page.kind == "live-blog":
        return True
    head = record.headline or next((line for line in record.text[:400].split("\n") if line.strip()), "")
    return bool(DIGEST.match(head.strip()))


def label(record: Record) -> str:
    """Return what to call a page: its publisher, the file or host it came from, or its id."""
    location = record.page.location or ""
    return record.publisher or location.rstrip("/").rsplit("/", 1)[-1] or record.id[:12]
