"""A record as statements: its sentences with what they say in comparable form, and who is said to say it."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from copydesk.copies.texts.text_words import Token, stem, tokens
from copydesk.english.fact_words import ANY_SOURCE
from copydesk.english.function_words import DEMONSTRATIVES, NEGATIONS, SUBJECTS
from copydesk.english.lists import among
from copydesk.english.verbs import irregular_base
from copydesk.records import Attribution, Event, Quantity, Record, Span

MAX_STATEMENTS: Final = 400
"""Sentences of a page that are looked at."""
MAX_WORDS: Final = 120
"""Words of a sentence that are looked at."""
_BEFORE: Final = 2
"""Descriptions of sources that begin before a sentence and are looked at: a clause that runs on into it."""
SPOKEN: Final = frozenset({"said", "document"})
"""Acts of attribution by which a source vouches for a statement."""
LEAST_SAID: Final = 0.1
"""Share of a sentence that a source must be said to have said for the sentence to be its statement."""
ANY_SOURCE_STEMS: Final = frozenset(map(stem, ANY_SOURCE))
"""Stems of words that stand for a source without telling it from others."""
_SHORTEST_FORM: Final = 4
"""Letters of an irregular verb form that is compared by its base; shorter ones are other words as often ("led")."""
Form = Literal["sentence", "question", "line", "unanswered"]
PRONOUNS: Final = DEMONSTRATIVES | (SUBJECTS - {"you"}) | {"him", "her", "them", "his", "its", "their"}
_NEGATIONS: Final = frozenset(
    map(stem, (NEGATIONS - {"nor", "n't"}) | among("nothing deny denied denies reject rejected"))
)
_ANSWERS: Final = frozenset(map(stem, ("comment", "respond", "answer", "reply")))
_REFUSALS: Final = frozenset(map(stem, ("decline", "refuse")))
_END_MARKS: Final = (".", "!", "?", "…", ":", ";")
_QUOTES: Final = '"“”«»'
_CLOSING: Final = "\"'”’»)] "
_TOLLS: Final = ("people-killed", "people-injured", "people-missing", "people-detained", "people-displaced")


@dataclass(frozen=True, slots=True, eq=False)
class Statement:
    """A sentence of a page.

    Attributes:
        page: the record's id.
        number: which sentence of the page it is.
        span: where it stands.
        stems: stems of its content words, numbers included.
        numbers: its numbers, as digits; those of its quantities in full ("1.2 million": 1200000).
        names: stems of its capitalised words after the first.
        negated: whether it says no, not, never, or denies.
        quantities: its quantities, in order.
        attribution: the outermost attribution whose content covers it, or whose cue stands in it; else None.
        covered: whether that attribution's content touches it (False: only its source or cue stands in it).
        content: stems of what that attribution says.
        source: stems of the words of that attribution's source, less those of any source ("official", "spokesman").
        speaker: what the page says of that source: `office` (a role or an institution), `person` (a name alone), None.
        form: a `question`; `unanswered` (somebody did not comment or reply); a `line` without an end mark, as a
            headline is; else a `sentence`.
        pronoun: whether it begins with a pronoun, so that it leans on the sentence before.
        context: whether the attribution was taken over from the sentence before, in the same paragraph: it goes on
            with a quotation, or begins with a pronoun.
        resumed: whether that attribution is also that of the sentence before.
        events: events with a mention in it.
        depth: how far down the page it stands, 0 (first) to 1 (last).
    """

    page: str
    number: int
    span: Span
    stems: frozenset[str]
    numbers: frozenset[str]
    names: frozenset[str]
    negated: bool
    quantities: tuple[Quantity, ...]
    attribution: Attribution | None
    content: frozenset[str]
    source: frozenset[str]
    speaker: Literal["office", "person"] | None
    form: Form
    pronoun: bool
    context: bool
    resumed: bool
    events: tuple[Event, ...]
    depth: float

    @property
    def tolls(self) -> dict[str, tuple[float, float]]:
        """The people that it counts: kind of toll to lowest and highest value."""
        return {q.kind: (q.value, q.high or q.value) for q in reversed(self.quantities) if q.kind in _TOLLS}


def statements(record: Record) -> list[Statement]:
    """Return the statements of a record, in order.

    A sentence without content words is none, nor is a line that has neither an end mark nor an event: a dateline, a
    credit, a label; nor is a picture's caption.
    """
    captions = [block.span for block in record.blocks if block.kind == "caption"]
    spans = record.sentences[:MAX_STATEMENTS]
    said = _by_sentence(spans, record.attributions)
    sources = _sources(record.attributions)
    found: list[Statement] = []
    last: tuple[int, Attribution] | None = None
    for number, span in enumerate(spans):
        stems, numbers, names = _words(record.text, span, sources)
        if len(stems) < 2 or any(_inside(span, caption) for caption in captions):
            continue
        events = tuple(e for e in record.events if any(_inside(m.span, span) for m in e.mentions))
        negated = _negated(record.text, span)
        form = _form(record.text[slice(*span)], stems, negated)
        if form == "line" and not events:
            continue
        quantities = tuple(q for q in record.quantities if span[0] <= q.span[0] < span[1])
        values = frozenset(_digits(value) for q in quantities for value in (q.value, q.high) if value is not None)
        attribution = said.get(number)
        paragraph = next((i for i, (start, end) in enumerate(record.paragraphs) if start <= span[0] < end), -1)
        opening = record.text[slice(*span)].lstrip("“\"‘'—– ").split(maxsplit=1)[0].lower()
        follows = attribution is None and last is not None and last[0] == paragraph >= 0
        context = follows and (opening in PRONOUNS or any(mark in record.text[slice(*span)] for mark in _QUOTES))
        resumed = attribution is not None and last is not None and last[1] is attribution
        if attribution is not None:
            last = (paragraph, attribution)
        by = last[1] if context and last else attribution
        found.append(
            Statement(
                page=record.id,
                number=number,
                span=span,
                stems=stems | values,
                numbers=numbers | values,
                names=names,
                negated=negated,
                quantities=quantities,
                attribution=by,
                content=stems_of(record.words(*by.content.spans)) if by else frozenset(),
                source=source_stems(record, by) if by else frozenset(),
                speaker=_speaker(record, by) if by else None,
                form=form,
                pronoun=opening in PRONOUNS,
                context=context,
                resumed=resumed,
                events=events,
                depth=number / max(1, len(spans) - 1),
            )
        )
    return found


def source_stems(record: Record, attribution: Attribution) -> frozenset[str]:
    """Return the stems that tell a source from others: its name or institution, without the words of any source."""
    name = next((e.name for e in record.entities if e.id == attribution.source.entity), "")
    return stems_of(f"{name} {record.words(*attribution.source.spans)}")


def _speaker(record: Record, attribution: Attribution) -> Literal["office", "person"] | None:
    if attribution.source.kind != "named-person":
        return None if attribution.source.kind == "none" else "office"
    entity = next((e for e in record.entities if e.id == attribution.source.entity), None)
    return "office" if entity is not None and entity.role else "person"


def stems_of(words: str) -> frozenset[str]:
    """Return the stems of a name or description, without the words of any source."""
    return frozenset(t.stem for t in tokens(words) if t.content and t.stem not in ANY_SOURCE_STEMS)


def _by_sentence(spans: Iterable[Span], attributions: Iterable[Attribution]) -> dict[int, Attribution]:
    """Return, for each sentence by its number, the outermost statement of a source that covers most of it."""
    best: dict[int, tuple[tuple[int, int], Attribution]] = {}
    vouched = [a for a in attributions if a.act in SPOKEN]
    for number, (start, end) in enumerate(spans):
        for attribution in vouched:
            shared = sum(max(0, min(b, end) - max(a, start)) for a, b in attribution.content.spans)
            if shared < LEAST_SAID * (end - start):
                continue
            rank = (int(attribution.inside is None), shared)
            if number not in best or rank > best[number][0]:
                best[number] = (rank, attribution)
    return {number: attribution for number, (_, attribution) in best.items()}


def _sources(attributions: Iterable[Attribution]) -> list[Span]:
    """Return where sources are described, with the reasons why they are not named, in order of the text."""
    told = [one.source for one in attributions if one.act in SPOKEN]
    reasons = [source.anonymity.span for source in told if source.anonymity]
    return sorted([*(span for source in told for span in source.spans), *reasons])


def _words(text: str, span: Span, sources: Sequence[Span]) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return the stems, numbers and names of a sentence, without the words of those who say it.

    Two statements of one source are not alike for that; where little but the source stands in the sentence, its words
    count.
    """
    stems: set[str] = set()
    numbers: set[str] = set()
    names: set[str] = set()
    of_sources: set[str] = set()
    first = bisect_left(sources, span)
    near = sources[max(0, first - _BEFORE) : bisect_left(sources, (span[1], 0))]
    for place, token in enumerate(tokens(text, *span)):
        if place == MAX_WORDS:
            break
        said = _compared(text[token.start : token.end], token)
        if any(start <= token.start < end for start, end in near):
            if token.content:
                of_sources.add(said)
            continue
        if token.number:
            numbers.add(token.stem)
        elif token.capital and place and token.content:
            names.add(token.stem)
        if token.content:
            stems.add(said)
    return frozenset(stems if len(stems) > 1 else stems | of_sources), frozenset(numbers), frozenset(names)


def _compared(word: str, token: Token) -> str:
    """Return what a word is compared by: its stem; of an irregular verb form that of its base ("broke", "broken")."""
    base = irregular_base(word) if len(word) >= _SHORTEST_FORM and not token.capital else None
    return stem(base) if base else token.stem


def _form(words: str, stems: frozenset[str], negated: bool) -> Form:
    words = words.rstrip(_CLOSING)
    if words.endswith("?"):
        return "question"
    if not words.endswith(_END_MARKS):
        return "line"
    return "unanswered" if stems & _ANSWERS and (negated or stems & _REFUSALS) else "sentence"


def _digits(value: float) -> str:
    return str(int(value)) if value.is_integer() else str(value)


def _negated(text: str, span: Span) -> bool:
    return any(t.stem in _NEGATIONS for t in tokens(text, *span)) or "n't" in text[slice(*span)].replace("’", "'")


def _inside(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]
