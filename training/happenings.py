"""Corpora of happenings as labelled words: which words are happenings, how sure, and the heads of their arguments.

EWT has PropBank's predicates and arguments and UDS's factuality, ECB+ the actions of news, QANom verbs and event nouns
of Wikinews (see data/events/README.md).
"""

import gzip
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from copydesk.language.word_scanner import words
from training import corpora
from training.corpora import Labelled
from training.network import ARGUMENTS
from training.treebanks import UPOS

NONE = -1
"""An argument that a predicate does not have."""
_UNSURE = 0.5  # UDS's factuality runs from -3 to 3; so near to nothing is neither
_MAY_HAPPEN = frozenset(("VERB", "NOUN", "ADJ", "X"))


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the items of a gzipped JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def ewt(data: Path, part: str, labels: Sequence[str]) -> Iterator[Labelled]:
    """Yield EWT's documents with their grammar, and in the sentences that PropBank's release has, happenings."""
    of_text = {row["text"]: row for row in reversed(list(rows(data / f"events/ewt_{part}.jsonl.gz")))}
    for d in corpora.syntax(data / f"syntax/ewt_{part}.conllu.gz", list(labels)):
        starts = np.flatnonzero(d.starts == 1).tolist()
        for start, end in zip(starts, [*starts[1:], len(d.spans)], strict=True):
            row = of_text.get(d.text[d.spans[start][0] : d.spans[end - 1][1]])
            if row is not None:
                _label(d, row["events"], start, end)
        yield d


def _label(d: Labelled, events: list[dict[str, Any]], start: int, end: int) -> None:
    """Note what PropBank and UDS say of the sentence of words `[start, end)`."""
    base = int(d.spans[start][0])
    tags = [UPOS[tag] if tag >= 0 else "X" for tag in d.tags[start:end]]
    for i, tag in enumerate(tags, start):
        if tag not in _MAY_HAPPEN:
            d.events[i] = 0
    for event in events:
        at = inside(d, event["predicate"]["span"], base)
        if not len(at):
            continue
        word = int(at[0])
        if event.get("auxiliary"):
            d.events[word] = 0
            continue
        if "dynamic" in event:
            d.events[word] = int(event["dynamic"] > 0)
        elif tags[word - start] == "AUX":
            d.events[word] = 0
        if "factuality" in event:
            d.factuality[word] = 0 if event["factuality"] < -_UNSURE else 2 if event["factuality"] > _UNSURE else 1
        if "particular" in event:
            d.particular[word] = int(event["particular"] > 0)
        d.arguments[word] = NONE
        for column, role in enumerate(ARGUMENTS):
            for span in event["roles"].get(role, [])[:1]:
                part = set(inside(d, span, base).tolist())
                heads = sorted(k for k in part if d.heads[k] == k or int(d.heads[k]) not in part)
                if heads:
                    d.arguments[word, column] = heads[0]


def ecb(data: Path, part: str) -> Iterator[Labelled]:
    """Yield ECB+'s texts: actions are happenings, states are not; only validated sentences are labelled."""
    for row in rows(data / f"events/ecbplus_{part}.jsonl.gz"):
        d = corpora.blank(row["id"], row["text"], words(row["text"]).astype(np.int64))
        for span in row["scored"]:
            d.events[inside(d, span)] = 0
        for event in row["events"]:
            at = inside(d, event["predicate"]["span"])
            if len(at):
                d.events[at] = corpora.IGNORE
                d.events[at[0]] = int(event["class"] != "STATE")
        yield d


def wikinews(data: Path, part: str) -> Iterator[Labelled]:
    """Yield QANom's sentences of Wikinews: whether each noun that could be one is a happening; verbs are."""
    for row in rows(data / f"events/qasrl_wikinews_{part}.jsonl.gz"):
        d = corpora.blank(row["id"], row["text"], words(row["text"]).astype(np.int64))
        for event in row["events"]:
            at = inside(d, event["predicate"]["span"])
            if len(at):
                d.events[at[0]] = int(bool(event["event"]))
        yield d


def inside(d: Labelled, span: Sequence[int], base: int = 0) -> np.ndarray:
    """Return the words that a span of characters, counted from `base`, touches."""
    return np.flatnonzero((d.spans[:, 0] < span[1] + base) & (d.spans[:, 1] > span[0] + base))
