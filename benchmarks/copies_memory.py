"""Memory of tracing copies in one process, on one real day and on that day twice.

    python -m benchmarks.copies_memory

held: what `copydesk.copies.trace` holds at its peak beyond the records that it is given and the stories that it gives
back, KB a page: allocations as tracemalloc sees them, NumPy's among them. What is loaded once, however many pages there
are (modules, tables of letters and of frequencies), is loaded before.
resident: what the resident memory of a process of its own grows by at its peak, stories included, without tracemalloc
(Linux only).

Pages of the second day are those of the first under other ids, thirty days later. Families and stories are made of
texts and mastheads, so records that were read without the language model are held alike.
"""

import argparse
import gc
import tracemalloc
from datetime import date, timedelta
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import msgspec

from benchmarks.common import keep, user_seconds
from copydesk.api import read_many
from copydesk.copies import trace
from copydesk.records import Record, from_json, to_json
from corpora.shared import SHARED

DAY: Final = SHARED / "data/copies/helsinki.jsonl"
LATER: Final = timedelta(days=30)  # between the day and the same day again
WARM: Final = 3  # pages that are traced first, so that what is loaded once is there
_CLEAR: Final = Path("/proc/self/clear_refs")
_PEAK: Final = "5"  # what resets the peak of resident memory
_STATUS: Final = Path("/proc/self/status")


def main() -> None:
    """Measure and print both, each in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--records", type=Path, help="records of the day that were read before, one JSON object a line")
    parser.add_argument("--days", type=int, nargs="+", default=[1, 2], help="how many times the day is traced")
    options = parser.parse_args()
    figures: dict[str, dict[str, float]] = {}
    with TemporaryDirectory() as folder:
        file = options.records or Path(folder) / "day.jsonl"
        if not options.records:
            day = (record for record in read_many([DAY]) if isinstance(record, Record))
            file.write_text("".join(f"{to_json(record)}\n" for record in day), encoding="utf-8")
        for days in options.days:
            found: dict[str, float] = {}
            for measure in (resident, held):
                with get_context("spawn").Pool(1) as pool:
                    found |= pool.apply(measure, (str(file), days))
            figures[f"days: {days}"] = found
            print(days, found, flush=True)
    keep("copies_memory", figures)


def held(file: str, days: int) -> dict[str, float]:
    """Return what tracing allocates at its peak beyond records and stories, and what it leaves behind, KB a page."""
    records = pages(file, days)
    tracemalloc.start(1)
    before, _ = tracemalloc.get_traced_memory()
    stories = trace(records)
    after, peak = tracemalloc.get_traced_memory()
    del stories
    gc.collect()
    left, _ = tracemalloc.get_traced_memory()
    size = 1024 * len(records)
    return {
        "held at the peak, KB a page": round((peak - before - (after - left)) / size, 1),
        "left behind, KB a page": round((left - before) / size, 1),
    }


def resident(file: str, days: int) -> dict[str, float]:
    """Return what resident memory grows by at its peak, KB a page, and user seconds."""
    records = pages(file, days)
    _CLEAR.write_text(_PEAK)
    before, start = _kilobytes("VmRSS"), user_seconds()
    stories = trace(records)
    spent = user_seconds() - start
    return {
        "pages": len(records),
        "stories": len(stories),
        "resident, KB a page": round((_kilobytes("VmHWM") - before) / len(records), 1),
        "user seconds": round(spent, 1),
    }


def pages(file: str, days: int) -> list[Record]:
    """Return the records of a file so many times, once enough of them were traced that tables are loaded."""
    with open(file, encoding="utf-8") as lines:
        day = [from_json(line) for line in lines]
    records = [_again(record, number) for number in range(days) for record in day]
    trace(records[:WARM])
    gc.collect()
    return records


def _again(record: Record, number: int) -> Record:
    """Return a record under another id, so many times thirty days later."""
    published = record.published
    if not number:
        return record
    if published:
        later = date.fromisoformat(published.value[:10]) + number * LATER
        published = msgspec.structs.replace(published, value=f"{later}{published.value[10:]}")
    return msgspec.structs.replace(record, id=f"{record.id}-{number}", published=published)


def _kilobytes(field: str) -> int:
    """Return a field of the process's status."""
    lines = _STATUS.read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(f"{field}:"))


if __name__ == "__main__":
    main()
