"""Numbers: 329 of them, in articles of PolNeAR dev and names dev, annotated by hand.

python -m benchmarks.quantities [--show]

`benchmarks/data/quantities.jsonl` holds, for each article, the figures of its numbers by offset, with value, unit,
kind and bound as a reader gives them from the text; every other number of the article is none. `optional` ones (an
indefinite "one", "the two" of before) neither help nor hurt.
"""

import argparse
from collections import Counter
from typing import Any

from benchmarks.common import ROOT, SHARED, keep, lines, print_table, user_seconds
from copydesk.language import parse
from copydesk.reading.quantities import find_quantities
from copydesk.reading.times import read_times

GOLD = ROOT / "benchmarks" / "data" / "quantities.jsonl"


def texts() -> dict[tuple[str, str], str]:
    """Return the texts of the development articles by set and id."""
    found = {}
    for item in lines(SHARED / "data" / "attributions" / "dev.jsonl"):
        found["polnear", item["id"]] = item["text"]
    for item in lines(SHARED / "data" / "names" / "dev.jsonl"):
        found["names", item["id"]] = "\n".join(" ".join(sentence["tokens"]) for sentence in item["sentences"])
    return found


def same(gold: dict[str, Any], found: Any) -> bool:
    """Tell whether value, upper end and unit are right."""
    close = abs(found.value - gold["value"]) <= 0.001 * max(abs(gold["value"]), 0.5)
    return close and found.high == gold.get("high") and found.unit == gold.get("unit")


def main() -> None:
    """Print precision and recall of values with their units, of kinds and bounds, and keep them."""
    options = argparse.ArgumentParser(description=main.__doc__)
    options.add_argument("--show", action="store_true", help="print each number that is wrong or missed")
    show = options.parse_args().show
    articles, tally, seconds = texts(), Counter[str](), 0.0
    for item in lines(GOLD):
        text = articles[item["set"], item["article"]]
        document = parse(text)
        times, _ = read_times(text, "2016-09-20")
        start = user_seconds()
        found = list(find_quantities(text, times, document))
        seconds += user_seconds() - start
        tally["characters"] += len(text)
        for gold in item["numbers"]:
            match = next((q for q in found if q.span[0] <= gold["span"][0] < q.span[1]), None)
            if match:
                found.remove(match)
            if gold.get("optional"):
                continue
            tally["gold"] += 1
            tally["found"] += match is not None
            if match is None or not same(gold, match):
                if show:
                    print("MISSED" if match is None else "WRONG", around(text, gold["span"]), gold, match)
                continue
            tally["right"] += 1
            tally["kind"] += match.kind == gold["kind"]
            tally["bound"] += match.bound == gold.get("bound")
            if show and (match.kind != gold["kind"] or match.bound != gold.get("bound")):
                print("KIND" if match.kind != gold["kind"] else "BOUND", around(text, gold["span"]), gold, match)
        tally["found"] += len(found)
        if show:
            for quantity in found:
                print("FALSE", around(text, quantity.span), quantity)
    precision, recall = tally["right"] / tally["found"], tally["right"] / tally["gold"]
    figures = {
        "numbers": tally["gold"],
        "precision": round(precision, 3),
        "recall": round(recall, 3),
        "kind right of those": round(tally["kind"] / tally["right"], 3),
        "bound right of those": round(tally["bound"] / tally["right"], 3),
        "characters/s": round(tally["characters"] / max(seconds, 0.01)),
    }
    print_table("Quantities: value and unit", list(figures), [list(figures.values())])
    keep("quantities", figures)


def around(text: str, span: Any) -> str:
    """Return the words around a span for display."""
    start, end = span
    return f"{text[max(0, start - 50) : start]}[{text[start:end]}]{text[end : end + 40]}".replace("\n", "⏎")


if __name__ == "__main__":
    main()
