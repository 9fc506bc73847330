"""Every figure of the language model on public development and test sets: `python -m benchmarks.model`.

Options: `--model FILE` for another model than the shipped one, `--documents N` to measure on the first N of each set.
Training is described in docs/model.md; so is what the figures mean. The last table has what was asked of the model,
beside what its first edition reached (`results/model_first_edition.json`, kept from that edition's own run).
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable
from itertools import islice, pairwise
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from benchmarks.common import RESULTS, SHARED, keep, lines, print_table, score
from benchmarks.model_happenings import happenings
from copydesk.language import MODEL, Document, load
from copydesk.language.reader import Reader
from copydesk.reading.attributions import find_attributions
from copydesk.reading.entities import find_entities
from training.treebanks import TreebankDocument, read

DATA = SHARED / "data"
BAR: dict[str, tuple[Any, ...]] = {
    "names dev, whole, F1": (89, "names", "all.f1"),
    "names dev, organizations, F1": (81, "names", "ORG.f1"),
    "EWT test LAS": (90.5, "grammar", "ewt test", "las"),
    "GUM test LAS": (90.2, "grammar", "gum test", "las"),
    "source, by word, F1": (86, "roles", "source.token.f1"),
    "cue, by word, F1": (74.5, "roles", "cue.token.f1"),
    "content, by word, F1": (91.8, "roles", "content.token.f1"),
    "whole attributions, PolNeAR dev, F1": (83, "attributions", "attribution.f1"),
    "content, exact, PolNeAR dev, F1": (69, "attributions", "content.exact.f1"),
    "happenings, ECB+ dev, F1": (87, "happenings", "ECB+ dev F1"),
    "ARG0 heads, EWT dev, F1": (90, "happenings", "ARG0 heads F1, EWT dev"),
    "ARG1 heads, EWT dev, F1": (88, "happenings", "ARG1 heads F1, EWT dev"),
    "words a second": (5000, "cost", "words/s"),
    "file, MB": (30, "cost", "file MB"),
    "load, s": (0.3, "cost", "load s"),
}
"""What was asked of the second edition: the value, and where the figure stands."""
AT_MOST = ("file, MB", "load, s")


def f1(hit: int, found: int, gold: int) -> float:
    """Return F1 in percent."""
    return 200 * hit / max(found + gold, 1)


def whole(label: str) -> str:
    """Return a relation without its subtype, as the CoNLL 2018 measure compares them."""
    return label.partition(":")[0]


def syntax(reader: Reader, documents: Iterable[TreebankDocument]) -> dict[str, float]:
    """Return figures in percent, with the treebank's words and sentences and from plain text."""
    count: Counter[str] = Counter()
    for gold in documents:
        tokens = np.array(gold.spans, dtype=np.int32)
        bounds = [*gold.starts, len(tokens)]
        ranges = np.stack([bounds[:-1], bounds[1:]], axis=1).astype(np.int32)
        found = reader.analyse(gold.text, tokens, ranges)
        for i, head in enumerate(gold.heads):
            right = int(found.heads[i]) == head
            count["words"] += 1
            count["upos"] += found.tags[i] == gold.tags[i]
            count["uas"] += right
            count["las"] += right and whole(found.labels[i]) == whole(gold.labels[i])
            count["las full"] += right and found.labels[i] == gold.labels[i]
        _from_text(reader.parse(gold.text), gold, count)
    n = count["words"]
    figures = {name: 100 * count[name] / n for name in ("upos", "uas", "las", "las full")}
    figures["words F1"] = f1(count["same words"], count["raw words"], n)
    figures["sentences F1"] = f1(count["same sentences"], count["raw sentences"], count["sentences"])
    figures["starts F1"] = f1(count["same starts"], count["raw sentences"], count["sentences"])
    figures["raw las"] = f1(count["raw las"], count["raw words"], n)
    return figures


def _from_text(found: Document, gold: TreebankDocument, count: Counter[str]) -> None:
    place = {span: i for i, span in enumerate(gold.spans)}
    spans = [(s, e) for s, e in found.tokens.tolist()]
    same = [place.get(span) for span in spans]
    count["raw words"] += len(spans)
    count["same words"] += sum(i is not None for i in same)
    for word, i in enumerate(same):
        head = same[int(found.heads[word])]
        if i is not None and head is not None:
            count["raw las"] += gold.heads[i] == head and whole(gold.labels[i]) == whole(found.labels[word])
    bounds = [*gold.starts, len(gold.spans)]
    truth = {(gold.spans[s][0], gold.spans[e - 1][1]) for s, e in pairwise(bounds)}
    guess = {found.span(s, e) for s, e in found.sentences.tolist()}
    count["sentences"] += len(truth)
    count["raw sentences"] += len(guess)
    count["same sentences"] += len(truth & guess)
    count["same starts"] += len({s for s, _ in truth} & {s for s, _ in guess})


