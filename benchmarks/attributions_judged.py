"""Attributions judged line by line: of what is printed, how much would a fact-checker sign?

    python -m benchmarks.attributions_judged [--show]

25 articles (9 of one real day, 7 of the invented newsroom, 6 of Wikinews, 3 of PolNeAR dev) were read, and
every attribution in them that tells of words said or of what a document says was written down: who, as what
kind of source, by which words, what, to whom, through whom (benchmarks/data/attributions_judged.jsonl:
positions alone, no text). In a second round 30 more were read (11 of the real day, 7 of names dev, 6 of
PolNeAR dev, 6 web pages), and each line that was printed was judged and put right where it was wrong; what was
passed over there is not written down, so that `found` counts the first round alone. A third round judged 46 more
(16 of the real day, 9 of Wikinews, 5 web pages, 16 of PolNeAR dev) in the same way, in groups of some eight, each read
before what was wrong in it was mended.

A printed line is right if one of them has the same cue and source, the kind and the entity do not contradict
it, nobody else is said to have been told or to relay it, and at least four in five words of what was said agree
(F1). An entity that is left open is no fault; a description of an office that one person holds may stay unnamed.
"""

import csv
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from benchmarks.common import ROOT, SHARED, keep, lines, print_table
from copydesk.language import parse
from copydesk.reading.attributions import find_attributions, quoted
from copydesk.reading.entities import find_entities
from copydesk.records import Attribution, Record

JUDGED = ROOT / "benchmarks" / "data" / "attributions_judged.jsonl"
AGREEMENT = 0.8
_WORD = re.compile(r"\w+")


def texts() -> dict[tuple[str, str], str]:
    """Return the texts of the judged articles by set and id; ` ### ` between paragraphs is made a blank line."""
    wanted = {(row["set"], row["id"]) for row in lines(JUDGED)}
    return {key: text.replace(" ### ", "\n\n   ") for key, text in _all_texts() if key in wanted}


def _all_texts() -> Iterator[tuple[tuple[str, str], str]]:
    copies = SHARED / "data" / "copies"
    for row in lines(copies / "helsinki.jsonl"):
        yield ("helsinki", str(row["id"])), row["text"]
    for file in sorted((copies / "newsroom").glob("s*.json")):
        for page in json.loads(file.read_text(encoding="utf-8"))["pages"]:
            yield ("newsroom", page["id"]), page["text"]
    for year in (2019, 2020):
        with (copies / f"wikinews_{year}.csv").open(encoding="utf-8", newline="") as table:
            for number, row in enumerate(csv.DictReader(table)):
                yield ("wikinews", f"{year}-{number}"), row["text"]
    for row in lines(SHARED / "data" / "attributions" / "dev.jsonl"):
        yield ("polnear-dev", row["id"]), row["text"]
    for row in lines(SHARED / "data" / "names" / "dev.jsonl"):
        yield ("names-dev", row["id"]), "\n".join(" ".join(sentence["tokens"]) for sentence in row["sentences"])
    for row in lines(SHARED / "data" / "pages" / "dev" / "pages.jsonl"):
        yield ("pages-dev", row["id"]), row["text"]


def read(text: str) -> Record:
    """Return a record with the entities and attributions of a text as it is given."""
    document = parse(text)
    entities = find_entities(document)
    found = find_attributions(text, document=document, entities=entities)
    return Record(id="", text=text, entities=entities, attributions=found)


