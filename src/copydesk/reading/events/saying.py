"""On whose word an event stands: the attribution whose content it is in, and those that deny it."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

from copydesk.records import Attribution, Span


class Sayings:
    """The attributions of a page, by the stretch of text that is said."""

    def __init__(self, attributions: Iterable[Attribution]) -> None:
        """Take a page's attributions."""
        self._contents = [(start, end, one) for one in attributions for start, end in one.content.spans]
        self._contents.sort(key=lambda item: (item[0], -item[1]))
        self._starts = [start for start, _, _ in self._contents]
        self._farthest = list(accumulate((end for _, end, _ in self._contents), max))

    def around(self, span: Span) -> list[Attribution]:
        """Return the attributions whose content a span is in, the innermost first."""
        found = []
        at = bisect_right(self._starts, span[0]) - 1
        while at >= 0 and self._farthest[at] >= span[1]:
            start, end, one = self._contents[at]
            if span[1] <= end:
                found.append((end - start, one))
            at -= 1
        found.reverse()  # of contents of one length the first comes first
        return [one for _, one in sorted(found, key=lambda item: item[0])]


def said_by(sayings: Sayings, spans: Sequence[Span]) -> tuple[str | None, tuple[str, ...]]:
    """Return the ids of the attribution that an event's first mention stands in, and of all that deny the event."""
    first = sayings.around(spans[0])
    denying = [one.id for span in spans for one in sayings.around(span)[:1] if one.cue.stance == "deny"]
    return (first[0].id if first else None), tuple(dict.fromkeys(denying))
