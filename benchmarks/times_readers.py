"""One tool reads one gold file's texts: run by `benchmarks.times`, each tool in a process of its own.

    python benchmarks/times_readers.py TOOL GOLD.jsonl RECORDS.jsonl

Writes records with what the tool found, in TIMEX3 as far as it can say it, and prints its version, milliseconds an
article (user CPU time, loading left out) and peak memory. Every tool gets the publication day, English, and the month
first in dates of digits; peers get the text line by line, as they find more so and are faster. Imports nothing of this
project but copydesk itself, so that peers can live elsewhere.
"""

import json
import re
import resource
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version

Found = Iterator[dict]
Reader = Callable[[str, datetime], Found]


def copydesk() -> Reader:
    """Copydesk's find_times."""
    from copydesk.reading.times import find_times

    def read(text: str, base: datetime) -> Found:
        for time in find_times(text, base.date()):
            yield {"span": list(time.span), "type": time.type, "value": time.value}

    return read


def dateparser() -> Reader:
    """dateparser.search, past dates preferred as news tells of them; each hit is parsed once more for its grain."""
    from dateparser.date import DateDataParser
    from dateparser.search import search_dates

    grains = {"year": "%Y", "month": "%Y-%m", "week": "%G-W%V", "day": "%Y-%m-%d", "time": "%Y-%m-%dT%H:%M"}

    def read(text: str, base: datetime) -> Found:
        settings = {"RELATIVE_BASE": base, "DATE_ORDER": "MDY", "PREFER_DATES_FROM": "past"}
        settings |= {"RETURN_TIME_AS_PERIOD": True}
        again = DateDataParser(languages=["en"], settings=settings)
        at = 0
        for words, when in search_dates(text, languages=["en"], settings=settings) or ():
            start = text.find(words, at)
            if start < 0:
                continue
            at = start + len(words)
            period = again.get_date_data(words).period or "day"
            yield {
                "span": [start, at],
                "type": "TIME" if period == "time" else "DATE",
                "value": when.strftime(grains.get(period, "%Y-%m-%d")),
            }

    return read


def parsedatetime() -> Reader:
    """parsedatetime's nlp."""
    from parsedatetime import Calendar

    calendar = Calendar()

    def read(text: str, base: datetime) -> Found:
        for when, flag, start, end, _ in calendar.nlp(text, sourceTime=base) or ():
            start += len(text[start:end]) - len(text[start:end].lstrip())
            end -= len(text[start:end]) - len(text[start:end].rstrip())
            value = when.strftime("%Y-%m-%d" if flag == 1 else "%Y-%m-%dT%H:%M")
            yield {"span": [start, end], "type": "DATE" if flag == 1 else "TIME", "value": value}

    return read


def recognizers() -> Reader:
    """recognizers-text: its TIMEX where that is definite, else the first (past) of the values it offers."""
    from recognizers_date_time import Culture, recognize_datetime

    kinds = {"date": "DATE", "daterange": "DATE", "duration": "DURATION", "set": "SET"}

    def read(text: str, base: datetime) -> Found:
        for hit in recognize_datetime(text, Culture.English, reference=base):
            first = (hit.resolution or {}).get("values", [{}])[0]
            timex = first.get("timex", "")
            definite = re.match(r"[\dP][^(]*$|P(AST|RESENT)_REF", timex)
            kind = hit.type_name.rpartition(".")[2]
            value = timex if definite else first.get("value") or first.get("start") or timex
            yield {"span": [hit.start, hit.end + 1], "type": kinds.get(kind, "TIME"), "value": value.replace(" ", "T")}

    return read


def by_line(load: Callable[[], Reader]) -> Callable[[], Reader]:
    """Return a loader of a reader that is given each line of a text on its own."""

    def loaded() -> Reader:
        one = load()

        def read(text: str, base: datetime) -> Found:
            at = 0
            for line in text.split("\n"):
                for found in one(line, base) if line.strip() else ():
                    yield {**found, "span": [position + at for position in found["span"]]}
                at += len(line) + 1

        return read

    return loaded


TOOLS = {
    "copydesk": (copydesk, "copydesk"),
    "dateparser.search": (by_line(dateparser), "dateparser"),
    "recognizers-text": (by_line(recognizers), "recognizers-text-date-time"),
    "parsedatetime": (by_line(parsedatetime), "parsedatetime"),
}


def main(tool: str, gold: str, records: str) -> None:
    """Read every text with one tool."""
    load, package = TOOLS[tool]
    read = load()
    with open(gold, encoding="utf-8") as file:
        items = [json.loads(line) for line in file]
    list(read("It opened on Friday, May 5, 2017.", datetime(2020, 1, 1)))  # loads what loads late
    start = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    found, failed = [], 0
    for item in items:
        try:
            found.append(list(read(item["text"], datetime.fromisoformat(item["published"][:10]))))
        except Exception as error:  # a peer that fails on a text found nothing in it, and the count is printed
            print(f"{tool} on {item['id']}: {error!r}", file=sys.stderr)
            found.append([])
            failed += 1
    seconds = resource.getrusage(resource.RUSAGE_SELF).ru_utime - start
    with open(records, "w", encoding="utf-8") as file:
        for item, times in zip(items, found, strict=True):
            file.write(json.dumps({"id": item["id"], "times": times}) + "\n")
    words = sum(len(item["text"].split()) for item in items)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    try:
        release = version(package)
    except PackageNotFoundError:
        release = "source tree"
    figures = {
        "version": release,
        "ms/500 words": 500_000 * seconds / words,
        "peak MB": peak,
        "failed": failed,
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main(*sys.argv[1:])
