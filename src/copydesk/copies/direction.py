"""Which of two texts was made from the other: by publication time, else by what editing leaves behind."""

from copydesk.copies.align import Alignment
from copydesk.copies.view import View


def direction(a: View, b: View, alignment: Alignment) -> tuple[float, tuple[str, ...]]:
    """Return how likely it is that `b` was made from `a`, and what speaks for it."""
    when_a, when_b = (view.record.published.value if view.record.published else "" for view in (a, b))
    if when_a and when_b and when_a[:10] != when_b[:10]:
        first = when_a < when_b
        return (0.9 if first else 0.1), (f"published {when_a} and {when_b}",)
    return 0.5, ()
