"""Reading sources: `python -m benchmarks.sources WHAT N`, WHAT being one of:

walk:   a gzipped WARC of N made-up pages through the sources alone; CPU time and peak memory
read:   the same WARC read in this process, nothing kept; memory at each tenth
import: the same WARC read and added to a desk in this process; peak memory at each tenth
store:  a WARC of N pages of one paragraph read into a folder of records by two processes; their memory together
kill:   the same import in a process that is killed five times half-way and started again; what the desk holds at last
fuzz:   N mutated sources read; what is neither a record nor a named failure, and the slowest
bytes:  the pages of shared/data/pages/dev: how many are garbled by the loss of one byte, how many come repaired
large:  pages that are too much, each as one page: 60 MB of text, N names in a byline in five places

Pages are made up (`benchmarks.synthetic`), some 40 sentences each. Times are user CPU seconds of this process.
"""

import gzip
import json
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import copydesk
from benchmarks.common import RESULTS, SHARED, keep, peak_megabytes, user_seconds
from benchmarks.processes import measured
from benchmarks.synthetic import Newsroom
from copydesk.desk import Desk
from copydesk.ingest import Ingest
from copydesk.records import Record
from copydesk.sources import Walk

_KILLS = 5


def main(what: str, count: int) -> None:
    """Measure one thing and keep its figures beside the others."""
    kept = RESULTS / "sources.json"
    found: dict[str, Any] = json.loads(kept.read_text()) if kept.exists() else {}
    if what in ("fuzz", "bytes", "large"):
        figures = {"fuzz": fuzz, "bytes": lost_bytes, "large": large}[what](count)
    else:
        with tempfile.TemporaryDirectory() as folder:
            paragraphs = (1, 1) if what == "store" else (6, 14)
            warc = write_warc(Path(folder) / "pages.warc.gz", count, paragraphs)
            figures = {"walk": walk, "read": read, "import": read_in, "kill": kill, "store": store}[what](warc, count)
    print(what, json.dumps(figures, indent=1))
    keep("sources", {**{name: value for name, value in found.items() if name != "host"}, what: figures})


def write_warc(path: Path, count: int, paragraphs: tuple[int, int] = (6, 14)) -> Path:
    """Write a WARC file of so many made-up pages, of so many paragraphs at least and at most, a gzip member each."""
    with path.open("wb") as file:
        for number, record in enumerate(Newsroom(paragraphs=paragraphs).records(count)):
            story = "".join(f"<p>{words}</p>" for words in record.text.split("\n\n"))
            day = record.published.value if record.published else "2026-10-08"
            body = (
                f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{record.headline}</title>'
                f'<meta property="article:published_time" content="{day}"></head><body><nav><a href="/">Home</a></nav>'
                f"<article><h1>{record.headline}</h1>{story}</article><footer>All rights reserved {number}</footer>"
            ).encode()
            head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(body)}\r\n\r\n"
            block = head.encode() + body
            named = (
                f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number:032x}>\r\n"
                f"WARC-Date: 2026-10-10T06:00:00Z\r\nWARC-Target-URI: https://made-up.example/{number}\r\n"
                f"Content-Type: application/http;msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
            )
            file.write(gzip.compress(named.encode() + block + b"\r\n\r\n", 1))
    return path


def walk(warc: Path, count: int) -> dict[str, Any]:
    """Take all pages out of the file."""
    before, started, pages = peak_megabytes(), user_seconds(), 0
    for _ in Walk([warc]):
        pages += 1
    seconds = user_seconds() - started
    return {
        "pages": pages,
        "file_megabytes": round(warc.stat().st_size / 2**20, 1),
        "cpu_seconds": round(seconds, 1),
        "pages_per_second": round(pages / seconds),
        "peak_megabytes_before": round(before),
        "peak_megabytes": round(peak_megabytes()),
    }


