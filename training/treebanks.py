"""Universal Dependencies treebanks (CoNLL-U, gzipped) as documents: a text, its words' offsets, and their analysis."""

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

UPOS = ("ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ",
        "SYM", "VERB", "X")  # fmt: skip
LEFT_OUT = {"whow"}
"""Genres of GUM under a non-commercial licence."""


@dataclass
class TreebankDocument:
    """One document: words as offsets into text, heads as word numbers of the document (own number for a root)."""

    id: str
    genre: str
    text: str = ""
    spans: list[tuple[int, int]] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    misc: list[str] = field(default_factory=list)


def read(path: Path) -> Iterator[TreebankDocument]:
    """Yield the documents of a treebank file, non-commercial genres left out."""
    document = TreebankDocument("", "")
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        sentence: list[list[str]] = []
        paragraph = False
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# newdoc"):
                if document.spans and document.genre not in LEFT_OUT:
                    yield document
                document = TreebankDocument(line.partition("= ")[2], "")
            elif line.startswith("# meta::genre"):
                document.genre = line.partition("= ")[2]
            elif line.startswith("# newpar"):
                paragraph = True
            elif line.startswith("#"):
                continue
            elif line:
                sentence.append(line.split("\t"))
            elif sentence:
                _add(document, sentence, paragraph)
                sentence, paragraph = [], False
    if document.spans and document.genre not in LEFT_OUT:
        yield document


def _add(document: TreebankDocument, rows: list[list[str]], paragraph: bool) -> None:
    """Append one sentence's rows to a document."""
    if document.text:
        document.text = document.text.rstrip() + ("\n\n" if paragraph else " ")
    first = len(document.spans)
    document.starts.append(first)
    until, surface_end, position = 0, 0, len(document.text)
    for row in rows:
        number, word = row[0], row[1]
        if "." in number:
            continue
        space = "" if "SpaceAfter=No" in row[9] else " "
        if "-" in number:
            until = int(number.partition("-")[2])
            position = len(document.text)
            surface_end = position + len(word)
            document.text += word + space
            continue
        if int(number) <= until:
            start = position
            end = surface_end if int(number) == until else min(start + len(word), surface_end)
            position = end
        else:
            start = len(document.text)
            end = start + len(word)
            document.text += word + space
        document.spans.append((start, end))
        document.tags.append(row[3])
        head = int(row[6])
        document.heads.append(first + head - 1 if head else len(document.spans) - 1)
        document.labels.append(re.sub(r"\s", "", row[7]))
        document.misc.append(row[9])
