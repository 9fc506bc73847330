"""Copies: pairs, families, alterations, rewriting grades and speed, beside datasketch and rensa.

    python -m benchmarks.copies [--families N] [--side check]

Texts and gold are made by `corpora.copies_data` from the shared corpora. All pages are records of text and a
publication time alone: no entities, no attributions, so the figures are those of the rules that stand in for them.
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import combinations

from benchmarks.common import SHARED, keep, peak_megabytes, print_table, user_seconds
from copydesk.copies import Index
from copydesk.copies.comparing import altered as changed
from copydesk.copies.copy_page import page_of
from copydesk.copies.copy_types import Alteration, Story
from copydesk.copies.pairing.alignment_measures import AlignedPair
from copydesk.copies.pairing.relation import strong
from copydesk.copies.stories import trace
from copydesk.copies.texts.view import View, view
from copydesk.records import Record, Span
from corpora.copies_data import MODELS, Bench, Copy, Gold, Side, altered, build, originals

Found = set[frozenset[str]]
KINDS = ("name", "number", "date", "negation", "attribution", "certainty")


def main() -> None:
    """Run all parts and print them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--families", type=int, default=100)
    parser.add_argument("--strangers", type=int, default=500, help="texts that are nobody's copy")
    parser.add_argument("--side", choices=("tune", "check"), default="check")
    options = parser.parse_args()
    bench = build(options.side, options.families, strangers=options.strangers)
    views = {copy.record.id: view(copy.record) for copy in bench.copies}
    figures: dict[str, object] = {"side": options.side, "pages": len(bench.copies)}
    spent = user_seconds()
    traced = trace(copy.record for copy in bench.copies)
    spent = user_seconds() - spent
    families = [[page for page in f.members if page in views] for story in traced for f in story.families]
    ours = {frozenset(pair) for members in families for pair in combinations(members, 2)}
    family = {page: f.id for story in traced for f in story.families for page in f.members}
    texts = originals(options.side)
    rows = [_row("copydesk", bench, texts, ours, family, None, _taken(bench, traced))]
    for name, peer in (("datasketch", _datasketch), ("rensa", _rensa)):
        try:
            found, rate = peer([copy.record for copy in bench.copies])
        except ImportError:
            print(f"{name} is not installed: left out (pip install {name})")
            continue
        rows.append(_row(name, bench, texts, found, _components(found), rate))
    rows[0]["texts/s"], size = _rate(bench)
    columns = [column for column in rows[0] if column != "patchwork joined"]
    print_table(f"Pairs and families, {len(bench.copies)} pages, {options.side} side", columns,
                [[row[c] for c in columns] for row in rows])  # fmt: skip
    print(f"\nPatchworks joined to the family of the text that they were made from: {rows[0]['patchwork joined']}.")
    print(f"Index: {size:.0f} bytes a text; copies, stories and lineage of all pages took {spent:.1f} s of one core.")
    figures |= {"pairs": rows, "index_bytes_a_text": round(size), "trace_user_seconds": round(spent, 1)}
    figures["alterations"] = _alterations(options.side, bench, views, options.families)
    figures["lineage"] = _lineage(bench, {e.target: e.source for story in traced for e in story.edges})
    figures["rewriting"] = _grades()
    figures["peak_mb"] = round(peak_megabytes())
    keep("copies", figures)


def _taken(bench: Bench, stories: Iterable[Story]) -> set[str]:
    """Return the pages that are said to take a passage from a page of the family that they were made from."""
    family = {copy.record.id: copy.family for copy in bench.copies}
    return {p.target for story in stories for p in story.passages if family.get(p.source) == family.get(p.target)}


