"""Count how TimeBank and AQUAINT mark the constructions on which they differ, and where copydesk differs from them.

    python -m benchmarks.times_gold

Three tables: words marked as a time or not, leading words taken into a span or left before it, and copydesk's strict
spans and types that differ from the gold, by the words that make the difference.
"""

import re
from collections import Counter
from collections.abc import Iterator

from benchmarks.common import SHARED, keep, lines, print_table
from copydesk.reading.times import find_times

SETS = ("timebank", "aquaint")
WORDS = {
    "now": "now",
    "currently": "currently",
    "current": "current",
    "recently": "recently",
    "recent years": "recent years",
    "daily": "daily",
    "former, soon, already, previously": "former|soon|already|previously",
    "a day, week, month, year after a number": r"(?<=\d )a (?:day|week|month|year)(?! (?:ago|earlier|later))",
}
LEADS = {
    "the past, the last": r"the (?=(?:past|last)\b)",
    "early, late": r"(?:early|late)[ -]",
    "earlier, later": r"(?:earlier|later) ",
    "nearly, almost, at least": "(?:nearly|almost|at least) ",
    "about": r"about ",
}
OF_THE_DAY = re.compile(r"morning|night|evening|afternoon|[ap]\.m|o'clock|noon|\d:\d\d", re.IGNORECASE)


def articles(name: str) -> Iterator[tuple[str, str, list[dict]]]:
    """Yield text, publication day and gold of every article of a set."""
    for item in lines(SHARED / "data" / "times" / f"{name}.jsonl"):
        yield item["text"], item["published"][:10], item["times"]


def marked(name: str, pattern: str) -> tuple[int, int]:
    """Return how many matches of a pattern stand in a gold span, and how many do not."""
    inside = outside = 0
    for text, _, gold in articles(name):
        for match in re.finditer(rf"(?<![\w-])(?:{pattern})(?![\w-])", text, re.IGNORECASE):
            held = any(g["span"][0] <= match.start() and match.end() <= g["span"][1] for g in gold)
            inside, outside = inside + held, outside + (not held)
    return inside, outside


def led(name: str, pattern: str) -> tuple[int, int]:
    """Return how many gold spans begin with a lead, and before how many it stands."""
    inside = outside = 0
    for text, _, gold in articles(name):
        for start, end in (g["span"] for g in gold):
            inside += bool(re.match(pattern, text[start:end], re.IGNORECASE))
            outside += any(
                match.end() == start
                for match in re.compile(rf"(?<![\w-]){pattern}", re.IGNORECASE).finditer(text, max(0, start - 12), end)
            )
    return inside, outside


def parts_of_the_day(name: str) -> tuple[int, int]:
    """Return how many clock times and parts of the day have type TIME, and how many DATE."""
    kinds = Counter(
        g["type"] for text, _, gold in articles(name) for g in gold if OF_THE_DAY.search(text[slice(*g["span"])])
    )
    return kinds["TIME"], kinds["DATE"]


def differences(name: str) -> Counter[str]:
    """Return by cause how many overlapping pairs of gold and found spans differ, and how many types do."""
    causes: Counter[str] = Counter()
    for text, published, gold in articles(name):
        found = find_times(text, published)
        for g in gold:
            start, end = g["span"]
            for time in found:
                if time.span[0] >= end or time.span[1] <= start:
                    continue
                if g["type"] != time.type:
                    causes["type"] += 1
                    causes["type: gold DATE, found TIME"] += (g["type"], time.type) == ("DATE", "TIME")
                if time.span != (start, end):
                    causes["span"] += 1
                    lead, tail = text[time.span[0] : start].strip().lower(), text[end : time.span[1]].strip().lower()
                    if lead or tail:
                        causes[f"span: gold leaves out {lead or tail!r}"] += 1
                break
    return causes


def main() -> None:
    """Print the tables and keep them."""
    tables = {
        "marked : not": {label: [marked(name, pattern) for name in SETS] for label, pattern in WORDS.items()},
        "inside : before": {label: [led(name, pattern) for name in SETS] for label, pattern in LEADS.items()},
        "TIME : DATE": {"clock times and parts of the day": [parts_of_the_day(name) for name in SETS]},
    }
    for title, rows in tables.items():
        cells = [[label, *(f"{one} : {other}" for one, other in counts)] for label, counts in rows.items()]
        print_table(title, ["words", *SETS], cells)
    causes = {name: differences(name) for name in SETS}
    for name, counted in causes.items():
        print_table(f"copydesk and the gold of {name}", ["difference", "pairs"], counted.most_common(14))
    keep("times-gold", {**tables, "differences": {name: dict(counted) for name, counted in causes.items()}})


if __name__ == "__main__":
    main()
