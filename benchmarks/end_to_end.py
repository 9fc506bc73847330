"""Very many pages from a WARC to tables, each step as a user runs it, kept so that a run that was broken off goes on.

The crawl is that of `benchmarks.crawl.short_page`: pages of some 40 words, three in ten copies. The steps are
`read WARC --to records/`, `trace records/ --to stories/`, `claims stories/ --format csv`, `export csv records/` and
`export csv stories/`. A step that was measured is not run again; `read` and `trace` go on where they were.
"""

import json
from pathlib import Path
from typing import Any

from benchmarks.crawl import crawl, short_page
from benchmarks.processes import measured


def end_to_end(count: int, jobs: int, work: Path) -> dict[str, Any]:
    """Return the figures of each step.

    Args:
        count: pages.
        jobs: processes that read and trace.
        work: folder of the crawl, the records, the stories and the figures of the steps that are done.
    """
    work.mkdir(parents=True, exist_ok=True)
    warc, records, stories = (str(work / name) for name in ("crawl.warc", "records", "stories"))
    kept = work / "figures.json"
    found: dict[str, Any] = json.loads(kept.read_text()) if kept.exists() else {}
    if not Path(warc).exists():
        beside = work / "crawl.tmp"
        crawl(beside, count, short_page)
        beside.rename(warc)
    engine = ("--engine", "here" if jobs == 1 else "processes", "--jobs", str(jobs))
    steps: dict[str, tuple[tuple[str, ...], str | None]] = {
        "read": (("read", warc, "--to", records, *engine), None),
        "trace": (("trace", records, "--to", stories, *engine), None),
        "claims": (("claims", stories, "--format", "csv"), "claims.csv"),
        "export of records": (("export", "csv", records, "-o", str(work / "records.zip"), "--engine", "here"), None),
        "export of stories": (("export", "csv", stories, "-o", str(work / "stories.zip"), "--engine", "here"), None),
    }
    for name, (command, out) in steps.items():
        if name not in found:
            before = _pages(Path(records)) if name == "read" else 0
            figures = measured(*command, out=work / out if out else None, every=2)
            found[name] = figures | ({"pages_there_before": before} if name == "read" else {})
            kept.write_text(json.dumps(found, indent=1))
    found["megabytes_on_disk"] = {
        one.name: round(sum(file.stat().st_size for file in (one, *one.rglob("*")) if file.is_file()) / 2**20)
        for one in sorted(work.iterdir())
    }
    return found


def _pages(records: Path) -> int:
    """Return how many pages a folder of records holds."""
    manifest = records / "manifest.json"
    return int(json.loads(manifest.read_text())["pages"]) if manifest.exists() else 0
