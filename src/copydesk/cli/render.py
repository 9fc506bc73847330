"""A record on the screen: masthead, the story with its findings marked, then short tables."""

from rich.console import Console, Group
from rich.table import Table
from rich.text import Text

from copydesk.cli import fact_tables
from copydesk.cli.screen import printable, shorten, table
from copydesk.english import timewords
from copydesk.english.deeds import deed
from copydesk.reading.attributions import describe, quoted
from copydesk.records import Event, Record
from copydesk.records.code_words import status_words

DEFECT_KINDS = {"mixed-spelling", "name-mismatch"}  # marked in the table only: the words themselves are whole


def show(record: Record, screen: Console) -> None:
    """Print one record: masthead, story, tables."""
    screen.print(masthead(record))
    for paragraph in story(record):
        screen.print(paragraph, soft_wrap=False)
        screen.print()
    for grid in tables(record):
        if grid.row_count:
            screen.print(grid)
    for notice in record.notices:
        screen.print(Text(f"Note: {notice.note}", "masthead"))


def masthead(record: Record) -> Group:
    """Return headline, byline, dateline, day, publisher and agency, as far as they are known."""
    headline = Text(printable(record.headline or record.page.location or record.id), "headline")
    grid = Table.grid(padding=(0, 2))
    grid.add_column(justify="right", style="masthead", min_width=12, no_wrap=True)
    grid.add_column(overflow="fold")
    for name, value in (
        ("by", ", ".join(_author(author) for author in record.authors)),
        ("dateline", record.dateline.place if record.dateline else None),
        ("published", f"{record.published.value} ({record.published.from_})" if record.published else None),
        ("updated", record.updated),
        ("publisher", record.publisher),
        ("wire copy of", record.agency),
        ("page", record.page.location),
    ):
        if value:
            grid.add_row(name, Text(printable(value)))
    return Group(headline, grid, "")


def _author(author: object) -> str:
    name, role, place, organization = (getattr(author, key) for key in ("name", "role", "place", "organization"))
    extra = ", ".join(part for part in (role, organization, f"in {place}" if place else None) if part)
    return f"{name} ({extra})" if extra else str(name)


def story(record: Record) -> list[Text]:
    """Return the story's paragraphs: sources, cues, contents, times and defects styled, times with their values."""
    text = Text(printable(record.text))
    for attribution in quoted(record):
        for style, part in (("content", attribution.content), ("source", attribution.source), ("cue", attribution.cue)):
            for start, end in part.spans:
                text.stylize(style, start, end)
    for time in record.times:
        text.stylize("time", *time.span)
    for defect in record.defects:
        if defect.kind not in DEFECT_KINDS:
            text.stylize("defect", *defect.span)
    insertions = [
        (time.span[1], Text(f" [{_value(time.value, time.mod, time.type)}]", "value"))
        for time in record.times
        if time.value
    ]
    insertions += [
        (attribution.source.spans[-1][1], Text(f" [{attribution.id}]", "value"))
        for attribution in quoted(record)
        if attribution.source.spans
    ]
    insertions.sort(key=lambda pair: pair[0])
    return [_with_insertions(text, insertions, start, end) for start, end in record.paragraphs]


def _with_insertions(text: Text, insertions: list[tuple[int, Text]], start: int, end: int) -> Text:
    pieces, last = [], start
    for position, note in insertions:
        if start < position <= end:
            pieces += [text[last:position], note]
            last = position
    return Text("").join([*pieces, text[last:end]])


def _value(value: str, mod: str | None, kind: str) -> str:
    """Return a time's value as it stands beside its words in the story: a day as printed in ISO 8601, else in words."""
    return value if timewords.DATE.fullmatch(value) and not mod else timewords.words_of(value, mod, kind)


def tables(record: Record) -> list[Table]:
    """Return the tables below a story: who said what, who and where, how many, when, what is broken, furniture."""
    said = table("Who said what", "", "source", "speech", "claim")
    for attribution in quoted(record):
        said.add_row(
            f"{attribution.id} in {attribution.inside}" if attribution.inside else attribution.id,
            Text(attribution.source.kind, "source"),
            "a document" if attribution.act == "document" else attribution.content.speech,
            _cell(describe(record, attribution), 400),
        )
    broken = table("What looks broken", "kind", "words", "why")
    for defect in record.defects:
        broken.add_row(defect.kind, _cell(record.words(defect.span), 60), _cell(defect.note, 120))
    furniture = table("Page furniture taken off", "kind", "words")
    for piece in record.furniture:
        furniture.add_row(piece.kind, _cell(piece.text, 80))
    return [
        happened(record),
        said,
        fact_tables.names(record),
        fact_tables.numbers(record),
        fact_tables.times(record),
        broken,
        furniture,
    ]


def happened(record: Record) -> Table:
    """Return the table of what is said to have happened: the notable events, with status in words."""
    grid = table(
        "What is said to have happened", "who", "did what", "to whom", "where", "when", "how sure", "on whose word"
    )
    words = {one.id: record.words(*one.source.spans) for one in record.attributions if one.source.spans}
    for event in record.events:
        if not event.notable:
            continue
        kind = " ".join(filter(None, (event.type, event.mode))) or event.kind or ""
        grid.add_row(
            Text(_cell("; ".join(record.participants(event.actors)) or "–", 40), "source"),
            Text.assemble(_cell(deed(record, event), 60), "\n" if kind else "", (kind.lower(), "masthead")),
            _cell("; ".join(record.participants(event.recipients)) or "–", 40),
            _cell(record.place_of(event.place) or "–", 30),
            Text(_when(event), "time"),
            status_words(event.status),
            Text(_cell(words.get(event.attribution or "", "–"), 40), "source"),
        )
    return grid


def _when(event: Event) -> str:
    """Return when an event happened; a dash where the day is not known."""
    value = event.time.value if event.time else None
    if not value or value.startswith("X"):
        return "–"
    return _value(value, None, "DATE")


def _cell(words: str, size: int) -> str:
    return shorten(printable(words), size)
