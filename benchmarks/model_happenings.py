"""Figures of the language model's happenings and their arguments on public development sets, for `benchmarks.model`."""

from collections import Counter
from collections.abc import Iterable
from itertools import islice

import numpy as np

from benchmarks.common import SHARED
from copydesk.language.arguments import find_arguments
from copydesk.language.reader import Reader
from copydesk.language.spans import log_softmax
from training import happenings as corpora
from training.corpora import IGNORE, Labelled
from training.network import ARGUMENTS

DATA = SHARED / "data"
SHORT = {"ARGM-LOC": "LOC", "ARGM-TMP": "TMP"}


def f1(hit: float, found: float, gold: float) -> float:
    """Return F1 in percent."""
    return 200 * hit / max(found + gold, 1)


def happenings(reader: Reader, limit: int | None) -> dict[str, float]:
    """Return figures in percent: happenings by word, heads of arguments given the predicate, factuality."""
    labels = list(reader.manifest.relations)
    figures = {
        "ECB+ dev F1": _events(reader, islice(corpora.ecb(DATA, "dev"), limit)),
        "Wikinews dev F1": _events(reader, islice(corpora.wikinews(DATA, "dev"), limit)),
    }
    count: Counter[str] = Counter()
    for d in islice(corpora.ewt(DATA, "dev", labels), limit):
        _arguments(reader, d, count)
    for role in ARGUMENTS:
        name = SHORT.get(role, role)
        figures[f"{name} heads F1, EWT dev"] = f1(count[f"{role} hit"], count[f"{role} found"], count[f"{role} gold"])
    for name in ("factuality", "particular"):
        figures[f"{name} accuracy, EWT dev"] = 100 * count[f"{name} hit"] / max(count[name], 1)
    return figures


def _events(reader: Reader, documents: Iterable[Labelled]) -> float:
    hit = found = gold = 0
    for d in documents:
        out, _, _ = reader.outputs(d.text)
        labelled = d.events != IGNORE
        guess, truth = out["events"].argmax(axis=1)[labelled], d.events[labelled]
        hit += int((guess & truth).sum())
        found += int(guess.sum())
        gold += int(truth.sum())
    return f1(hit, found, gold)


def _arguments(reader: Reader, d: Labelled, count: Counter[str]) -> None:
    out, _, _ = reader.outputs(d.text, d.spans.astype(np.int32))
    predicates = (d.arguments != IGNORE).any(axis=1)
    bounds = np.append(np.flatnonzero(d.starts == 1), len(d.spans))
    sentences = np.stack([bounds[:-1], bounds[1:]], axis=1).astype(np.int32)
    found = find_arguments(out["argument_from"], out["argument_to"], predicates, sentences, ARGUMENTS)
    for word in np.flatnonzero(predicates).tolist():
        for column, role in enumerate(ARGUMENTS):
            gold, guess = int(d.arguments[word, column]), found[word].get(role)
            if gold == IGNORE:
                continue
            count[f"{role} gold"] += gold >= 0
            count[f"{role} found"] += guess is not None
            count[f"{role} hit"] += guess is not None and guess.head == gold
    for name in ("factuality", "particular"):
        truth = getattr(d, name)
        known = truth != IGNORE
        count[name] += int(known.sum())
        count[f"{name} hit"] += int((log_softmax(out[name]).argmax(axis=1)[known] == truth[known]).sum())
