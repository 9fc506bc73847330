"""spaCy: records as Docs in a DocBin, with sentences, entities and span groups.

Words are those of spaCy's blank English pipeline. A finding that begins or ends inside a word covers the whole word.
"""

import json
from collections.abc import Iterable
from typing import IO, TYPE_CHECKING

from copydesk.records import Record, Span

if TYPE_CHECKING:
    import spacy.tokens
    from spacy.language import Language
    from spacy.tokens import Doc


def write(records: Iterable[Record], out: IO[bytes]) -> int:
    """Write one DocBin; return how many records. spaCy packs a DocBin in memory: about as much as the texts take."""
    import spacy
    from spacy.tokens import DocBin

    language = spacy.blank("en")
    language.max_length = 100_000_000
    packed = DocBin(attrs=["ORTH", "SPACY", "SENT_START", "ENT_IOB", "ENT_TYPE", "ENT_ID"], store_user_data=True)
    for record in records:
        packed.add(to_doc(record, language))
    out.write(packed.to_bytes())
    return len(packed)


def to_doc(record: Record, language: "Language | None" = None) -> "Doc":
    """Return a record as a spaCy Doc.

    Sentences are set; entities are in `doc.ents`, each with the record's entity id; `doc.spans` holds the groups
    `sources`, `cues`, `contents`, `descriptions`, `times`, `quantities`, `events` and `defects`, where a span's `id_`
    names the attribution, entity or event it belongs to. `doc.user_data["copydesk"]` holds the page's id, headline,
    location and day.

    Args:
        record: the record to convert.
        language: the pipeline whose tokenizer cuts the words; a blank English one by default.
    """
    import spacy

    language = language or spacy.blank("en")
    doc = language.make_doc(record.text)
    sentences = (doc.char_span(*sentence, alignment_mode="expand") for sentence in record.sentences)
    starts = {sentence.start for sentence in sentences if sentence is not None}
    for token in doc:
        token.is_sent_start = token.i in starts or token.i == 0
    return add_findings(doc, record)


def parsed(record: Record) -> "Doc":
    """Return a record as a Doc like `to_doc`, in the language model's words, with its tags, heads and relations.

    Raises:
        ModelError: the language model cannot be loaded.
    """
    import spacy

    from copydesk.language import as_spacy, parse

    return add_findings(as_spacy.to_doc(parse(record.text), spacy.blank("en").vocab), record)


def add_findings(doc: "Doc", record: Record) -> "Doc":
    """Set a record's entities and span groups on a Doc of its text; return the Doc."""
    from spacy.tokens import SpanGroup
    from spacy.util import filter_spans

    def spans(found: Iterable[tuple[Span, str, str]]) -> list["spacy.tokens.Span"]:
        cut = (doc.char_span(*span, label=label, span_id=key, alignment_mode="expand") for span, label, key in found)
        return [span for span in cut if span is not None]

    doc.ents = filter_spans(spans((span, one.type, one.id) for one in record.entities for span in one.mentions))
    said = record.attributions
    groups: dict[str, list[tuple[Span, str, str]]] = {
        "sources": [(span, one.source.kind, one.id) for one in said for span in one.source.spans],
        "cues": [(span, one.cue.stance, one.id) for one in said for span in one.cue.spans],
        "contents": [(span, one.content.speech, one.id) for one in said for span in one.content.spans],
        "descriptions": [(span, one.type, one.id) for one in record.entities for span in one.descriptions],
        "times": [(time.span, time.type, time.value or "") for time in record.times],
        "quantities": [(quantity.span, "QUANTITY", f"{quantity.value:g}") for quantity in record.quantities],
        "events": [(item.span, event.type or "EVENT", event.id) for event in record.events for item in event.mentions],
        "defects": [(defect.span, defect.kind, "") for defect in record.defects],
    }
    for name, found in groups.items():
        doc.spans[name] = SpanGroup(doc, name=name, spans=spans(found))
    published = record.published.value if record.published else None
    about = {"id": record.id, "headline": record.headline, "location": record.page.location, "published": published}
    doc.user_data["copydesk"] = json.dumps(about)
    return doc
