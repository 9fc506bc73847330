"""A synthetic crawl read with each engine: pages a second, and whether the records are the same.

    python -m benchmarks.scale                    1,000 pages
    python -m benchmarks.scale --pages 10000      the size of the bar: two processes 1.8 times one, Ray 1.6 times

Makes one WARC of pages (words in random order of a small vocabulary, quotations, dates and figures) and reads it into
folders of records: here, with one and two processes, with Ray on two cores where it is installed. Times are by the
clock, as processes share nothing else: take them on a quiet machine.
"""

import argparse
import importlib.util
import io
import random
import tempfile
import time
from pathlib import Path

from benchmarks.common import keep, print_table
from copydesk.engines import EngineName, choose
from copydesk.ingest import Ingest
from copydesk.recordfolder import FolderWriter, manifest_of
from copydesk.records import Record

WORDS = (
    "harbour board ferry council minister police bridge storm road school hospital vote budget union market court "
    "river station company report region power line ship crew inspector engineer mayor strike price water fire"
).split()
PEOPLE = ("Ada Moss", "Per Holm", "Lena Ruiz", "Tom Farrow", "Grace Whitlock", "Oleh Marchenko")


def page(number: int) -> bytes:
    """Return an HTML page of about 300 words; the same number gives the same page."""
    dice = random.Random(number)

    def sentence() -> str:
        words = " ".join(dice.choice(WORDS) for _ in range(dice.randint(8, 18)))
        who = dice.choice(PEOPLE)
        return dice.choice(
            (
                f"The {words}, {who} said on Tuesday.",
                f"“The {words},” said {who}.",
                f"At least {dice.randint(2, 90)} people saw the {words}.",
                f"The {words}.",
            )
        )

    body = "".join(f"<p>{' '.join(sentence() for _ in range(4))}</p>" for _ in range(5))
    title = " ".join(dice.choice(WORDS) for _ in range(6)).capitalize()
    head = f"<title>{title}</title><meta property='article:published_time' content='2026-03-{1 + number % 28:02}'>"
    return f"<!doctype html><html lang='en'><head>{head}</head><body><h1>{title}</h1>{body}</body></html>".encode()


def crawl(path: Path, pages: int) -> None:
    """Write a WARC with so many responses."""
    from fastwarc.warc import ArchiveIterator  # noqa: F401 - says early that the extra is missing

    with path.open("wb") as out:
        for number in range(pages):
            http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page(number)
            head = io.BytesIO()
            for line in (
                "WARC/1.1",
                "WARC-Type: response",
                f"WARC-Target-URI: https://news.example/{number}",
                "WARC-Date: 2026-03-29T00:00:00Z",
                f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{number:012}>",
                "Content-Type: application/http; msgtype=response",
                f"Content-Length: {len(http)}",
            ):
                head.write(line.encode() + b"\r\n")
            out.write(head.getvalue() + b"\r\n" + http + b"\r\n\r\n")


def read(source: Path, folder: Path, engine: EngineName, jobs: int) -> float:
    """Read a crawl into a folder; return the seconds by the clock."""
    start = time.perf_counter()
    with FolderWriter(folder) as writer:
        for record in Ingest([source], engine=choose(engine, jobs=jobs)):
            if isinstance(record, Record):
                writer.add(record)
    return time.perf_counter() - start


def main() -> None:
    """Print and keep the figures."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--pages", type=int, default=1000)
    o = options.parse_args()
    ways: list[tuple[EngineName, int]] = [("here", 1), ("processes", 2)]
    if importlib.util.find_spec("ray"):
        ways.append(("ray", 2))
    rows, hashes = [], {}
    with tempfile.TemporaryDirectory() as work:
        source = Path(work, "crawl.warc")
        crawl(source, o.pages)
        for engine, jobs in ways:
            folder = Path(work, f"{engine}-{jobs}")
            seconds = read(source, folder, engine, jobs)
            found = manifest_of(folder)
            assert found is not None
            hashes[engine] = tuple(shard.sha256 for shard in found.shards)
            rows.append((f"{engine}, {jobs}", found.pages, seconds, found.pages / seconds))
    same = len(set(hashes.values())) == 1
    print_table(f"{o.pages:,} pages", ("engine, jobs", "pages", "seconds", "pages/s"), rows)
    print(f"\nthe same shards from all engines: {same}")
    one = rows[0][2]
    keep(
        "scale",
        {
            "pages": o.pages,
            "ways": {name: {"seconds": round(s, 1), "pages/s": round(rate, 1)} for name, _, s, rate in rows},
            "times one": {name: round(one / s, 2) for name, _, s, _ in rows[1:]},
            "same shards": same,
        },
    )


if __name__ == "__main__":
    main()
