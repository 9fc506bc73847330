"""Places: are those that are pinned the right ones? 219 of them in names dev, each looked up by hand.

python -m benchmarks.places [--show]

`benchmarks/data/places.jsonl` holds mentions by article and offset, the place that each means (country, GeoNames id),
and the verdict on what was pinned when they were drawn at random: 216 right, 4 wrong. Rows of another meaning
(a hotel, a market, a people) have no place, and any pin on them is wrong.
"""

import argparse
from collections import Counter
from typing import Any

from benchmarks.common import ROOT, SHARED, keep, lines, print_table
from copydesk.language import parse
from copydesk.reading.entities import find_entities
from copydesk.records import Entity

GOLD = ROOT / "benchmarks" / "data" / "places.jsonl"


def main() -> None:
    """Print how many of the places are pinned, and how many of those rightly, and keep it."""
    options = argparse.ArgumentParser(description=main.__doc__)
    options.add_argument("--show", action="store_true", help="print each place that is wrong or not pinned")
    show = options.parse_args().show
    gold: dict[str, list[dict[str, Any]]] = {}
    for row in lines(GOLD):
        gold.setdefault(row["article"], []).append(row)
    tally = Counter[str]()
    for item in lines(SHARED / "data" / "names" / "dev.jsonl"):
        if item["id"] not in gold:
            continue
        text = "\n".join(" ".join(sentence["tokens"]) for sentence in item["sentences"])
        entities = find_entities(parse(text))
        for row in gold[item["id"]]:
            entity = at(entities, row["span"])
            place = entity.place if entity else None
            right = place is not None and place.country == row["country"] and place.geonames == row["geonames"]
            if entity is not None and entity.metonym and place is not None:  # a government: its country is enough
                right = place.country == row["country"]
            tally["places"] += row["country"] is not None
            tally["pinned"] += place is not None
            tally["right"] += right
            if show and not right:
                print(text[slice(*row["span"])], row, place)
    figures = {
        "places": tally["places"],
        "pinned": tally["pinned"],
        "right of those": round(tally["right"] / tally["pinned"], 3),
    }
    print_table("Places of names dev", list(figures), [list(figures.values())])
    keep("places", figures)


def at(entities: tuple[Entity, ...], span: list[int]) -> Entity | None:
    """Return the place that is named at a span, rather than one whose name goes on there."""
    found = None
    for entity in entities:
        for start, end in (*entity.mentions, *entity.nested):
            if entity.type == "PLACE" and start <= span[0] < end:
                if start == span[0]:
                    return entity
                found = entity
    return found


if __name__ == "__main__":
    main()
