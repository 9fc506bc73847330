"""What is said to have happened when, as SVG: one row a statement, on an axis whose empty stretches are shortened.

The distance between two neighbouring days is the logarithm of the days between them, so that last week and last century
fit one picture; the drawing says so. The shape of a mark says how sure: filled for what happened, hollow for what is to
come, a cross for what is denied.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import pairwise
from math import log2
from typing import Final

from markupsafe import Markup

from copydesk.desk.desk_types import Moment
from copydesk.records.code_words import STATUS_WORDS
from copydesk.web.plain_words import MONTHS
from copydesk.web.svg import drawing, element, fit, text_width

WIDTH: Final = 920.0
LEFT: Final = 24.0
RIGHT: Final = 896.0
TOP: Final = 46.0
ROW: Final = 30.0
MAX_ROWS: Final = 60
INK, QUIET, ACCENT, RULE, PAPER = "#1d1b17", "#625d52", "#14508a", "#d8d2c4", "#ffffff"

HOLLOW: Final = frozenset({"scheduled", "expected", "possible"})


def timeline_svg(moments: Sequence[Moment], link: Callable[[Moment], str] | None = None) -> Markup:
    """Draw moments in the order given; at most 60 of them.

    Args:
        moments: the statements, each with its first and last day.
        link: gives the address that a row leads to; without it rows are not linked.
    """
    shown = [moment for moment in moments if _ordinal(moment.first) and _ordinal(moment.last)][:MAX_ROWS]
    places = scale(day for moment in shown for day in (moment.first, moment.last))
    height = TOP + ROW * len(shown) + 14
    parts = _axis(sorted({moment.first for moment in shown}), places, height)
    parts += [_row(moment, places, TOP + ROW * index + ROW / 2, link) for index, moment in enumerate(shown)]
    return drawing(f"Timeline of {len(shown)} statements", WIDTH, height, *parts, identity="timeline")


def scale(days: Iterable[str]) -> dict[str, float]:
    """Place days on the axis: neighbours stand apart by the logarithm of the days between them."""
    ordered = sorted(set(days))
    steps = [log2(1 + max(_ordinal(b) - _ordinal(a), 1)) for a, b in pairwise(ordered)]
    room = (RIGHT - LEFT) / max(sum(steps), 1e-9)
    position, places = LEFT, {}
    for day, step in zip(ordered, [*steps, 0.0], strict=True):
        places[day] = position
        position += step * room
    return places if len(places) > 1 else dict.fromkeys(places, LEFT + 40)


def _ordinal(day: str) -> int:
    try:
        return date.fromisoformat(day).toordinal()
    except ValueError:
        return 0


def _axis(days: Sequence[str], places: dict[str, float], height: float) -> list[Markup]:
    parts = [element("line", x1=LEFT - 12, y1=TOP - 8, x2=RIGHT + 12, y2=TOP - 8, stroke=INK, class_="axis")]
    free, year = 0.0, ""
    for day in days:
        moment, x = date.fromisoformat(day), places[day]
        label = f"{moment.day} {MONTHS[moment.month - 1][:3]}" + ("" if day[:4] == year else f" {moment.year}")
        width = text_width(label, 12)
        left = min(max(x - width / 2, 2.0), WIDTH - width - 2)
        parts.append(element("line", x1=x, y1=TOP - 12, x2=x, y2=height - 6, stroke=RULE, class_="rule"))
        if left >= free:
            parts.append(element("text", label, x=left, y=TOP - 20, font_size=12, fill=QUIET, class_="facts"))
            free, year = left + width + 10, day[:4]
    return parts


def _row(moment: Moment, places: dict[str, float], y: float, link: Callable[[Moment], str] | None) -> Markup:
    first, last = places[moment.first], places[moment.last]
    parts = []
    if last > first:
        parts.append(element("line", x1=first, y1=y + 11, x2=last, y2=y + 11, stroke=ACCENT, stroke_width=3,
                             stroke_opacity=0.4, stroke_linecap="round", class_="stretch"))  # fmt: skip
    parts.append(_mark(moment.status, first, y))
    after, before = RIGHT + 16 - first - 14, first - 14
    room = max(after, before)
    words = fit(moment.words, 13.5, room - 6)
    label = element("text", words, x=first + 12 if after >= before else first - 12, y=y + 4.5, font_size=13.5, fill=INK,
                    text_anchor=None if after >= before else "end", class_="label", paint_order="stroke",
                    stroke=PAPER, stroke_width=4)  # fmt: skip
    tip = element("title", f"{STATUS_WORDS.get(moment.status or '', 'dated')}: {' '.join(moment.words.split())[:400]}")
    if link is None:
        return element("g", tip, *parts, label)
    return element("a", tip, *parts, label, href=link(moment))


def _mark(status: str | None, x: float, y: float) -> Markup:
    kind = f"moment {status or 'dated'}"
    if status == "denied":
        path = f"M{x - 5:.1f} {y - 5:.1f} L{x + 5:.1f} {y + 5:.1f} M{x + 5:.1f} {y - 5:.1f} L{x - 5:.1f} {y + 5:.1f}"
        return element("path", d=path, stroke=ACCENT, stroke_width=2.2, fill="none", class_=kind)
    return element("circle", cx=x, cy=y, r=5.5 if status else 3.5, stroke=ACCENT, stroke_width=1.8, class_=kind,
                   fill=PAPER if status in HOLLOW else ACCENT,
                   stroke_dasharray="2.5 2" if status == "possible" else None)  # fmt: skip
