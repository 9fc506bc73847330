"""A synthetic crawl read with each engine, and synthetic records traced from folder to folder.

    python -m benchmarks.scale                          read: 1,000 pages
    python -m benchmarks.scale --pages 10000            the size of the bar: two processes 1.8 times one, Ray 1.6 times
    python -m benchmarks.scale --trace 10000            trace: stored records to stories with claims to a table

read: makes one WARC of pages (words in random order of a small vocabulary, quotations, dates and figures) and reads it
into folders of records: here, with one and two processes, with Ray on two cores where it is installed. Times are by the
clock, as processes share nothing else: take them on a quiet machine.

trace: stores records of `benchmarks.synthetic` (news-like length and word frequencies; three in ten are copies; twice
as many people to be named as pages), then runs `copydesk trace records/ --to stories/`, the same once more with a
fiftieth added, `trace stories/ --format csv` and `export csv records/`, each as a process of its own. Memory is what
the process and all its workers have in RAM together, sampled twice a second; seconds are processors', all together.
"""

import argparse
import importlib.util
import io
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.common import RESULTS, keep, print_table
from benchmarks.synthetic import Newsroom
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


def store(folder: Path, records: "Any") -> None:
    """Write records into a folder, as `copydesk read --to` does."""
    with FolderWriter(folder) as writer:
        for record in records:
            writer.add(record)


def measured(*command: str, out: Path | None = None) -> dict[str, Any]:
    """Run a command of copydesk; return its processor seconds and the most memory that it had with all its workers."""
    start = time.perf_counter()
    with (out or Path(os.devnull)).open("wb") as sink:
        process = subprocess.Popen([sys.executable, "-m", "copydesk", *command], stdout=sink, stderr=subprocess.PIPE)
        most, own, spent = 0.0, 0.0, dict[int, float]()
        while process.poll() is None:
            tree = _tree(process.pid)
            sizes = {one: _memory(one) for one in tree}
            most, own = max(most, sum(sizes.values())), max(own, sizes.get(process.pid, 0.0))
            spent |= {one: seconds for one in tree if (seconds := _seconds(one))}
            time.sleep(0.5)
    said = process.stderr.read().decode() if process.stderr else ""
    if process.returncode:
        raise SystemExit(f"{' '.join(command)}: {said}")
    figures = {
        "clock_seconds": round(time.perf_counter() - start, 1),
        "cpu_seconds": round(sum(spent.values()), 1),
        "megabytes_in_all": round(most),
        "megabytes_of_the_driver": round(own),
        "said": said.strip().splitlines()[-1] if said.strip() else "",
    }
    print(command[0], json.dumps(figures), flush=True)
    return figures


def _tree(process: int) -> list[int]:
    """Return a process and all below it."""
    below: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            below.setdefault(int(stat.read_text().rpartition(")")[2].split()[1]), []).append(int(stat.parent.name))
        except OSError:
            continue
    found, level = [process], [process]
    while level:
        level = [child for one in level for child in below.get(one, ())]
        found += level
    return found


def _memory(process: int) -> float:
    """Return the memory of a process that it shares with no other, MB."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith(("Pss:",))) / 1024


def _seconds(process: int) -> float:
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def traced(count: int, jobs: int, work: Path, claims: bool, short: bool) -> dict[str, Any]:
    """Measure the way from stored records to stories and tables."""
    records, stories = work / "records", work / "stories"
    paragraphs = (2, 3) if short else (6, 14)
    made = Newsroom(people=2 * count, places=count // 5, paragraphs=paragraphs).records(count + count // 50)
    store(records, islice(made, count))
    engine = (
        "--engine",
        "here" if jobs == 1 else "processes",
        "--jobs",
        str(jobs),
        "--claims" if claims else "--no-claims",
    )
    found = {"trace": measured("trace", str(records), "--to", str(stories), *engine)}
    store(records, made)
    found["trace with a fiftieth added"] = measured("trace", str(records), "--to", str(stories), *engine)
    found["families as CSV"] = measured("trace", str(stories), "--format", "csv", out=work / "families.csv")
    found["records as CSV"] = measured(
        "export", "csv", str(records), "-o", str(work / "tables.zip"), "--engine", "here"
    )
    for name in ("records", "stories"):
        size = sum(one.stat().st_size for one in (work / name).rglob("*") if one.is_file())
        found[name] = {"megabytes_on_disk": round(size / 2**20)}
    return found


def trace_main(count: int, jobs: int, claims: bool, short: bool) -> None:
    """Print and keep the figures of tracing beside those of reading."""
    work = Path(tempfile.mkdtemp(prefix="copydesk-scale-"))
    try:
        figures = traced(count, jobs, work, claims, short)
    finally:
        shutil.rmtree(work)
    print(json.dumps(figures, indent=1))
    kept = RESULTS / "scale.json"
    before: dict[str, Any] = json.loads(kept.read_text()) if kept.exists() else {}
    name = f"{count} {'short pages' if short else 'pages'}, {jobs} jobs, {'claims' if claims else 'no claims'}"
    own = before.get("trace", {}) | {name: figures}
    keep("scale", {**{name: value for name, value in before.items() if name != "host"}, "trace": own})


def main() -> None:
    """Print and keep the figures."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--pages", type=int, default=1000)
    options.add_argument("--trace", type=int, metavar="N", help="trace so many stored records instead")
    options.add_argument("--jobs", type=int, default=1, help="processes that trace")
    options.add_argument("--no-claims", action="store_true", help="trace without claims")
    options.add_argument("--short", action="store_true", help="trace pages of some 100 words, not 400")
    o = options.parse_args()
    if o.trace:
        trace_main(o.trace, o.jobs, not o.no_claims, o.short)
        return
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
    kept = RESULTS / "scale.json"
    before: dict[str, Any] = json.loads(kept.read_text()) if kept.exists() else {}
    keep(
        "scale",
        {
            "trace": before.get("trace", {}),
            "pages": o.pages,
            "ways": {name: {"seconds": round(s, 1), "pages/s": round(rate, 1)} for name, _, s, rate in rows},
            "times one": {name: round(one / s, 2) for name, _, s, _ in rows[1:]},
            "same shards": same,
        },
    )


if __name__ == "__main__":
    main()
