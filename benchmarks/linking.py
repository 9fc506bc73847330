"""Linking of names and descriptions within a page, on GUM's coreference: `python -m benchmarks.linking`.

Gold are GUM's mentions of persons, organizations and places whose head is a proper noun, pronouns and descriptions left
out, with the entity that each belongs to. Ours are the mentions of `find_entities` in the plain text. Mentions are
paired by equal span; over the pairs, B-cubed (Bagga and Baldwin 1998) and pairwise F1 say how well they are grouped.
Beside it stands the joining of equal strings alone.

Descriptions: ours of persons against GUM's mentions whose head is a common noun, in a chain of a person who is also
named. One of ours is right when such a head in it, or a title that is itself a proper noun, is in the chain of the
person that we give it to. Recall is over all such mentions ("the boy", "a physician"), most of which no page equates
with the name in so many words. Nothing of GUM's coreference was trained on; rules were tried on dev and test.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import combinations

from benchmarks.common import SHARED, keep, print_table
from copydesk.language import parse
from copydesk.reading.entities import find_entities
from copydesk.records import Entity
from training.treebanks import TreebankDocument, read


def mentions(document: TreebankDocument) -> Iterator[tuple[int, int, str, str]]:
    """Yield GUM's mentions: first word, last word, kind, entity."""
    opened: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for i, misc in enumerate(document.misc):
        entity = next((part[7:] for part in misc.split("|") if part.startswith("Entity=")), "")
        for bracket in re.findall(r"\([^()]*\)?|\d+\)", entity):
            number = re.match(r"\(?(\d+)", bracket)
            if not number:
                continue
            if bracket.startswith("("):
                kind = bracket.split("-")[1] if "-" in bracket else ""
                opened[number[1]].append((i, kind.rstrip(")")))
            if bracket.endswith(")") and opened[number[1]]:
                start, kind = opened[number[1]].pop()
                yield start, i, kind, number[1]


def named_mentions(document: TreebankDocument) -> dict[tuple[int, int], str]:
    """Return GUM's named mentions: span → entity."""
    return {
        (document.spans[start][0], document.spans[end][1]): entity
        for start, end, kind, entity in mentions(document)
        if kind in ("person", "organization", "place") and _is_name(document, start, end)
    }


def described(document: TreebankDocument, entities: Iterable[Entity]) -> Counter[str]:
    """Return how many of GUM's descriptions of named persons there are, how many of ours, how many are right."""
    heads = [(_head(document, start, end), kind, entity) for start, end, kind, entity in mentions(document)]
    chains: dict[tuple[int, int], set[str]] = defaultdict(set)
    for head, _, chain_of in heads:
        chains[document.spans[head]].add(chain_of)
    named = {one for head, kind, one in heads if kind == "person" and document.tags[head] == "PROPN"}
    gold = {document.spans[head]: e for head, _, e in heads if document.tags[head] == "NOUN" and e in named}
    count = Counter({"gold": len(gold), "ours": 0, "right": 0, "found": 0})
    found = set()
    for entity in entities:
        votes = Counter(chain for span in entity.mentions for head in _inside(chains, span) for chain in chains[head])
        chain = votes.most_common(1)[0][0] if votes else None
        for span in entity.descriptions:
            heads_in = _inside(chains, span)
            count["ours"] += 1
            count["right"] += any(chain in chains[head] for head in heads_in)
            found |= {head for head in heads_in if gold.get(head) == chain}
    count["found"] = len(found)
    return count


def _inside(heads: Iterable[tuple[int, int]], span: tuple[int, int]) -> list[tuple[int, int]]:
    return [head for head in heads if span[0] <= head[0] and head[1] <= span[1]]


def _head(document: TreebankDocument, start: int, end: int) -> int:
    inside = range(start, end + 1)
    return next((i for i in inside if document.heads[i] not in inside or document.heads[i] == i), start)


def _is_name(document: TreebankDocument, start: int, end: int) -> bool:
    """Return whether a mention's head is a proper noun and nothing but names and small words is in it."""
    proper = document.tags[_head(document, start, end)] == "PROPN"
    return proper and all(document.tags[i] in ("PROPN", "ADP", "DET", "PUNCT", "CCONJ") for i in range(start, end + 1))


def agreement(pairs: Sequence[tuple[Hashable, Hashable]]) -> Counter[str]:
    """Return the sums of B-cubed and pairwise agreement over (gold entity, our entity) of the mentions of a page."""
    gold, ours, both = Counter(g for g, _ in pairs), Counter(o for _, o in pairs), Counter(pairs)
    count: Counter[str] = Counter()
    for g, o in pairs:
        count["precision"] += both[g, o] / ours[o]  # type: ignore[assignment]
        count["recall"] += both[g, o] / gold[g]  # type: ignore[assignment]
        count["mentions"] += 1
    for (g, o), (h, p) in combinations(pairs, 2):
        count["pairs gold"] += g == h
        count["pairs ours"] += o == p
        count["pairs both"] += g == h and o == p
    return count


def main() -> None:
    """Measure, print, keep."""
    systems: dict[str, Counter[str]] = {"entities": Counter(), "equal strings": Counter()}
    descriptions = {"train": Counter[str](), "dev and test": Counter[str]()}
    named = found_exactly = 0
    for part in ("train", "dev", "test"):
        for document in read(SHARED / f"data/syntax/gum_{part}.conllu.gz"):
            entities = find_entities(parse(document.text))
            descriptions["train" if part == "train" else "dev and test"].update(described(document, entities))
            if part == "train":
                continue
            gold = named_mentions(document)
            ours = {span: e.id for e in entities for span in e.mentions}
            shared = sorted(set(gold) & set(ours))
            named, found_exactly = named + len(gold), found_exactly + len(shared)
            systems["entities"] += agreement([(gold[s], ours[s]) for s in shared])
            systems["equal strings"] += agreement([(gold[s], document.text[slice(*s)].casefold()) for s in shared])
    rows, figures = [], {}
    for name, c in systems.items():
        precision, recall = c["precision"] / c["mentions"], c["recall"] / c["mentions"]
        pairs = 2 * c["pairs both"] / max(1, c["pairs gold"] + c["pairs ours"])
        figures[name] = {
            "precision": precision,
            "recall": recall,
            "f1": 2 * precision * recall / (precision + recall),
            "pairs": pairs,
        }
        rows.append([name, *(f"{100 * v:.1f}" for v in figures[name].values())])
    print_table(f"Linking of names, GUM dev and test: {found_exactly} of {named} named mentions found to the letter",
                ["", "B3 precision", "B3 recall", "B3 F1", "pairs F1"], rows)  # fmt: skip
    columns = ("gold", "found", "ours", "right")
    rows = [[part, *(str(c[name]) for name in columns), f"{100 * c['right'] / max(1, c['ours']):.1f}",
             f"{100 * c['found'] / max(1, c['gold']):.1f}"] for part, c in descriptions.items()]  # fmt: skip
    print_table("Descriptions of named persons, GUM", ["", *columns, "precision", "recall"], rows)
    keep("linking", {"named mentions": named, "found": found_exactly, **figures, "descriptions": descriptions})


if __name__ == "__main__":
    main()
