"""Records for tests of claims: their findings are given, no model reads them."""

from copydesk.english.sentences import split_sentences
from copydesk.records import Anonymity, Attribution, Content, Cue, Record, Source


def at(text, words):
    """Return where words stand in a text."""
    start = text.index(words)
    return start, start + len(words)


def said(text, source, content, *, kind="named-person", id_="a1", **more):
    """Return an attribution of some words of a text to others; of no source where `source` is empty."""
    return Attribution(
        id=id_,
        source=Source(
            kind=kind, spans=(at(text, source),) if source else (), entity=more.pop("entity", None),
            anonymity=Anonymity(span=at(text, more.pop("reason"))) if "reason" in more else None,
        ),
        cue=Cue(),
        content=Content(spans=(at(text, content),), speech=more.pop("speech", "indirect")),
        **more,
    )  # fmt: skip


def page(text, id_="p", **fields):
    spans = split_sentences(text)
    return Record(id=id_, text=text, sentences=spans, **({"paragraphs": ((0, len(text)),)} | fields))
