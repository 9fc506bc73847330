"""A record as rows of the desk's tables."""

from bisect import bisect_right
from typing import Any, TypeAlias

from copydesk.desk.days import days_of
from copydesk.english.function_words import SUBJECTS
from copydesk.reading.namings import common_name
from copydesk.records import Attribution, Entity, Record, Span

Row: TypeAlias = tuple[Any, ...]

_WHO = ("PERSON", "ORG", "NORP")
_PRONOUNS = SUBJECTS | {"who", "that", "which", "this", "one", "both"}
_DETERMINERS = ("the ", "a ", "an ")
_NO_DAYS = (None, None)


def article(page: int, record: Record) -> Row:
    """Return the row of `articles`, without a story yet."""
    first, last = days_of(record.published.value if record.published else None) or (None, None)
    return (
        page,
        record.headline,
        record.summary,
        record.section,
        "; ".join(author.name for author in record.authors) or None,
        record.dateline.place if record.dateline else None,
        record.published.value if record.published else None,
        first,
        last,
        record.published.from_ if record.published else None,
        record.updated,
        record.publisher,
        record.agency,
        _names(record),
        _places(record),
        "; ".join(sorted({item.source.kind for item in record.attributions})) or None,
        record.text,
        None,
    )


def indexed(article: Row) -> Row:
    """Return the row of `search` that goes with a row of `articles`."""
    page, headline, names, places, kinds, text, publisher = (article[i] for i in (0, 1, 13, 14, 15, 16, 11))
    return page, headline, text, names, places, publisher, kinds


def title(record: Record) -> str:
    """Return what to call a page: its headline, or else its first words."""
    return record.title or record.id


def mentions(page: int, record: Record, numbers: dict[str, int]) -> list[Row]:
    """Return rows of `mentions` but for the entity; `numbers` gives the number of each entity's naming."""
    return [
        (numbers[entity.id], page, start, end, record.text[start:end])
        for entity in record.entities
        for start, end in entity.mentions
    ]


def times(page: int, record: Record) -> list[Row]:
    """Return rows of `times`, with the days that each value names and the sentence that it stands in."""
    return [
        (
            page,
            *time.span,
            record.text[slice(*time.span)],
            time.type,
            time.value,
            time.mod,
            *((days_of(time.value) if time.type in ("DATE", "TIME") else None) or _NO_DAYS),
            *sentence(record, time.span),
        )
        for time in record.times
    ]


def sentence(record: Record, span: Span) -> Span:
    """Return the sentence that a span begins in; the span itself where the record has no sentence there."""
    at = bisect_right(record.sentences, (span[0], len(record.text) + 1)) - 1
    if at >= 0 and record.sentences[at][1] > span[0]:
        return record.sentences[at]
    return span


def attributions(page: int, record: Record, numbers: dict[str, int]) -> list[Row]:
    """Return rows of `attributions` but for the entity of each.

    `source` is the name, or for an unnamed source its words in one plain form.

    Args:
        page: the page's number on the desk.
        record: the page.
        numbers: the number of each entity's naming.
    """
    entities = {entity.id: entity for entity in record.entities}
    found = []
    for item in record.attributions:
        source, cue, content = item.source, item.cue, item.content
        spans = source.spans + cue.spans + content.spans
        found.append(
            (
                numbers.get(source.entity or ""),
                page,
                item.id,
                source.kind,
                source_name(record, item, entities),
                _words(record, source.spans) or None,
                _words(record, cue.spans) or None,
                cue.lemma,
                cue.stance,
                content.speech,
                _words(record, content.spans),
                record.words(source.anonymity.span) if source.anonymity else None,
                min(spans)[0] if spans else None,
                max([end for _, end in spans]) if spans else None,
                *act_of(record, item),
            )
        )
    return found


def act_of(record: Record, item: Attribution) -> Row:
    """Return act, outer attribution, who was told, through whom, and 1 or 0: is the source known, is it negated."""
    via = "; ".join(record.words(*relay.spans) for relay in item.via)
    told = record.words(*item.told.spans) if item.told else ""
    return item.act, item.inside, told or None, via or None, int(item.source.identifiable), int(item.cue.negated)


def _words(record: Record, spans: tuple[Span, ...]) -> str:
    if len(spans) == 1:  # nearly always
        ((start, end),) = spans
        return record.text[start:end]
    return record.words(*spans)


def source_name(record: Record, item: Attribution, entities: dict[str, Entity]) -> str:
    """Return the name that stands for a source across pages.

    It is empty where the page gives none but a pronoun or a bare common noun: "officials" here and there are not one.
    """
    entity = entities.get(item.source.entity or "")
    if entity is not None:
        return common_name(entity)
    words = " ".join(record.words(*item.source.spans).split())[:200].split(",")[0]
    if words.lower() in _PRONOUNS:
        return ""
    if item.source.kind.startswith("named-") and not words.islower():
        return words
    words = bare = words.lower()
    for determiner in _DETERMINERS:
        bare = bare.removeprefix(determiner)
    many = bare == words or bare.endswith("s") or bare in ("people", "police", "research")
    return "" if many and " " not in bare else bare


def events(page: int, record: Record) -> list[Row]:
    """Return rows of `events`: the notable ones, entities by their names, with the sentence that each stands in."""
    found = []
    for event in filter(lambda event: event.notable, record.events):
        span, value = event.predicate.span, event.time.value if event.time else None
        found.append(
            (
                page,
                event.id,
                event.type,
                event.code,
                record.text[span[0] : span[1]],
                event.predicate.lemma,
                "; ".join(record.participants(event.actors)) or None,
                "; ".join(record.participants(event.recipients)) or None,
                record.place_of(event.place),
                event.status or "",
                value,
                *((days_of(value) if value else None) or _NO_DAYS),
                event.attribution,
                *span,
                *sentence(record, span),
                event.kind,
            )
        )
    return found


def defects(page: int, record: Record) -> list[Row]:
    """Return rows of `defects`."""
    return [(page, item.kind, *item.span, record.words(item.span), item.note) for item in record.defects]


def _names(record: Record) -> str | None:
    """Return who the page is about, every spelling once: what the filter `who` looks in."""
    names = [name for entity in record.entities if entity.type in _WHO for name in (entity.name, *entity.variants)]
    return "; ".join(dict.fromkeys(names)) or None


def _places(record: Record) -> str | None:
    """Return where the page plays, every spelling and country once: what the filter `place` looks in."""
    places = [record.dateline.place] if record.dateline and record.dateline.place else []
    for entity in record.entities:
        if entity.type == "PLACE":
            places += [entity.name, *entity.variants]
            places += [part for part in (entity.place.name, entity.place.country) if part] if entity.place else []
    return "; ".join(dict.fromkeys(places)) or None
