"""What a page that carries a claim made of it: figures, status, negation, and who said it."""

from collections.abc import Mapping, Sequence

from copydesk.claims.statements import Statement
from copydesk.records import Altered, Record

_NEGATION = frozenset({"no", "not", "never", "none", "nobody", "nor", "neither", "without"})


def altered(
    before: Sequence[Statement], after: Sequence[Statement], records: Mapping[str, Record]
) -> tuple[Altered, ...]:
    """Return what became of a claim between the statements of a parent page and those of the page that carries it."""
    return ()
