"""Days as mastheads print them, in ISO 8601: `March 3, 2023`, `3 Mar. 2023`, `2023-03-03T10:00Z`, `3/28/2023`."""

import re
from datetime import date, timedelta
from typing import Final

_MONTHS: Final = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_NUMBER_OF: Final = {name[:3]: number for number, name in enumerate(_MONTHS, 1)}
_MONTH: Final = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DAY: Final = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR: Final = r"(?P<year>(?:19[89]|20\d)\d)"
_SHAPES: Final = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        rf"(?<!\d){_YEAR}[-/.](?P<month>[01]?\d)[-/.](?P<day>[0-3]?\d)(?!\d)",
        rf"(?<!\d){_YEAR}(?P<month>[01]\d)(?P<day>[0-3]\d)(?!\d)",
        rf"\b{_MONTH}\.?\s{{1,3}}{_DAY}\s{{0,2}}[,.]?\s{{0,3}}{_YEAR}\b",
        rf"\b{_DAY}[\s.-]{{1,3}}(?:of\s)?{_MONTH}\.?[,\s-]{{1,3}}{_YEAR}\b",
        rf"(?<![\d/]){_YEAR},?\s{_MONTH}\.?\s{_DAY}\b",
    )
)
_NUMERIC: Final = re.compile(r"(?<![\d/.])([0-3]?\d)([/.-])([0-3]?\d)\2((?:19|20)?\d\d)(?![\d/])")
_MONTH_FIRST: Final = re.compile(rf"\b{_MONTH}\.?\s{_DAY}\b", re.IGNORECASE)
_DAY_FIRST: Final = re.compile(rf"\b{_DAY}\s{_MONTH}\b", re.IGNORECASE)
_YEAR_LIKE: Final = re.compile(r"\d\d")
EARLIEST: Final = date(1990, 1, 1)


def _made(year: int, month: int, day: int) -> str | None:
    try:
        made = date(year, month, day)
    except ValueError:
        return None
    return made.isoformat() if made >= EARLIEST else None


def day_in(words: str) -> str | None:
    """Return the first whole day (with its year) in `words` as ISO 8601, or None.

    `3/4/2023` may be March 4 or April 3: it is read only where one reading is impossible, and month first where the
    two agree on nothing better.
    """
    words = words[:300]
    if not _YEAR_LIKE.search(words):
        return None
    best: tuple[int, str] | None = None
    for shape in _SHAPES:
        if not (found := shape.search(words)):
            continue
        month = found["month"].lower()
        number = int(month) if month.isdigit() else _NUMBER_OF[month[:3]]
        made = _made(int(found["year"]), number, int(found["day"]))
        if made and (best is None or found.start() < best[0]):
            best = found.start(), made
    if best is None and (found := _NUMERIC.search(words)):
        first, second, year = int(found[1]), int(found[3]), int(found[4])
        year += 2000 if year < 100 else 0
        day_first = first > 12 or found[2] == "."
        return _made(year, *((second, first) if day_first else (first, second)))
    return best[1] if best else None


def month_day_in(words: str, published: str | None = None) -> str | None:
    """Return a day without a year (`March 3`) as `--03-03`, or whole where the publication day gives its year."""
    if not (found := _MONTH_FIRST.search(words[:100]) or _DAY_FIRST.search(words[:100])):
        return None
    number, day = _NUMBER_OF[found["month"].lower()[:3]], int(found["day"])
    if published is None:
        return f"--{number:02}-{day:02}" if 1 <= day <= 31 else None
    base = date.fromisoformat(published[:10])
    near = [made for year in (base.year - 1, base.year, base.year + 1) if (made := _made(year, number, day))]
    return min(near, key=lambda made: abs((date.fromisoformat(made) - base).days), default=None)


def is_future(day: str, today: date | None = None) -> bool:
    """Tell whether an ISO day lies after tomorrow (time zones differ by a day), so that it can be no publication."""
    return day[:10] > ((today or date.today()) + timedelta(days=1)).isoformat()
