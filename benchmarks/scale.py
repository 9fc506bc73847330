"""A synthetic crawl read with each engine, and synthetic records traced from folder to folder.

    python -m benchmarks.scale                          read: 1,000 pages
    python -m benchmarks.scale --pages 10000 --short    the size of the bar: two processes 1.8 times one, Ray 1.6 times
    python -m benchmarks.scale --trace 10000            trace: stored records to stories with claims to a table
    python -m benchmarks.scale --import 100000 --work FOLDER    a WARC of short pages to records, stories, tables

read: makes one WARC of pages (words in random order of a small vocabulary, quotations, dates and figures) and reads it
into folders of records: here, with one and two processes, with Ray on two cores where it is installed. Times are by the
clock, as processes share nothing else: take them on a quiet machine.

trace: stores records of `benchmarks.synthetic` (news-like length and word frequencies; three in ten are copies; twice
as many people to be named as pages), then runs `copydesk trace records/ --to stories/`, `claims stories/ --format csv`
and `export csv records/`, where pages are not short also the first once more with a fiftieth added and
`trace stories/ --format csv`, each as a process of its own. Memory is what the process and all its workers have in RAM
together, sampled twice a second; seconds are processors', all together.
"""

import argparse
import importlib.util
import json
import shutil
import tempfile
import time
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.common import RESULTS, keep, print_table
from benchmarks.crawl import crawl, page, short_page
from benchmarks.end_to_end import end_to_end
from benchmarks.processes import measured
from benchmarks.synthetic import Newsroom
from copydesk.engines import EngineName, choose
from copydesk.ingest import Ingest
from copydesk.recordfolder import FolderWriter, manifest_of
from copydesk.records import Record


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
    found["claims as CSV"] = measured("claims", str(stories), "--format", "csv", out=work / "claims.csv")
    found["records as CSV"] = measured(
        "export", "csv", str(records), "-o", str(work / "tables.zip"), "--engine", "here"
    )
    if not short:
        store(records, made)
        found["trace with a fiftieth added"] = measured("trace", str(records), "--to", str(stories), *engine)
        found["families as CSV"] = measured("trace", str(stories), "--format", "csv", out=work / "families.csv")
    for name in ("records", "stories"):
        size = sum(one.stat().st_size for one in (work / name).rglob("*") if one.is_file())
        found[name] = {"megabytes_on_disk": round(size / 2**20)}
    return found


def read_main(count: int, short: bool) -> None:
    """Print and keep the figures of reading with each engine."""
    ways: list[tuple[EngineName, int]] = [("here", 1), ("processes", 2)]
    if importlib.util.find_spec("ray"):
        ways.append(("ray", 2))
    rows, hashes = [], {}
    with tempfile.TemporaryDirectory() as work:
        source = Path(work, "crawl.warc")
        crawl(source, count, short_page if short else page)
        for engine, jobs in ways:
            folder = Path(work, f"{engine}-{jobs}")
            seconds = read(source, folder, engine, jobs)
            found = manifest_of(folder)
            assert found is not None
            hashes[engine] = tuple(shard.sha256 for shard in found.shards)
            rows.append((f"{engine}, {jobs}", found.pages, seconds, found.pages / seconds))
    name = f"{count} {'short pages' if short else 'pages'}"
    print_table(name, ("engine, jobs", "pages", "seconds", "pages/s"), rows)
    one = rows[0][2]
    figures = {
        "ways": {name: {"seconds": round(s, 1), "pages/s": round(rate, 1)} for name, _, s, rate in rows},
        "times one": {name: round(one / s, 2) for name, _, s, _ in rows[1:]},
        "same shards": len(set(hashes.values())) == 1,
    }
    _keep("read", name, figures)


def trace_main(count: int, jobs: int, claims: bool, short: bool) -> None:
    """Print and keep the figures of tracing beside those of reading."""
    work = Path(tempfile.mkdtemp(prefix="copydesk-scale-"))
    try:
        figures = traced(count, jobs, work, claims, short)
    finally:
        shutil.rmtree(work)
    name = f"{count} {'short pages' if short else 'pages'}, {jobs} jobs, {'claims' if claims else 'no claims'}"
    _keep("trace", name, figures)


def import_main(count: int, jobs: int, work: Path | None) -> None:
    """Print and keep the figures of the whole way from a WARC to tables."""
    with tempfile.TemporaryDirectory(prefix="copydesk-import-") as folder:
        figures = end_to_end(count, jobs, work or Path(folder))
    _keep("import", f"{count} pages, {jobs} jobs", figures)


def _keep(part: str, name: str, figures: dict[str, Any]) -> None:
    """Print figures and keep them beside the others."""
    print(json.dumps(figures, indent=1))
    kept = RESULTS / "scale.json"
    before: dict[str, Any] = json.loads(kept.read_text()) if kept.exists() else {}
    before.pop("host", None)
    keep("scale", {**before, part: before.get(part, {}) | {name: figures}})


def main() -> None:
    """Print and keep the figures."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--pages", type=int, default=1000)
    options.add_argument("--trace", type=int, metavar="N", help="trace so many stored records instead")
    options.add_argument(
        "--import", dest="pages_in", type=int, metavar="N", help="from a WARC of so many short pages to tables"
    )
    options.add_argument("--work", type=Path, help="folder in which --import keeps what it makes, and goes on")
    options.add_argument("--jobs", type=int, default=1, help="processes that trace")
    options.add_argument("--no-claims", action="store_true", help="trace without claims")
    options.add_argument("--short", action="store_true", help="read pages of 40 words, not 300; trace of 100, not 400")
    o = options.parse_args()
    if o.pages_in:
        import_main(o.pages_in, o.jobs, o.work)
        return
    if o.trace:
        trace_main(o.trace, o.jobs, not o.no_claims, o.short)
        return
    read_main(o.pages, o.short)


if __name__ == "__main__":
    main()
