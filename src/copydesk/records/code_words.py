"""Codes of records in the words in which every screen shows them."""

from typing import Final

from copydesk.records.findings import Status

STATUS_WORDS: Final[dict[str, str]] = {
    "happened": "happened",
    "ongoing": "going on",
    "scheduled": "scheduled",
    "expected": "expected",
    "possible": "possible",
    "denied": "denied",
    "habitual": "again and again",
}
"""How surely an event is told."""
NOT_TOLD: Final = "not told"


def status_words(status: Status | None) -> str:
    """Return how surely an event is told, in words; `not told` where that is open."""
    return STATUS_WORDS[status] if status else NOT_TOLD
