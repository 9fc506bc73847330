"""How long the web page takes to answer, on desks of 1,000 and 10,000 made-up articles.

    python -m benchmarks.web [SIZE …]

Each view is asked for as a browser asks, through the whole application but the network: the median and the slowest of
nine requests after one that warms the caches of the process, milliseconds of the wall clock and of this process's own
time (steadier on a busy machine).
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from starlette.testclient import TestClient

from benchmarks.common import keep, print_table
from benchmarks.synthetic import Newsroom
from copydesk.desk import Desk
from copydesk.reading.pipeline import read_page
from copydesk.web.app import create_app
from copydesk.web.site import link

SIZES = (1_000, 10_000)
REQUESTS = 9


def addresses(path: Path, word: str, person: str) -> dict[str, str]:
    """Return the address of every view, and of the dearest forms of some: last pages, common words, a large story."""
    with Desk(path) as desk:
        hit = next(desk.search(word, limit=1))
        story = max(desk.stories(limit=200), key=lambda line: line.pages)
        pages = desk.story(story.id).pages
        last = -(-desk.story_count // 30)
        months = sorted(line.last_day[:7] for line in desk.stories(limit=50) if line.last_day)
    return {
        "stories": "/",
        "stories, last page": link("/", page=last),
        "story": link("/story", id=story.id),
        "page": link("/page", id=hit.id),
        "comparison": link("/compare", a=pages[0], b=pages[-1] if len(pages) > 1 else hit.id),
        "timeline": "/timeline",
        "timeline, a month": link("/timeline", **{"from": months[0], "to": months[0]}),
        "timeline, a story": link("/timeline", story=story.id),
        "sources": "/sources",
        "sources, a name": link("/sources", who=person.split()[0]),
        "search, blank": "/search",
        "search, common word": link("/search", q=word),
        "search, page 20": link("/search", q=word, page=20),
        "search, filters": link("/search", q=word, who=person, kind="named-person", day="2023"),
        "add": "/add",
    }


def view_times(path: Path, word: str, person: str) -> dict[str, dict[str, float]]:
    """Return, for every view of a desk, milliseconds to answer: median, slowest, and own time."""
    client = TestClient(create_app(path, read_page), base_url="http://127.0.0.1:8765")
    found = {}
    for name, address in addresses(path, word, person).items():
        client.get(address).raise_for_status()
        wall, own = [], []
        for _ in range(REQUESTS):
            started, started_own = time.perf_counter(), time.process_time()
            client.get(address).raise_for_status()
            wall.append(1000 * (time.perf_counter() - started))
            own.append(1000 * (time.process_time() - started_own))
        found[name] = {"median_ms": statistics.median(wall), "slowest_ms": max(wall), "own_ms": statistics.median(own)}
    return found


def run(size: int) -> dict[str, dict[str, float]]:
    """Build a desk of so many articles and return the times of its views."""
    newsroom = Newsroom()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "desk.db"
        with Desk(path) as desk:
            for _ in desk.add(newsroom.records(size)):
                pass
        return view_times(path, newsroom.common_words[0], newsroom.person)


def main(sizes: list[int]) -> None:
    """Print the table and keep its figures."""
    figures: dict[str, Mapping[str, Mapping[str, float]]] = {f"{size} articles": run(size) for size in sizes}
    for size, views in figures.items():
        rows = [(name, *(round(value, 1) for value in times.values())) for name, times in views.items()]
        print_table(f"View times, desk of {size}", ["view", "median ms", "slowest ms", "own ms"], rows)
    keep("web", figures)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or list(SIZES))
