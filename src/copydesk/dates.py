"""Days as users give them: ISO 8601, checked."""

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