def fault(record: Record, line: Attribution, gold: list[dict[str, Any]]) -> tuple[str | None, dict[str, Any] | None]:
    """Return what is wrong with a printed line, None for nothing, and the judged attribution that it is paired with."""
    cues = [row for row in gold if _touch(line.cue.spans or line.content.spans, row["cue"] or row["content"])]
    if not cues:
        return "no such saying", None
    sources = [row for row in cues if _touch(line.source.spans, row["source"])]
    if not sources:
        return "source", cues[0]
    row = max(sources, key=lambda row: _f1(record.text, line.content.spans, row["content"]))
    open_office = line.source.identifiable and line.source.entity is None and row["kind"] == "named-person"
    if line.source.kind != row["kind"] and not open_office:
        return "kind", row
    if line.source.entity is not None and not _is(record, line.source.entity, row["who"]):
        return "entity", row
    if line.told is not None and not (row["told"] and _touch(line.told.spans, row["told"])):
        return "told", row
    if any(not (row["via"] and _touch(relay.spans, row["via"])) for relay in line.via):
        return "via", row
    if _f1(record.text, line.content.spans, row["content"]) < AGREEMENT:
        return "content", row
    return None, row


def _is(record: Record, entity: str, who: list[int] | None) -> bool:
    """Return whether an entity is the one whose name stands at a position, by a mention there or by its last word."""
    if who is None:
        return False
    name = record.text[who[0] : who[1]].split()[-1:]
    known = next(e for e in record.entities if e.id == entity)
    spoken = {known.name.split()[-1], *(variant.split()[-1] for variant in known.variants)}
    return _touch(known.mentions, [who]) or bool(set(name) & spoken)


def _touch(some: Iterable[Iterable[int]], others: Iterable[Iterable[int]]) -> bool:
    return any(a < d and c < b for a, b in some for c, d in others)


def _f1(text: str, found: Iterable[Iterable[int]], gold: Iterable[Iterable[int]]) -> float:
    got, want = _words(text, found), _words(text, gold)
    return 2 * len(got & want) / (len(got) + len(want)) if got and want else 0.0


def _words(text: str, spans: Iterable[Iterable[int]]) -> frozenset[int]:
    return frozenset(start + match.start() for start, end in spans for match in _WORD.finditer(text[start:end]))


@cache
def measure(show: bool = False, every: int = 1) -> dict[str, Any]:
    """Return the figures: lines printed, right ones, faults by kind, false speakers among named persons, found.

    Args:
        show: print each line that is wrong.
        every: of how many articles one is read.
    """
    articles = list(texts().items())[::every]
    judged = [row for row in lines(JUDGED) if (row["set"], row["id"]) in dict(articles)]
    faults: Counter[str] = Counter()
    printed = named = false = found = 0
    rounds: dict[int, list[int]] = {1: [0, 0], 2: [0, 0], 3: [0, 0]}
    for key, text in articles:
        gold = [row for row in judged if (row["set"], row["id"]) == key]
        record = read(text)
        met: set[int] = set()
        for line in quoted(record):
            what, row = fault(record, line, gold)
            printed += 1
            faults[what or "right"] += 1
            counts = rounds[gold[0].get("round", 1)]
            counts[0] += 1
            counts[1] += what is None
            if row is not None and what is None and "round" not in row:
                met.add(gold.index(row))
            if line.source.kind == "named-person" and line.source.entity is not None:
                named += 1
                false += what in ("source", "kind", "entity", "no such saying")
            if what and show:
                print(key[1], what, "|", record.words(*line.source.spans), "|", record.words(*line.cue.spans))
        found += len(met)
    right = faults.pop("right", 0)
    return {
        "articles": len(articles),
        "printed": printed,
        "right": right,
        "share_right": round(right / printed, 4),
        "faults": dict(faults.most_common()),
        "named_persons": named,
        "false_speakers": false,
        "share_false": round(false / named, 4),
        "first round": "{1} of {0}".format(*rounds[1]),
        "second round": "{1} of {0}".format(*rounds[2]),
        "third round": "{1} of {0}".format(*rounds[3]),
        "judged": len(judged),
        "found": round(found / sum("round" not in row for row in judged), 4),
    }


def main() -> None:
    """Measure, print, keep."""
    figures = measure("--show" in sys.argv)
    print_table("Attributions judged line by line", ["", ""], [[k, str(v)] for k, v in figures.items()])
    keep("attributions_judged", figures)


if __name__ == "__main__":
    main()
