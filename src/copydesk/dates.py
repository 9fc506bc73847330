"""Days as users give them: ISO 8601, checked."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime

from copydesk.errors import DateError


def check_day(value: str, what: str = "day") -> str:
    """Return an ISO 8601 day or time as it was given.

    Raises:
        DateError: the value is none, or is a day that no calendar has.
    """
    try:
        date.fromisoformat(value) if len(value) == 10 else datetime.fromisoformat(value)
    except ValueError as error:
        raise DateError(what, f"{value!r} is no day", "write it as YYYY-MM-DD, such as 2023-04-20") from error
    return value


def is_day(value: str) -> bool:
    """Tell whether a value is an ISO 8601 day that the calendar has, as `2023-04-20`."""
    try:
        return len(value) == 10 and bool(date.fromisoformat(value))
    except ValueError:
        return False


def family_day(days: Iterable[str | None], apart: int = 3) -> str | None:
    """Return the day that a page without one takes from its family (`from: inferred`), None where they tell no one day.

    It is the day that most of the dated copies tell, the earliest of several such, as long as all lie within `apart`
    days: copies that went up weeks apart do not tell when another did.

    Args:
        days: the publication days of the family's pages, ISO 8601 days or times; None for those without one.
        apart: the most days between the first and the last.
    """
    told = sorted(day[:10] for day in days if day and is_day(day[:10]))
    if not told or (date.fromisoformat(told[-1]) - date.fromisoformat(told[0])).days > apart:
        return None
    count = Counter(told)
    return min(told, key=lambda day: (-count[day], day))
