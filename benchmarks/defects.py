"""How often defects are claimed in published news: an upper bound on false alarms, since many claims are right.

    python -m benchmarks.defects
    python -m benchmarks.defects --wordnet WORDNET     also: texts in which a program exchanged every fourth word

The pairs of words of the last four sets were not looked at when the table of exchanged words was made.
"""

import argparse
import csv
import random
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks.common import SHARED, keep, lines, print_table, user_seconds
from copydesk.english.sentences import split_sentences
from copydesk.reading.defects import find_defects

KINDS = (
    "truncated-sentence",
    "stray-fragment",
    "mixed-spelling",
    "first-person-leak",
    "repeated-text",
    "encoding",
    "name-mismatch",
    "garbled-wording",
)
EXCHANGED = 4  # one word in so many gets another in its place
SEED = 7


def polnear() -> Iterator[str]:
    """Yield political news of seven publishers."""
    yield from (item["text"] for item in lines(SHARED / "data" / "attributions" / "train.jsonl"))


def timebank() -> Iterator[str]:
    """Yield news agency and broadcast news."""
    yield from (item["text"] for item in lines(SHARED / "data" / "times" / "timebank.jsonl"))


def wikinews() -> Iterator[str]:
    """Yield volunteers' news."""
    csv.field_size_limit(10**9)
    for year in (2019, 2020):
        with (SHARED / "data" / "copies" / f"wikinews_{year}.csv").open(encoding="utf-8", newline="") as file:
            yield from (row["text"] for row in csv.DictReader(file))


def pages() -> Iterator[str]:
    """Yield articles of the open web, most of them no news."""
    yield from (item["text"] or "" for item in lines(SHARED / "data" / "pages" / "dev" / "pages.jsonl"))


def polnear_dev() -> Iterator[str]:
    """Yield political news that no table was made from."""
    yield from (item["text"] for item in lines(SHARED / "data" / "attributions" / "dev.jsonl"))


def world() -> Iterator[str]:
    """Yield news from fifty regions of the world."""
    for item in lines(SHARED / "data" / "names" / "dev.jsonl"):
        sentences = (sentence["tokens"] if isinstance(sentence, dict) else sentence for sentence in item["sentences"])
        yield "\n".join(" ".join(tokens) for tokens in sentences)


def aquaint() -> Iterator[str]:
    """Yield news agencies' stories."""
    yield from (item["text"] for item in lines(SHARED / "data" / "times" / "aquaint.jsonl"))


def helsinki() -> Iterator[str]:
    """Yield one day's pages as scraped."""
    yield from (item["text"] for item in lines(SHARED / "data" / "copies" / "helsinki.jsonl"))


def exchange(text: str, synonyms: dict[str, list[str]], chance: random.Random) -> tuple[str, list[tuple[int, int]]]:
    """Return a text with every fourth word that has a synonym exchanged for one, and the spans of the words put in."""
    parts: list[str] = []
    put_in: list[tuple[int, int]] = []
    size = at = seen = 0
    for match in re.finditer(r"\b[a-z]{3,}\b", text):
        if match.group() not in synonyms:
            continue
        seen += 1
        if seen % EXCHANGED:
            continue
        before, word = text[at : match.start()], chance.choice(synonyms[match.group()])
        parts += [before, word]
        put_in.append((size + len(before), size + len(before) + len(word)))
        size, at = size + len(before) + len(word), match.end()
    return "".join([*parts, text[at:]]), put_in


def exchanged(wordnet: Path) -> dict[str, float]:
    """Return of how many exchanged texts any wording is marked, and how many marks lie on a word put in."""
    from training.demonyms import synsets

    synonyms: dict[str, list[str]] = {}
    for part in ("noun", "adj", "verb"):
        for synset in synsets(wordnet / f"data.{part}").values():
            words = [word for word in synset.words if word.isalpha() and word.islower()]
            for word in words:
                synonyms.setdefault(word, []).extend(other for other in words if other != word)
    synonyms = {word: sorted(set(others)) for word, others in synonyms.items() if others}
    chance, texts, marked, marks, right = random.Random(SEED), 0, 0, 0, 0
    for text in polnear_dev():
        made, put_in = exchange(text, synonyms, chance)
        found = [defect.span for defect in find_defects(made, (), ()) if defect.kind == "garbled-wording"]
        texts, marked, marks = texts + 1, marked + bool(found), marks + len(found)
        right += sum(any(start < end_in and start_in < end for start_in, end_in in put_in) for start, end in found)
    return {"texts": texts, "marked": marked / texts, "marks": marks, "right": right / max(marks, 1)}


def main() -> None:
    """Print defects per thousand sentences of each set and keep them."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--wordnet", type=Path, help="WordNet's database files")
    o = options.parse_args()
    rows: list[list[object]] = []
    figures: dict[str, dict[str, float]] = {}
    for source in (polnear, timebank, wikinews, pages, polnear_dev, world, aquaint, helsinki):
        found: Counter[str] = Counter()
        sentences, articles, garbled, start = 0, 0, 0, user_seconds()
        for text in source():
            paragraphs = [match.span() for match in re.finditer(r"[^\n]+", text)]
            spans = split_sentences(text, paragraphs)
            articles, sentences = articles + 1, sentences + len(spans)
            kinds = [defect.kind for defect in find_defects(text, paragraphs, spans)]
            garbled += "garbled-wording" in kinds
            found.update(kinds)
        rates = {kind: round(1000 * found[kind] / sentences, 2) for kind in KINDS}
        speed = round(sentences / (user_seconds() - start))
        figures[source.__name__] = {
            "articles": articles,
            "garbled articles": garbled,
            "sentences": sentences,
            **rates,
            "sentences/s": speed,
        }
        rows.append([source.__name__, articles, sentences, *rates.values(), speed])
    print_table("Defects per 1,000 sentences", ["set", "articles", "sentences", *KINDS, "sentences/s"], rows)
    if o.wordnet:
        figures["exchanged"] = made = exchanged(o.wordnet)
        print_table("Words exchanged by a program (PolNeAR, dev)", list(made), [list(made.values())])
    keep("defects", figures)


if __name__ == "__main__":
    main()
