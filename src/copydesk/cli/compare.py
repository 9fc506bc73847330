"""`copydesk compare`: two pages side by side, with what the second changed."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from copydesk.cli.intake import reads_sources

if TYPE_CHECKING:
    from rich.text import Text

    from copydesk.copies import Alteration, Comparison
    from copydesk.records import Record, Span

STYLES = {
    "omission": "red",
    "addition": "green",
    "moved": "blue",
    "respelt": "dim cyan",
    "reworded": "cyan",
}
FACT = "bold white on red"


@click.command()
@click.argument("a", metavar="A")
@click.argument("b", metavar="B")
@click.option("--json", "as_json", is_flag=True, help="Write the comparison as one JSON object.")
@reads_sources
def compare(a: str, b: str, as_json: bool, **asked: Any) -> None:
    """Show what page B changed of page A.

    A and B are whatever `copydesk read` takes, each with one page in it. Sentences stand side by side, each with the
    sentence it was made from. Changes of fact (names, numbers, dates, places, quotations, sources, doubt, negation,
    meaning) are listed apart from mere rewording, the weightiest first.

    \b
    Example:
      copydesk compare examples/1-wire-story.html examples/5-rewritten-copy.txt
    """
    from copydesk.api import only
    from copydesk.cli.intake import intake
    from copydesk.cli.screen import console
    from copydesk.copies import compare as compare_records

    one, other = (only(intake([source], {**asked, "jobs": 1}), source) for source in (a, b))
    result = compare_records(one, other)
    if as_json:
        click.echo(result.to_json())
        return
    screen = console()
    screen.print(_head(one, other, result))
    if result.relation not in {"unrelated", "same-event"}:
        screen.print(_side_by_side(one, other, result))
    facts = [x for x in result.alterations if x.kind not in STYLES]
    if facts:
        screen.print(_facts(facts))
    for note in result.lacking:
        screen.print(f"Without the record's {note}: found by capitals, figures and fixed words.", style="dim")


def _head(one: "Record", other: "Record", result: "Comparison") -> "Text":
    from rich.text import Text

    from copydesk.cli.screen import printable
    from copydesk.copies.copy_types import RELATION_WORDS
    from copydesk.copies.pairing.order import TOLD
    from copydesk.copies.texts.origin import label

    names = [printable(label(record)) for record in (one, other)]
    shares = f"{result.copied:.0%} of its words come from A, {result.kept:.0%} of A's words are kept"
    lines = [
        Text.assemble(("A  ", "masthead"), (names[0], "bold"), f"  {printable(one.headline or '')}"),
        Text.assemble(("B  ", "masthead"), (names[1], "bold"), f"  {printable(other.headline or '')}"),
        Text.assemble("\nB is ", (RELATION_WORDS[result.relation], "bold magenta"), f": {shares}."),
    ]
    sure = max(result.forward, 1 - result.forward)
    if result.relation in {"unrelated", "same-event"}:
        return Text("\n").join(lines)
    if sure < TOLD:
        lines.append(Text("Which of the two came first is not known.", "dim"))
    else:
        way = "B came from A" if result.forward >= 0.5 else "A came from B"
        lines.append(Text(f"{way} ({sure:.0%} sure): {'; '.join(result.evidence)}.", "dim"))
    return Text("\n").join(lines)


def _facts(facts: "list[Alteration]") -> object:
    from copydesk.cli.screen import printable, shorten, table

    grid = table("What it changed", "=kind", "in A", "in B", ">weight", "why")
    for fact in sorted(facts, key=lambda x: -x.weight):
        cells = (printable(shorten(words, 60)) or "–" for words in (fact.before, fact.after))
        grid.add_row(fact.kind, *cells, f"{fact.weight:.1f}", fact.note)
    return grid


def _side_by_side(one: "Record", other: "Record", result: "Comparison") -> object:
    from rich.table import Table

    grid = Table(box=None, expand=True, padding=(0, 1), show_header=True, header_style="dim")
    grid.add_column("A", ratio=1)
    grid.add_column("B", ratio=1)
    for left, right in _rows(one, other, result):
        grid.add_row(left, right)
        grid.add_row("", "")
    return grid


def _rows(one: "Record", other: "Record", result: "Comparison") -> "Iterator[tuple[Text, Text]]":
    """Yield aligned sentences in B's order, sentences put in or left out in their place, unchanged ones counted."""
    from rich.text import Text

    whole = [x for x in result.alterations if x.kind in {"omission", "addition"} and x.note.startswith("sentence")]
    rows: list[tuple[float, Span | None, Span | None]] = [(m.b[0], m.a, m.b) for m in result.matches]
    rows += [(x.b[0], None, x.b) for x in whole if x.b]
    for x in whole:
        if x.a:
            before = [m.b[0] for m in result.matches if m.a[0] < x.a[0]]
            rows.append((max(before, default=-1) + 0.5, x.a, None))
    same = 0
    for _, a, b in sorted(rows, key=lambda row: row[0]):
        if a and b and one.text[slice(*a)] == other.text[slice(*b)]:
            same += 1
            continue
        if same:
            yield _unchanged(same)
            same = 0
        missing = Text("–", "dim")
        yield (
            _marked(one, a, result, left=True) if a else missing,
            _marked(other, b, result, left=False) if b else missing,
        )
    if same:
        yield _unchanged(same)


def _unchanged(number: int) -> "tuple[Text, Text]":
    from rich.text import Text

    note = Text(f"… {number} sentence{'' if number == 1 else 's'} unchanged …", "dim italic")
    return note, note


def _marked(record: "Record", span: "Span", result: "Comparison", *, left: bool) -> "Text":
    from rich.text import Text

    from copydesk.cli.screen import printable

    start, end = span
    text = Text(printable(record.text[start:end]).replace("\n", " "))
    for x in sorted(result.alterations, key=lambda x: x.weight):
        place = x.a if left else x.b
        if place and x.kind != "moved" and start <= place[0] and place[1] <= end:
            text.stylize(STYLES.get(x.kind, FACT), place[0] - start, place[1] - start)
    return text
