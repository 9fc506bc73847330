"""TEI P5: one corpus, each page a text with its header, its blocks as heads, paragraphs, lists, quotations and figures.

Standard: https://tei-c.org/release/doc/tei-p5-doc/en/html/.
"""

import re
from collections.abc import Iterable
from itertools import groupby
from typing import IO, Final
from xml.sax.saxutils import escape, quoteattr

from msgspec.structs import replace

from copydesk.records import Block, Record

_NAMESPACE: Final = "http://www.tei-c.org/ns/1.0"
_HEAD: Final = (
    f'<?xml version="1.0" encoding="UTF-8"?>\n<teiCorpus xmlns="{_NAMESPACE}">\n<teiHeader><fileDesc><titleStmt>'
    "<title>Pages read by copydesk</title></titleStmt><publicationStmt><p>Made by copydesk.</p></publicationStmt>"
    "<sourceDesc><p>Web pages; each text names its own.</p></sourceDesc></fileDesc></teiHeader>\n"
)
_NOT_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(records: Iterable[Record], out: IO[bytes]) -> int:
    """Write a corpus of records; return how many."""
    out.write(_HEAD.encode())
    count = 0
    for count, record in enumerate(records, 1):  # noqa: B007
        out.write(_text(record).encode())
    out.write(b"</teiCorpus>\n")
    return count


def _text(record: Record) -> str:
    """Return a record as a TEI element."""
    language = f" xml:lang={_attribute(record.page.language)}" if record.page.language else ""
    head = f"<head>{_words(record.headline)}</head>" if record.headline else ""
    blocks = record.blocks or tuple(Block(span=span, kind="paragraph") for span in record.paragraphs)
    body = "".join(_group(record.text, kind, [*some]) for kind, some in groupby(blocks, key=lambda block: block.kind))
    return f"<TEI>{_header(record)}<text{language}><body>{head}{body or '<p/>'}</body></text></TEI>\n"


def _header(record: Record) -> str:
    title = f"<title>{_words(record.headline or record.id)}</title>"
    authors = "".join(f"<author>{_words(author.name)}</author>" for author in record.authors)
    publisher = f"<publisher>{_words(record.publisher)}</publisher>" if record.publisher else "<publisher/>"
    date = f"<date when={_attribute(record.told)}/>" if record.told else ""
    licence = record.page.licence
    available = f"<availability><licence>{_words(licence)}</licence></availability>" if licence else ""
    place = record.page.canonical or record.page.location
    source = f"<bibl><ref target={_attribute(place)}/></bibl>" if place else f"<bibl>{_words(record.id)}</bibl>"
    return (
        f"<teiHeader><fileDesc><titleStmt>{title}{authors}</titleStmt><publicationStmt>{publisher}{date}{available}"
        f"</publicationStmt><sourceDesc>{source}</sourceDesc></fileDesc></teiHeader>"
    )


def _group(text: str, kind: str, blocks: list[Block]) -> str:
    """Return neighbouring blocks of one kind."""
    if kind == "table-row":
        return f"<table>{''.join(_row(text, block) for block in blocks)}</table>"
    shown = [_linked(text, block) for block in blocks]
    if kind == "list-item":
        return f"<list>{''.join(f'<item>{words}</item>' for words in shown)}</list>"
    return "".join(_block(block, words) for block, words in zip(blocks, shown, strict=True))


def _row(text: str, block: Block) -> str:
    cells = [replace(block, span=span) for span in block.cells] or [block]
    return f"<row>{''.join(f'<cell>{_linked(text, cell)}</cell>' for cell in cells)}</row>"


def _block(block: Block, words: str) -> str:
    if block.kind == "heading":  # a head may stand at a division's beginning only
        return f'<p><label type="heading" n="{block.level or 2}">{words}</label></p>'
    if block.kind == "quotation":
        return f"<quote><p>{words}</p></quote>"
    if block.kind == "post":
        bibl = f"<author>{_words(block.author)}</author>" if block.author else ""
        bibl += f"<ref target={_attribute(block.url)}/>" if block.url else ""
        return f'<cit type="post"><quote><p>{words}</p></quote><bibl>{bibl}</bibl></cit>'
    if block.kind == "caption":
        graphic = f"<graphic url={_attribute(block.image)}/>" if block.image else ""
        return f"<figure>{graphic}<figDesc>{words}</figDesc></figure>"
    if block.kind == "entry":
        return f'<p type="entry" n={_attribute(block.time)}>{words}</p>'
    return f'<note type="correction">{words}</note>' if block.kind == "correction" else f"<p>{words}</p>"


def _linked(text: str, block: Block) -> str:
    pieces, at = [], block.span[0]
    for anchor in sorted(block.links, key=lambda anchor: anchor.span):
        start, end = anchor.span
        if start >= at and end <= block.span[1]:
            pieces += [_words(text[at:start]), f"<ref target={_attribute(anchor.url)}>{_words(text[start:end])}</ref>"]
            at = end
    return "".join((*pieces, _words(text[at : block.span[1]])))


def _words(words: str) -> str:
    return escape(_NOT_XML.sub("\ufffd", words))


def _attribute(value: str | None) -> str:
    return quoteattr(_NOT_XML.sub("\ufffd", value or ""))