def read(warc: Path, count: int) -> dict[str, Any]:
    """Read all pages, keeping nothing; resident memory as the system tells it."""
    sizes, started = [], user_seconds()
    for number, _ in enumerate(Ingest([warc]), 1):
        if number % max(1, count // 10) == 0:
            pages = int(Path("/proc/self/statm").read_text().split()[1])
            sizes.append(pages * resource.getpagesize() // 2**20)
    seconds = user_seconds() - started
    return {"cpu_milliseconds_a_page": round(1000 * seconds / count, 1), "megabytes_at_each_tenth": sizes}


def store(warc: Path, count: int) -> dict[str, Any]:
    """Read all pages into a folder of records, by two processes."""
    folder = warc.with_name("records")
    figures = measured("read", str(warc), "--to", str(folder), "--engine", "processes", "--jobs", "2")
    manifest = json.loads((folder / "manifest.json").read_text())
    size = sum(file.stat().st_size for file in folder.iterdir())
    return {"pages": sum(shard["rows"] for shard in manifest["shards"]), "megabytes_on_disk": size >> 20, **figures}


def read_in(warc: Path, count: int) -> dict[str, Any]:
    """Read all pages and add them to a desk."""
    peaks, started = [], user_seconds()
    with Desk(warc.with_name("desk.db")) as desk:
        for number, _ in enumerate(desk.add(one for one in Ingest([warc]) if isinstance(one, Record)), 1):
            if number % max(1, count // 10) == 0:
                peaks.append(round(peak_megabytes()))
        pages = desk.count
    seconds = user_seconds() - started
    return {
        "pages": pages,
        "cpu_seconds": round(seconds, 1),
        "cpu_milliseconds_a_page": round(1000 * seconds / count, 1),
        "peak_megabytes_at_each_tenth": peaks,
    }


def kill(warc: Path, count: int) -> dict[str, Any]:
    """Kill an import again and again at chance moments, then let it end."""
    chance, desk_file = random.Random(1), str(warc.with_name("desk.db"))
    command = [sys.executable, "-m", "copydesk", "add", str(warc), "--desk", desk_file]
    counts = [0]
    for _ in range(_KILLS):
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL, start_new_session=True)
        while process.poll() is None and (not Path(desk_file).exists() or _count(desk_file) <= counts[-1]):
            time.sleep(0.5)  # until it has stored something new
        time.sleep(chance.uniform(0, 2))
        process.send_signal(signal.SIGKILL)
        process.wait()
        counts.append(_count(desk_file))
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    with Desk(desk_file) as desk:
        return {
            "pages_after_each_kill": counts,
            "pages_at_last": desk.count,
            "exit_code": done.returncode,
            "faults": list(desk.faults()),
        }


def _count(desk_file: str) -> int:
    with Desk(desk_file) as desk:
        return desk.count


def fuzz(count: int) -> dict[str, Any]:
    """Read mutated sources."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))
    from sources.mutations import mutations
    from sources.test_hostile import faults

    wrong, slowest, started = [], 0.0, user_seconds()
    for name, data in mutations(count, seed=2026):
        before = user_seconds()
        wrong += faults(name, data)
        slowest = max(slowest, user_seconds() - before)
    return {
        "sources": count,
        "wrong": wrong[:50],
        "cpu_seconds": round(user_seconds() - started, 1),
        "slowest_seconds": round(slowest, 2),
        "peak_megabytes": round(peak_megabytes()),
    }


def large(count: int) -> dict[str, Any]:
    """Read pages that are too much."""
    sentence = "The port is shut, the board said on Monday, and nobody works there any more at all.\n"
    letters = [chr(97 + number) for number in range(26)]
    names = [
        f"Ada{letters[n % 26]}{letters[n // 26 % 26]} Moss{letters[n // 676 % 26]}{letters[n // 17576 % 26]}"
        for n in range(count)
    ]
    story = f"<h1>Port shut</h1>{'<p>' + sentence + '</p>'}" * 8
    people = json.dumps({"@type": "NewsArticle", "author": [{"@type": "Person", "name": name} for name in names]})
    pages = {
        "JSON-LD": f"<html><head><script type='application/ld+json'>{people}</script></head><body>{story}</body>",
        "meta elements": "".join(f"<meta name=author content='{name}'>" for name in names) + story,
        "links": f"<p class=byline>By {', '.join(f'<a rel=author href=/a>{name}</a>' for name in names)}</p>{story}",
        "one line": f"<p class=byline>By {', '.join(names)}</p>{story}",
        "a line each": "".join(f"<p class=byline>By {name}</p>" for name in names) + story,
    }
    copydesk.read_text(sentence)  # loads the model
    found: dict[str, Any] = {}
    for name, page in pages.items():
        started = user_seconds()
        copydesk.read_html(page)
        found[f"{count} names: {name}"] = round(user_seconds() - started, 2)
    text = sentence * (60 * 2**20 // len(sentence))
    for name, as_is in (("60 MB of text", False), ("60 MB of text as it is", True)):
        started = user_seconds()
        copydesk.read_text(text, as_is=as_is)
        found[name] = round(user_seconds() - started, 1)
    return found | {"peak_megabytes": round(peak_megabytes())}


def lost_bytes(seed: int) -> dict[str, Any]:
    """Decode real pages, and each that is UTF-8 beyond ASCII with one byte lost from one of its characters."""
    from copydesk.pages.charset import decode
    from copydesk.sources.repair import repaired

    chance, whole, garbled, mended, words = random.Random(seed), 0, 0, 0, 0
    pages = sorted((SHARED / "data" / "pages" / "dev").rglob("*.html.gz"))
    for page in pages:
        data = gzip.decompress(page.read_bytes())
        text, note = decode(data)
        found = repaired(text)[1]
        mended += bool(found)
        words += len(found)
        if data.isascii() or note:
            continue
        whole += 1
        at = chance.choice([place for place, byte in enumerate(data) if byte >= 128])
        kept = decode(data[:at] + data[at + 1 :])[0]
        before = len(data[:at].decode("utf-8", "ignore")) - 1
        garbled += kept[:before] != text[:before] or (kept[-200:] != text[-200:] and at < len(data) - 1000)
    return {"pages": len(pages), "utf8": whole, "garbled_by_one_byte": garbled, "repaired": mended, "words": words}


if __name__ == "__main__":
    asked = sys.argv[1:] or ["fuzz", "10000"]
    main(asked[0], int(asked[1]))
