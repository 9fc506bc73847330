"""Adding to and searching desks of 1,000, 10,000 and 100,000 made-up articles: `python -m benchmarks.desk [SIZE …]`.

`--stored SIZE` stores and searches articles without putting them into stories, which is what takes longest.

Times are user and system CPU time of this process, steadier than the clock on a machine that others use; sizes already
in results/desk.json are kept when others are measured.
"""

import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.common import RESULTS, keep, peak_megabytes, print_table
from benchmarks.synthetic import COPIES, Newsroom
from benchmarks.web import view_times
from copydesk.desk import Desk
from copydesk.records import Record

SIZES = (1_000, 10_000, 100_000)
CHUNK = 2_000  # records made outside the time that is taken
REPEATS = 5


def main(sizes: Iterable[int]) -> None:
    """Measure desks of these sizes, print tables and keep the figures."""
    kept = RESULTS / "desk.json"
    found: dict[str, Any] = json.loads(kept.read_text())["sizes"] if kept.exists() else {}
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            found[str(size)] = _measure(size, Path(folder) / "desk.db")
        keep("desk", {"copies": COPIES, "sizes": dict(sorted(found.items(), key=lambda item: int(item[0])))})
    columns = ["articles", "stored/s", "grouped/s", "added/s", "file MB", "memory MB", "stories", "search", "slowest"]
    rows = [
        [
            f"{int(size):,}",
            f"{row['stored_per_second']:,.0f}",
            f"{row['grouped_per_second']:,.0f}",
            f"{row['added_per_second']:,.0f}",
            f"{row['megabytes']:,.0f}",
            f"{row['peak_megabytes']:,.0f}",
            f"{row['stories']:,}",
            statistics.median(row["search_ms"].values()),
            max(row["search_ms"].values()),
        ]
        for size, row in found.items()
    ]
    print_table("Desk: CPU time on one core", columns, rows)
    names = list(next(iter(found.values()))["search_ms"]) + list(next(iter(found.values()))["views_ms"])
    table = [[name, *({**row["search_ms"], **row["views_ms"]}.get(name) for row in found.values())] for name in names]
    print_table("Milliseconds, the middle of five", ["asked", *(f"{int(size):,}" for size in found)], table)
    asked = list(next(iter(found.values()))["pages_ms"])
    table = [[name, *(row["pages_ms"][name]["own_ms"] for row in found.values())] for name in asked]
    print_table(
        "Views of the web page, ms of CPU, the middle of nine", ["view", *(f"{int(n):,}" for n in found)], table
    )


def _measure(size: int, path: Path) -> dict[str, Any]:
    room = Newsroom()
    records = room.records(size)
    spent = {"all": 0.0, "group": 0.0, "clock": 0.0}
    with Desk(path) as desk:
        keeper = desk._writer._keeper
        group = keeper.group

        def timed_group(fresh: Iterable[Record] = ()) -> None:
            spent["group"] += _seconds(lambda: group(fresh))

        keeper.group = timed_group  # type: ignore[method-assign]
        while chunk := list(islice(records, CHUNK)):
            clock = time.perf_counter()
            spent["all"] += _seconds(partial(_add, desk, chunk))
            spent["clock"] += time.perf_counter() - clock
    with Desk(path, readonly=True) as desk:
        searches = {name: _middle(ask) for name, ask in _searches(desk, room)}
        views = {name: _middle(ask) for name, ask in _views(desk, room.common_words[0])}
        return {
            "stored_per_second": size / (spent["all"] - spent["group"]),
            "grouped_per_second": size / spent["group"],
            "added_per_second": size / spent["all"],
            "added_per_second_by_the_clock": size / spent["clock"],
            "peak_megabytes": peak_megabytes(),
            "megabytes": path.stat().st_size / 2**20,
            "stories": desk.story_count,
            "search_ms": searches,
            "views_ms": views,
            "pages_ms": view_times(path, room.common_words[0], room.person),
        }


def stored_only(size: int) -> None:
    """Store so many records without putting them into stories, search them, print the times and keep them."""
    room = Newsroom()
    records, spent, clock = room.varied(size), 0.0, 0.0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "desk.db"
        with Desk(path) as desk:
            desk._writer._keeper.group = lambda fresh=(): None  # type: ignore[method-assign]
            while chunk := list(islice(records, CHUNK)):
                started = time.perf_counter()
                spent += _seconds(partial(_add, desk, chunk))
                clock += time.perf_counter() - started
        with Desk(path, readonly=True) as desk:
            figures: dict[str, Any] = {
                "records": size,
                "stored_per_second": size / spent,
                "stored_per_second_by_the_clock": size / clock,
                "megabytes": path.stat().st_size / 2**20,
                "peak_megabytes": peak_megabytes(),
                "search_ms": {name: _middle(ask) for name, ask in _searches(desk, room)},
                "count_ms": _middle(lambda: desk.hits(room.common_words[0])),
            }
    keep("desk_stored", figures)
    print_table(
        f"{size:,} articles, no stories", ["", "figure"], [(k, v) for k, v in figures.items() if k != "search_ms"]
    )
    print_table("Milliseconds of CPU, the middle of five", ["asked", ""], figures["search_ms"].items())


def _searches(desk: Desk, room: Newsroom) -> Iterator[tuple[str, Callable[[], object]]]:
    common, next_common, rare = room.common_words[0], room.common_words[1], room.rare_word
    asked: dict[str, tuple[str, dict[str, Any]]] = {
        "a word on every page": (common, {}),
        "two words on every page": (f"{common} {next_common}", {}),
        "a phrase of common words": (f'"{common} {next_common}"', {}),
        "a rare word": (rare, {}),
        "common and rare": (f"{common} {rare}", {}),
        "either of two": (f"{common} OR {rare}", {}),
        "all but a rare word": (f"{common} -{rare}", {}),
        "a beginning": (f"{rare[:3]}*", {}),
        "who": ("", {"who": room.person}),
        "word and who": (common, {"who": room.person}),
        "word and kind of source": (common, {"kind": "named-person"}),
        "word and month": (common, {"day": "2023-05"}),
        "month alone": ("", {"day": "2023-05"}),
        "nothing asked": ("", {}),
    }
    for name, (query, filters) in asked.items():
        yield name, partial(_search, desk, query, filters)


def _views(desk: Desk, common: str) -> Iterator[tuple[str, Callable[[], object]]]:
    (largest,) = sorted(desk.stories(), key=lambda line: -line.pages)[:1]
    yield "number of hits", lambda: desk.hits(common)
    yield "list of 50 stories", lambda: list(desk.stories(limit=50))
    yield "largest story", lambda: desk.story(largest.id)
    yield "50 sources of all", lambda: list(desk.sources(limit=50))
    yield "sources of largest story", lambda: list(desk.sources(story=largest.id))
    yield "timeline of a month", lambda: list(desk.timeline(day="2023-05", limit=50))
    yield "timeline of largest story", lambda: list(desk.timeline(largest.id, limit=50))


def _add(desk: Desk, records: Iterable[Record]) -> None:
    for _ in desk.add(records):
        pass


def _search(desk: Desk, query: str, filters: dict[str, Any]) -> object:
    return list(desk.search(query, **filters))


def _middle(ask: Callable[[], object]) -> float:
    return 1000 * statistics.median(_seconds(ask) for _ in range(REPEATS))


def _seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


if __name__ == "__main__":
    if sys.argv[1:2] == ["--stored"]:
        stored_only(int(sys.argv[2]))
    else:
        main([int(size) for size in sys.argv[1:]] or SIZES)