def _row(name: str, bench: Bench, texts: Mapping[str, str], found: Found, family: Mapping[str, str],
         rate: float | None, taken: Collection[str] = ()) -> dict[str, object]:  # fmt: skip
    """Return one system's recall by edit model, precision over judged pairs, and adjusted Rand index of families.

    A patchwork of two texts is found, too, where it is said to take a passage from the text that it was made from, or
    is joined to the other, of which it holds more: it belongs to the text that most of it is from.
    """
    by_id = {copy.record.id: copy for copy in bench.copies}
    hits, all_of = Counter[str](), Counter[str]()
    for copy in bench.copies:
        if copy.parent:
            all_of[copy.model] += 1
            hits[copy.model] += frozenset((copy.record.id, copy.parent)) in found or (
                copy.model == "patchwork"
                and (copy.record.id in taken or _of_other(copy, bench, found, texts[str(copy.also)]))
            )
    judged = [bench.same(*(by_id[key] for key in pair)) for pair in found]
    right, wrong = judged.count(True), judged.count(False)
    gold = [copy.family for copy in bench.copies]
    guess = [family.get(copy.record.id, copy.record.id) for copy in bench.copies]
    row: dict[str, object] = {"system": name}
    row |= {model: round(hits[model] / all_of[model], 3) for model in MODELS if all_of[model]}
    if taken:
        joined = [frozenset((c.record.id, c.parent)) in found for c in bench.copies if c.model == "patchwork"]
        row["patchwork joined"] = round(sum(joined) / max(len(joined), 1), 3)
    row |= {"precision": round(right / max(right + wrong, 1), 4), "ARI": round(rand_index(gold, guess), 3)}
    return row | {"texts/s": round(rate) if rate else 0}


def _of_other(copy: Copy, bench: Bench, found: Found, text: str) -> bool:
    """Whether a page of two texts is joined to a page of the other one, given here, and holds more of that."""
    other = sum(len(row.split()) for row in copy.record.text.split("\n\n") if row in text)
    return other > len(copy.record.text.split()) / 2 and any(
        frozenset((copy.record.id, mate.record.id)) in found for mate in bench.copies if mate.base == copy.also
    )


