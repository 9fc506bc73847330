"""What is found out about a number's counting."""

from typing import NamedTuple

from copydesk.records import QuantityKind


class Counted(NamedTuple):
    """What is counted (None where the page's words do not stand there), where the quantity ends then, and the kind."""

    of: str | None
    end: int
    kind: QuantityKind = "count"
