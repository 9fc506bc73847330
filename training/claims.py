"""Fit which groups of statements are claims: the weights of `copydesk.claims.salience`, from a newsroom with its truth.

    python -m training.claims --data ../shared/data/copies/newsroom

Pages are read by copydesk; families and parents are the known ones, so that the weights do not learn from mistakes of
`trace`. A group is a claim where its pages agree with those of a known claim (F1 of pages whose words it covers at
least .5). Logistic regression with L2 (scikit-learn). Prints recall and precision with each story left out in turn.
"""

import argparse
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

import copydesk
from copydesk.claims import salience
from copydesk.claims.descent import CARRIED, Descent
from copydesk.claims.gathering import Group, gather
from copydesk.claims.newsrooms import newsroom_name
from copydesk.claims.statements import statements
from copydesk.records import Record

OUT = Path(salience.__file__).parent / "salience.json"
STRENGTH = 0.1
"""Inverse of the L2 penalty; .03 to .3 give the same figures within .01."""


def records_of(story: dict[str, Any]) -> dict[str, Record]:
    """Read the pages of a newsroom's story as texts with their day and publisher."""
    found = {}
    for page in story["pages"]:
        head = page["headline"] + "\n\n" if page.get("headline") else ""
        day = (page.get("published") or "")[:10] or None
        found[page["id"]] = copydesk.read_text(head + page["text"], published=day, id=page["id"])
    return found


def known_descent(story: dict[str, Any], records: dict[str, Record]) -> Descent:
    """Return the descent that the truth of a story tells."""
    pages = {page["id"]: page for page in story["pages"]}
    parents = {
        key: page["parent"]
        for key, page in pages.items()
        if page.get("parent") in pages and page["relation"] in CARRIED
    }
    families = {member: str(number) for number, family in enumerate(story["families"]) for member in family}
    order: dict[str, None] = {}
    for key in sorted(pages, key=lambda key: (pages[key].get("published") or "~", key)):
        chain = [key]
        while (above := parents.get(chain[-1])) is not None:
            chain.append(above)
        order.update(dict.fromkeys(reversed(chain)))
    newsrooms = {key: newsroom_name(page.get("agency") or page.get("publisher") or key) for key, page in pages.items()}
    return Descent(tuple(order), parents, families, newsrooms)


def is_claim(group: Group, claims: Sequence[dict[str, Any]], records: dict[str, Record]) -> set[int]:
    """Return the numbers of the known claims that a group of statements makes."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for one in group.statements:
        spans.setdefault(one.page, []).append(one.span)
    found = set()
    for number, claim in enumerate(claims):
        hits = 0
        for page, places in spans.items():
            words = claim["pages"].get(page)
            start = records[page].text.find(words) if words else -1
            hits += start >= 0 and any(a < start + len(words) and start < b for a, b in places)
        if 2 * hits / (len(spans) + len(claim["pages"])) >= 0.5:
            found.add(number)
    return found


def fit(rows: NDArray[np.float64], right: NDArray[np.bool_], names: Sequence[str]) -> dict[str, float]:
    """Return weights by trait, for traits as they are, with `bias`."""
    scaler = StandardScaler().fit(rows)
    model = LogisticRegression(C=STRENGTH, max_iter=5000).fit(scaler.transform(rows), right)
    weights = model.coef_[0] / np.where(scaler.scale_ == 0, 1, scaler.scale_)
    bias = float(model.intercept_[0] - (weights * scaler.mean_).sum())
    return {"bias": bias, **{name: round(float(w), 4) for name, w in zip(names, weights, strict=True)}}


def main() -> None:
    """Read, fit, print figures with each story left out, write the weights."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--out", type=Path, default=OUT)
    o = options.parse_args()
    files = sorted(o.data.glob("*.json"))
    rows: list[dict[str, float]] = []
    owners: list[int] = []
    claims: list[set[int]] = []
    known = 0
    for number, file in enumerate(files):
        story = json.loads(file.read_text(encoding="utf-8"))
        records = records_of(story)
        chain = known_descent(story, records)
        known += len(story["claims"])
        for group in gather([statements(records[page]) for page in chain.order], chain.parents, chain.families):
            rows.append(salience.traits(group, pages=len(chain.order), families=chain.families, parents=chain.parents))
            owners.append(number)
            claims.append(is_claim(group, story["claims"], records))
    names = list(rows[0])
    table = np.array([list(row.values()) for row in rows])
    right, owner = np.array([bool(found) for found in claims]), np.array(owners)
    chances = np.zeros(len(rows))
    for number in range(len(files)):
        weights = fit(table[owner != number], right[owner != number], names)
        total = weights["bias"] + table[owner == number] @ np.array([weights[name] for name in names])
        chances[owner == number] = 1 / (1 + np.exp(-total))
    figures = {}
    for level in (0.2, 0.25, 0.3, 0.35, 0.4, 0.5):
        told = np.flatnonzero(chances >= level)
        found = {(owners[i], number) for i in told for number in claims[i]}
        figures[str(level)] = {"recall": round(len(found) / known, 3), "precision": round(float(right[told].mean()), 3)}
        print(f"from {level}: recall {figures[str(level)]['recall']}, precision {figures[str(level)]['precision']}")
    digest = hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
    data = {
        "script": "python -m training.claims",
        "corpora": {"newsroom": digest},
        "figures": {"each story left out, by level": figures},
        "weights": fit(table, right, names),
    }
    o.out.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