def rand_index(gold: Sequence[str], guess: Sequence[str]) -> float:
    """Return the adjusted Rand index of two clusterings (Hubert and Arabie 1985)."""

    def choose(counts: Iterable[int]) -> int:
        return sum(n * (n - 1) // 2 for n in counts)

    both = choose(Counter(zip(gold, guess, strict=True)).values())
    one, other = choose(Counter(gold).values()), choose(Counter(guess).values())
    chance = one * other / (len(gold) * (len(gold) - 1) / 2)
    return (both - chance) / ((one + other) / 2 - chance)


def _components(found: Found) -> dict[str, str]:
    heads: dict[str, str] = {}

    def head(key: str) -> str:
        while heads.setdefault(key, key) != key:
            key = heads[key]
        return key

    for pair in found:
        one, other = sorted(pair)
        heads[head(other)] = head(one)
    return {key: head(key) for key in list(heads)}


def _rate(bench: Bench, times: int = 5) -> tuple[int, float]:
    """Return how many texts a second one core fingerprints, adds and looks up, and the bytes that a text takes up."""
    texts = [copy.record for copy in bench.copies]
    best = 0.0
    for _ in range(times):
        index, start = Index(), user_seconds()
        for _ in index.add_many(texts):
            pass
        best = max(best, len(texts) / (user_seconds() - start))
    return round(best), index.nbytes / len(texts)


def shingles(text: str) -> list[str]:
    """Return a text's runs of five words, as the peers' users make them."""
    words = text.lower().split()
    return [" ".join(words[i : i + 5]) for i in range(max(1, len(words) - 4))]


def _datasketch(records: Sequence[Record]) -> tuple[Found, float]:
    from datasketch import MinHash, MinHashLSH

    start, found = user_seconds(), set()
    lsh = MinHashLSH(num_perm=128, params=(32, 4))
    for record in records:
        sketch = MinHash(num_perm=128)
        sketch.update_batch([shingle.encode() for shingle in shingles(record.text)])
        found |= {frozenset((record.id, other)) for other in lsh.query(sketch)}
        lsh.insert(record.id, sketch)
    return found, len(records) / (user_seconds() - start)


def _rensa(records: Sequence[Record]) -> tuple[Found, float]:
    from rensa import RMinHash, RMinHashLSH

    start, found = user_seconds(), set()
    lsh = RMinHashLSH(threshold=0.4, num_perm=128, num_bands=32)
    for number, record in enumerate(records):
        sketch = RMinHash(num_perm=128, seed=42)
        sketch.update(shingles(record.text))
        found |= {frozenset((record.id, records[other].id)) for other in lsh.query(sketch)}
        lsh.insert(number, sketch)
    return found, len(records) / (user_seconds() - start)


def _alterations(side: Side, bench: Bench, views: dict[str, View], most: int) -> dict[str, float]:
    """Print and return F1 of typed alterations: right where the kind is and the spans meet on either side."""
    made = [c for c in bench.copies if c.changes][:most]
    pairs = [(views[str(copy.parent)], views[copy.record.id], copy) for copy in made]
    pairs += [(view(one.record), view(copy.record), copy) for one, copy in altered(side, 3 * most)]
    right, wrong, missed = Counter[str](), Counter[str](), Counter[str]()
    for a, b, copy in pairs:
        hits, false, left = judged(copy, changed(a, b))
        for counts, of in ((right, hits), (wrong, [x.kind for x in false]), (missed, [g.kind for g in left])):
            counts.update("name" if kind == "place" else kind for kind in of)
    rows, figures = [], {}
    for kind in (*KINDS, "all"):
        kinds = KINDS[:-1] if kind == "all" else (kind,)
        r, w, m = (sum(counts[k] for k in kinds) for counts in (right, wrong, missed))
        figures[kind] = round(2 * r / max(2 * r + w + m, 1), 3)
        figures[f"{kind} of"] = r + m
        rows.append((kind, r + m, f"{r / max(r + w, 1):.3f}", f"{r / max(r + m, 1):.3f}", f"{figures[kind]:.3f}"))
    print_table("Alterations (all: without certainty)", ("kind", "gold", "precision", "recall", "F1"), rows)
    return figures


def judged(copy: Copy, found: Iterable[Alteration]) -> tuple[list[str], list[Alteration], list[Gold]]:
    """Return the kinds of the gold changes found, the alterations that are none, and the gold changes not found."""
    left, false = list(copy.changes), list[Alteration]()
    hits: list[str] = []
    for x in found:
        kind = "name" if x.kind == "place" else x.kind
        if kind in KINDS:
            hit = next((g for g in left if g.kind == kind and (_meet(x.a, g.a) or _meet(x.b, g.b))), None)
            if hit:
                left.remove(hit)
                hits.append(kind)
            else:
                false.append(x)
    return hits, false, left


def _meet(one: Span | None, other: Span) -> bool:
    return one is not None and one[0] < max(other[1], other[0] + 1) and other[0] < max(one[1], one[0] + 1)


def _lineage(bench: Bench, parents: dict[str, str]) -> dict[str, float]:
    """Print and return how often a copy is given its very parent, and how often a page of its family."""
    family = {copy.record.id: copy.family for copy in bench.copies}
    made: list[Copy] = [copy for copy in bench.copies if copy.parent]
    exact = sum(parents.get(copy.record.id) == copy.parent for copy in made) / len(made)
    near = sum(family.get(parents.get(copy.record.id, "")) == copy.family for copy in made) / len(made)
    rows = [("the very page it was made from", f"{exact:.3f}"), ("a page of its family", f"{near:.3f}")]
    print_table("Lineage, by wording and publication time", ("parent", "share"), rows)
    return {"exact": round(exact, 3), "family": round(near, 3)}


def _grades() -> dict[str, float]:
    """Print and return how well copied answers are told from unrelated ones (Clough and Stevenson 2011)."""
    items = [json.loads(line) for line in (SHARED / "data/copies/short_answers.jsonl").open()]
    pages = {item["id"]: page_of(Record(id=item["id"], text=item["text"])) for item in items}
    sources = {item["task"]: item["id"] for item in items if item["category"] == "orig"}
    found: dict[str, list[bool]] = defaultdict(list)
    for item in items:
        if item["category"] != "orig":
            a, b = pages[sources[item["task"]]], pages[item["id"]]
            found[item["category"]].append(strong(a, b, AlignedPair.of(a.text, b.text).measures))
    rows = [(grade, len(hits), sum(hits)) for grade, hits in sorted(found.items())]
    right = sum(sum(hits) for grade, hits in found.items() if grade != "non")
    gold = sum(len(hits) for grade, hits in found.items() if grade != "non")
    f1 = 2 * right / (gold + right + sum(found["non"]))
    print_table(f"Short answers, F1 {f1:.3f}", ("grade", "answers", "called copies"), rows)
    return {"f1": round(f1, 3), **{grade: round(sum(hits) / len(hits), 3) for grade, hits in found.items()}}


if __name__ == "__main__":
    main()
