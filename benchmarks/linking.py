"""Linking of names within a page, on GUM's coreference of named mentions: `python -m benchmarks.linking`.

Gold are GUM's mentions of persons, organizations and places whose head is a proper noun, pronouns and descriptions left
out, with the entity that each belongs to. Ours are the mentions of `find_entities` in the plain text. Mentions are
paired by equal span; over the pairs, B-cubed (Bagga and Baldwin 1998) and pairwise F1 say how well they are grouped.
Beside it stands the joining of equal strings alone.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence
from itertools import combinations

from benchmarks.common import SHARED, keep, print_table
from copydesk.language import parse
from copydesk.reading.entities import find_entities
from training.treebanks import TreebankDocument, read


def named_mentions(document: TreebankDocument) -> dict[tuple[int, int], str]:
    """Return GUM's named mentions: span → entity."""
    found: dict[tuple[int, int], str] = {}
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
                if kind in ("person", "organization", "place") and _is_name(document, start, i):
                    found[document.spans[start][0], document.spans[i][1]] = number[1]
    return found


def _is_name(document: TreebankDocument, start: int, end: int) -> bool:
    """Return whether a mention's head is a proper noun and nothing but names and small words is in it."""
    heads = [i for i in range(start, end + 1) if not start <= document.heads[i] <= end or document.heads[i] == i]
    proper = document.tags[heads[0]] == "PROPN" if heads else False
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
    named = found_exactly = 0
    for part in ("dev", "test"):
        for document in read(SHARED / f"data/syntax/gum_{part}.conllu.gz"):
            gold = named_mentions(document)
            ours = {span: e.id for e in find_entities(parse(document.text)) for span in e.mentions}
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
    keep("linking", {"named mentions": named, "found": found_exactly, **figures})


if __name__ == "__main__":
    main()
