"""Which of two pages was made from the other: by credits, by publication time, else by what editing leaves behind."""

from copydesk.copies.align import Alignment
from copydesk.copies.credits import credit, is_own, same_source
from copydesk.copies.relation import Measures
from copydesk.copies.view import View
from copydesk.records import Record


def direction(a: View, b: View, alignment: Alignment, measures: Measures) -> tuple[float, tuple[str, ...]]:
    """Return how likely it is that `b` was made from `a`, and what speaks for it, strongest first."""
    to, back = _credits(b.record, a.record), _credits(a.record, b.record)
    if bool(to) != bool(back):
        return (0.95, (f"credits {to}",)) if to else (0.05, (f"credited by the other as {back}",))
    when = [view.record.published.value if view.record.published else "" for view in (a, b)]
    size = min(len(value) for value in when)
    first, second = (value[:size] for value in when)
    if size >= 10 and first != second:
        return (0.9 if first < second else 0.1), (f"published {when[0]} and {when[1]}",)
    if measures.probability and max(measures.held, measures.found) > 0.9:
        spare = measures.found - measures.held
        if abs(spare) > 0.05:
            note = "holds hardly anything that the other lacks"
            return (0.65, (note,)) if spare > 0 else (0.35, ("the other " + note.replace("the other", "it"),))
    return 0.5, ()


def _credits(copy: Record, source: Record) -> str | None:
    """Return the name under which one page credits the publisher of the other, whose own story that is."""
    if not source.publisher or not is_own(source):
        return None
    named = credit(copy, [source.publisher])
    return named if same_source(named, source.publisher) and not same_source(copy.publisher, source.publisher) else None
