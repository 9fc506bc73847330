"""Who said it: copydesk beside a baseline of quotation marks and reporting verbs, on PolNeAR's development articles.

    python -m benchmarks.attributions

Prints the yardstick's figures (shared/score/attributions.py), the accuracy of source kinds on the sources labelled in
benchmarks/data/source_kinds.jsonl, and words a second of user CPU time; writes results/attributions.json.
"""

import json
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.common import ROOT, SHARED, keep, lines, print_table, score, user_seconds
from copydesk.language import MODEL, parse
from copydesk.reading.attributions import find_attributions
from copydesk.reading.attributions.anonymity import anonymity_reason
from copydesk.reading.attributions.assembly import identify
from copydesk.reading.attributions.page_lookup import page_of
from copydesk.reading.attributions.source_resolution import SourceIdentity
from copydesk.reading.attributions.verb_grammar import Grammar
from copydesk.reading.entities import find_entities
from copydesk.records import Attribution, Record

GOLD = SHARED / "data" / "attributions" / "dev.jsonl"
LABELS = ROOT / "benchmarks" / "data" / "source_kinds.jsonl"
ROLES = ("source", "cue", "content")
KINDS = ("named-person", "named-organization", "anonymous-person", "anonymous-group", "document", "media")
PUBLISHED = {
    "two trained people, by this yardstick": (0.782, 0.718, 0.695, 0.790),
    "dependency rules, by this yardstick": (0.49, 0.48, 0.32, 0.477),
    "CofeNet (BERT), its paper, PolNeAR test": (0.832, 0.753, 0.729, None),
    "BiLSTM-CRF, CofeNet paper": (0.696, 0.667, 0.590, None),
    "CRF, CofeNet paper": (0.506, 0.534, 0.286, None),
    "CoreNLP quote annotator, CofeNet paper": (0.139, None, 0.175, None),
}
"""Exact F1 of source, cue and content, and F1 of whole attributions, as published; not run here."""


def by_model(text: str) -> tuple[Attribution, ...]:
    """Return the attributions that copydesk finds."""
    document = parse(text)
    return find_attributions(text, document=document, entities=find_entities(document))


def by_rules(text: str) -> tuple[Attribution, ...]:
    """Return the attributions that quotation marks and reporting verbs make plain."""
    return find_attributions(text)


def figures(find: Callable[[str], tuple[Attribution, ...]], gold: list[dict[str, Any]]) -> dict[str, float]:
    """Return the yardstick's figures of a finder, and its words a second."""
    find(gold[0]["text"])  # what is loaded once is not timed
    began = user_seconds()
    records = [Record(id=row["id"], text=row["text"], attributions=find(row["text"])) for row in gold]
    spent = user_seconds() - began
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "records.jsonl")
        file.write_text("".join(record.to_json() + "\n" for record in records), encoding="utf-8")
        found = score("attributions", GOLD, file)
    return {**found, "words_per_second": round(sum(len(row["text"].split()) for row in gold) / spent)}


def joiner_speed(gold: list[dict[str, Any]]) -> int:
    """Return the words a second of what follows the model: edges, joins, sources, stance."""
    documents = [parse(row["text"]) for row in gold]
    began = user_seconds()
    for document in documents:
        find_attributions(document.text, document=document)
    return round(sum(len(row["text"].split()) for row in gold) / (user_seconds() - began))


def source_kinds(split: str) -> dict[str, Any]:
    """Return the accuracy of kinds and of reasons for anonymity on the labelled sources of one split."""
    texts = {row["id"]: row for row in lines(SHARED / "data" / "attributions" / f"{split}.jsonl")}
    labels = [row for row in lines(LABELS) if row["set"] == split]
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    reasons: Counter[str] = Counter()
    for name in sorted({row["id"] for row in labels}):
        article = texts[name]
        said = _identities(article)
        for row in labels:
            if row["id"] != name:
                continue
            spans = tuple(tuple(span) for span in row["source"])
            total[row["kind"]] += 1
            office = said[spans].identifiable and row["kind"] == "named-person"
            right[row["kind"]] += said[spans].kind == row["kind"] or office
            if row["kind"].startswith("anonymous"):
                truth = tuple(row["anonymity"]) if row["anonymity"] else None
                found = anonymity_reason(article["text"], (spans[0][0], spans[-1][1]))
                reasons["found"] += found is not None
                reasons["labelled"] += truth is not None
                reasons["right"] += found is not None and found == truth
    by_kind = {kind: [right[kind], total[kind]] for kind in KINDS}
    accuracy = sum(right.values()) / sum(total.values())
    return {"accuracy": accuracy, "by_kind": by_kind, "reasons_for_anonymity": dict(reasons)}


def _identities(article: dict[str, Any]) -> dict[tuple[tuple[int, int], ...], SourceIdentity]:
    """Return who is behind each gold source of an article, read in order."""
    document = parse(article["text"])
    page = page_of(article["text"], find_entities(document), Grammar(document))
    sources = sorted({tuple(tuple(s) for s in a["source"]) for a in article["attributions"] if a["source"]})
    said: dict[Any, SourceIdentity] = {}
    before: list[tuple[tuple[int, int], SourceIdentity]] = []
    for spans in sources:
        said[spans] = identify(page, spans, before)
        before.append(((spans[0][0], spans[-1][1]), said[spans]))
    return said


def main() -> None:
    """Run, print, keep."""
    gold = lines(GOLD)
    systems = {"copydesk": figures(by_model, gold), "quotation marks and say-verbs": figures(by_rules, gold)}
    rows: list[list[object]] = []
    for name, found in systems.items():
        exact = [found[f"{role}.exact.f1"] for role in ROLES]
        recalls = [found[f"recall.{kind}"] for kind in ("direct", "mixed", "indirect")]
        rows.append([name, *exact, found["attribution.f1"], *recalls])
    rows += [[f"({name})", *values, None, None, None] for name, values in PUBLISHED.items()]
    columns = ["", "source", "cue", "content", "whole", "direct", "mixed", "indirect"]
    print_table(
        "PolNeAR dev: exact F1 of roles, F1 of whole attributions, recall by speech; (as published)", columns, rows
    )
    kinds = {split: source_kinds(split) for split in ("train", "dev")}
    rows = [
        [f"{split} ({'rules were written on it' if split == 'train' else 'check'})", found["accuracy"]]
        + [f"{found['by_kind'][kind][0]}/{found['by_kind'][kind][1]}" for kind in KINDS]
        for split, found in kinds.items()
    ]
    print_table("Kinds of labelled sources: accuracy, and right of all by kind", ["articles", "accuracy", *KINDS], rows)
    print(
        "\nreasons for anonymity:",
        json.dumps({split: found["reasons_for_anonymity"] for split, found in kinds.items()}),
    )
    after = joiner_speed(gold)
    speeds = [[name, found["words_per_second"]] for name, found in systems.items()]
    print_table("Words a second of user CPU time", ["", "words/s"], [*speeds, ["copydesk, without the model", after]])
    keep(
        "attributions",
        {
            "set": "PolNeAR dev, 84 articles",
            "model_bytes": MODEL.stat().st_size,
            "systems": systems,
            "published": PUBLISHED,
            "source_kinds": kinds,
            "words_per_second_after_model": after,
        },
    )


if __name__ == "__main__":
    main()