def names(reader: Reader, limit: int | None) -> dict[str, float]:
    """Return the yardstick's figures for names, in percent."""
    gold = lines(DATA / "names/dev.jsonl")[:limit]
    records = []
    for row in gold:
        text = "\n".join(" ".join(s["tokens"]) for s in row["sentences"])
        entities = find_entities(reader.parse(text))
        records.append({"id": row["id"], "entities": [{"type": e.type, "mentions": e.mentions} for e in entities]})
    return _scored("entities", gold, records)


def roles(reader: Reader, limit: int | None) -> dict[str, float]:
    """Return the yardstick's figures for attribution roles, in percent; whole attributions are another benchmark's."""
    gold = lines(DATA / "attributions/dev.jsonl")[:limit]
    records = []
    for row in gold:
        found = reader.parse(row["text"])
        runs = {"source": found.sources, "cue": found.cues, "content": found.contents}
        spans = {role: {"spans": [found.span(r.start, r.end) for r in every]} for role, every in runs.items()}
        records.append({"id": row["id"], "attributions": [spans]})
    figures = _scored("attributions", gold, records)
    return {name: value for name, value in figures.items() if ".token" in name}


def attributions(reader: Reader, limit: int | None) -> dict[str, float]:
    """Return the yardstick's figures for whole attributions, in percent."""
    gold = lines(DATA / "attributions/dev.jsonl")[:limit]
    records = []
    for row in gold:
        found = find_attributions(row["text"], document=reader.parse(row["text"]))
        records.append({"id": row["id"], "attributions": found})
    figures = _scored("attributions", gold, records)
    return {name: figures[name] for name in ("attribution.f1", "content.exact.f1")}


def _scored(yardstick: str, gold: list[dict[str, Any]], records: list[dict[str, Any]]) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / name for name in ("gold.jsonl", "records.jsonl")]
        for path, rows in zip(paths, (gold, records), strict=True):
            path.write_bytes(msgspec.json.Encoder().encode_lines(rows))
        return {name: 100 * value for name, value in score(yardstick, *paths).items()}


def cost(model: Path) -> dict[str, float]:
    """Return size, load time, speed and memory, measured in a process of its own, in user CPU time."""
    done = subprocess.run(
        [sys.executable, "-c", _COST, str(model), str(DATA)], capture_output=True, text=True, check=True
    )
    load_seconds, speed, peak = map(float, done.stdout.split())
    return {"file MB": model.stat().st_size / 1e6, "load s": load_seconds, "words/s": speed, "peak MB": peak}


_COST = """
import json, re, sys, time
from pathlib import Path
from copydesk.language import load
start = time.process_time()
reader = load(Path(sys.argv[1]))
loaded = time.process_time() - start
texts = [json.loads(line)["text"] for line in open(sys.argv[2] + "/attributions/dev.jsonl", encoding="utf-8")][:40]
reader.parse(texts[0])
start = time.process_time()
words = sum(len(reader.parse(text)) for text in texts)
speed = words / (time.process_time() - start)
peak = re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())  # ru_maxrss has the parent's in it
print(loaded, speed, int(peak[1]) / 1024)
"""


def main() -> None:
    """Measure, print, keep."""
    options = argparse.ArgumentParser()
    options.add_argument("--model", type=Path, default=MODEL)
    options.add_argument("--documents", type=int)
    o = options.parse_args()
    reader = load(o.model)
    grammar = {
        f"{corpus} {part}": syntax(reader, islice(read(DATA / f"syntax/{corpus}_{part}.conllu.gz"), o.documents))
        for corpus in ("ewt", "gum")
        for part in ("dev", "test")
    }
    news = [d for part in ("dev", "test") for d in read(DATA / f"syntax/gum_{part}.conllu.gz") if d.genre == "news"]
    grammar["gum news"] = syntax(reader, news)
    columns = list(grammar["ewt dev"])
    print_table("Grammar (first four columns with the treebank's words and sentences)", ["set", *columns],
                [[name, *(f"{row[c]:.2f}" for c in columns)] for name, row in grammar.items()])  # fmt: skip
    found = {
        "names": names(reader, o.documents),
        "roles": roles(reader, o.documents),
        "attributions": attributions(reader, o.documents),
        "happenings": happenings(reader, o.documents),
        "cost": cost(o.model),
    }
    for title, figures in found.items():
        print_table(title.capitalize(), ["figure", "value"], [[k, f"{v:.2f}"] for k, v in figures.items()])
    _against_the_bar({"grammar": grammar, **found})
    if o.documents is None and o.model == MODEL:
        keep("model", {"grammar": grammar, **found})


def _against_the_bar(figures: dict[str, Any]) -> None:
    """Print what was asked for, what the first edition reached, and what this one does."""
    former = json.loads((RESULTS / "model_first_edition.json").read_text(encoding="utf-8"))
    rows = []
    for label, (least, *path) in BAR.items():
        before, now = former, figures
        for part in path:
            before, now = before.get(part, {}), now[part]
        reached = now <= least if label in AT_MOST else now >= least
        was = f"{before:.2f}" if isinstance(before, float) else ""
        rows.append([label, was, f"{now:.2f}", f"{least:g}", "yes" if reached else "no"])
    print_table("Beside the first edition", ["figure", "first", "now", "bar", "reached"], rows)


if __name__ == "__main__":
    main()
