"""How often defects are claimed in published news: an upper bound on false alarms, since many claims are right.

python -m benchmarks.defects
"""

import csv
import re
from collections import Counter
from collections.abc import Iterator

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
)


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


def main() -> None:
    """Print defects per thousand sentences of each set and keep them."""
    rows, figures = [], {}
    for source in (polnear, timebank, wikinews, pages):
        found: Counter[str] = Counter()
        sentences, articles, start = 0, 0, user_seconds()
        for text in source():
            paragraphs = [match.span() for match in re.finditer(r"[^\n]+", text)]
            spans = split_sentences(text, paragraphs)
            articles, sentences = articles + 1, sentences + len(spans)
            found.update(defect.kind for defect in find_defects(text, paragraphs, spans))
        rates = {kind: round(1000 * found[kind] / sentences, 2) for kind in KINDS}
        speed = round(sentences / (user_seconds() - start))
        figures[source.__name__] = {"articles": articles, "sentences": sentences, **rates, "sentences/s": speed}
        rows.append([source.__name__, articles, sentences, *rates.values(), speed])
    print_table("Defects per 1,000 sentences", ["set", "articles", "sentences", *KINDS, "sentences/s"], rows)
    keep("defects", figures)


if __name__ == "__main__":
    main()
