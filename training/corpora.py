"""The corpora as documents of labelled words: one form for treebanks, names and attributions, gaps where unlabelled."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from copydesk.language import shapes
from copydesk.language.word_scanner import words
from training import treebanks

IGNORE = -100
NAME_TYPES = ("PERSON", "ORG", "PLACE", "NORP", "PRODUCT", "MISC")
NAME_TAGS = ("O", *(f"{mark}-{kind}" for kind in NAME_TYPES for mark in "BI"))
OF_CORPUS = {
    "Person": "PERSON", "Organization": "ORG", "Location": "PLACE", "Facility": "PLACE", "NORP": "NORP",
    "Product": "PRODUCT", "Misc": "MISC",
}  # fmt: skip
ROLES = ("source", "cue", "content")
ROLE_TAGS = ("O", "B", "I")


@dataclass
class Labelled:
    """A document's words with what its corpus says of them; columns a corpus does not have are full of IGNORE.

    `heads` and `links` hold word numbers of the document; links: (n, 2) for the source of a cue and the cue of a
    content piece, at its first word, -1 for none. `events`, `factuality`, `particular` and `arguments` are what
    `training.happenings` says.
    """

    id: str
    text: str
    spans: np.ndarray
    spaces: np.ndarray
    tags: np.ndarray
    starts: np.ndarray
    heads: np.ndarray
    labels: np.ndarray
    names: np.ndarray
    roles: np.ndarray
    links: np.ndarray
    genre: str = ""
    sentence: np.ndarray = field(default_factory=lambda: np.zeros(0, np.int64))
    events: np.ndarray = field(init=False)
    factuality: np.ndarray = field(init=False)
    particular: np.ndarray = field(init=False)
    arguments: np.ndarray = field(init=False)

    def __post_init__(self) -> None:
        """Leave what is known of happenings blank."""
        n = len(self.spans)
        self.events, self.factuality, self.particular = (np.full(n, IGNORE, dtype=np.int64) for _ in range(3))
        self.arguments = np.full((n, 5), IGNORE, dtype=np.int64)

    @property
    def words(self) -> list[str]:
        """The words themselves."""
        return [self.text[s:e] for s, e in self.spans]


def blank(name: str, text: str, spans: np.ndarray, genre: str = "") -> Labelled:
    """Return a document without labels."""
    n = len(spans)
    none = lambda *shape: np.full((n, *shape), IGNORE, dtype=np.int64)  # noqa: E731
    return Labelled(name, text, spans, spaces_before(text, spans), none(), none(), none(), none(), none(), none(3),
                    none(2), genre, np.zeros(n, np.int64))  # fmt: skip


def spaces_before(text: str, spans: np.ndarray) -> np.ndarray:
    """Return for each word what stands before it (see copydesk.language.shapes)."""
    out, last = np.zeros(len(spans), dtype=np.int64), 0
    for i, (start, end) in enumerate(spans):
        gap = text[last:start]
        out[i] = shapes.PARAGRAPH if "\n" in gap else shapes.SPACE if gap else shapes.NO_SPACE
        last = end
    if len(out):
        out[0] = shapes.TEXT_START
    return out


def syntax(path: Path, labels: list[str]) -> Iterator[Labelled]:
    """Yield a treebank's documents; relation labels that are not in `labels` are taken as `dep`."""
    number = {label: i for i, label in enumerate(labels)}
    for source in treebanks.read(path):
        d = blank(source.id, source.text, np.array(source.spans, dtype=np.int64), source.genre)
        d.tags[:] = [treebanks.UPOS.index(t) if t in treebanks.UPOS else IGNORE for t in source.tags]
        d.heads[:] = source.heads
        d.labels[:] = [number.get(label, number["dep"]) for label in source.labels]
        d.starts[:] = 0
        d.starts[source.starts] = 1
        d.sentence = np.cumsum(d.starts)
        yield d


def relation_labels(path: Iterable[Path]) -> list[str]:
    """Return the dependency labels that occur at least five times."""
    counts: dict[str, int] = {}
    for file in path:
        for d in treebanks.read(file):
            for label in d.labels:
                counts[label] = counts.get(label, 0) + 1
    return sorted(label for label, n in counts.items() if n >= 5)


def names(path: Path) -> Iterator[Labelled]:
    """Yield the names corpus: tokens joined by spaces, paragraphs by line ends, labels carried to our own words."""
    for line in path.open(encoding="utf-8"):
        row = json.loads(line)
        text = "\n".join(" ".join(s["tokens"]) for s in row["sentences"])
        gold, at = [], 0
        for s in row["sentences"]:
            for token, tag in zip(s["tokens"], s["tags"], strict=True):
                gold.append((at, at + len(token), tag))
                at += len(token) + 1
        d = blank(row["id"], text, words(text).astype(np.int64))
        d.names[:] = 0
        i, previous = 0, ""
        for start, end, tag in gold:
            mark, _, kind = tag.partition("-")
            kind = OF_CORPUS.get(kind, "")
            begins = bool(kind) and (mark == "B" or kind != previous)
            while i < len(d.spans) and d.spans[i][0] < end:
                if d.spans[i][0] >= start and kind:
                    d.names[i] = NAME_TAGS.index(("B-" if begins else "I-") + kind)
                    begins = False
                i += 1
            previous = kind
        yield d


def attributions(path: Path) -> Iterator[Labelled]:
    """Yield PolNeAR: source, cue and content of each attribution as begin and inside marks, and who belongs to whom."""
    for line in path.open(encoding="utf-8"):
        row = json.loads(line)
        text = row["text"]
        d = blank(row["id"], text, words(text).astype(np.int64))
        d.roles[:] = 0
        for a in row["attributions"]:
            first: dict[str, list[int]] = {}
            for column, role in enumerate(ROLES):
                for start, end in a[role]:
                    inside = np.flatnonzero((d.spans[:, 0] < end) & (d.spans[:, 1] > start))
                    if len(inside):
                        d.roles[inside, column] = 2
                        d.roles[inside[0], column] = 1
                        first.setdefault(role, []).append(int(inside[0]))
            for cue in first.get("cue", [])[:1]:
                d.links[cue, 0] = first["source"][0] if "source" in first else -1
                for piece in first.get("content", []):
                    d.links[piece, 1] = cue
        yield d
