"""Read any of the public corpora with copydesk as a user would, and score the records.

    python -m benchmarks.score                     every set
    python -m benchmarks.score times/timebank      one set
    python -m benchmarks.score pages --limit 100   the first hundred pages of one

The shipped model of main text was trained on `pages`, so that set's figures flatter it here: `benchmarks.articles` has
the cross-validated ones. The other sets are development sets or sets that nothing was trained on.

Prints the yardstick's main figures, pages a second (user CPU time, one process) and peak memory.
"""

import argparse
import gzip
import json
import tempfile
from pathlib import Path

from benchmarks.common import SHARED, keep, lines, peak_megabytes, print_table, score, user_seconds
from copydesk.pages import Page
from copydesk.reading.pipeline import read_page

SETS = {
    "pages": ("extraction", "pages/dev/pages.jsonl"),
    "attributions": ("attributions", "attributions/dev.jsonl"),
    "times/timebank": ("times", "times/timebank.jsonl"),
    "times/aquaint": ("times", "times/aquaint.jsonl"),
    "times/wikiwars": ("times", "times/wikiwars.jsonl"),
    "names": ("entities", "names/dev.jsonl"),
}
MAIN = {
    "extraction": ("text.word.f1", "text.shingle.f1", "headline.accuracy", "author.accuracy", "published.accuracy"),
    "attributions": ("source.exact.f1", "cue.exact.f1", "content.exact.f1", "attribution.f1"),
    "times": ("relaxed.f1", "strict.f1", "type.f1", "value.f1"),
    "entities": ("all.f1", "PERSON.f1", "ORG.f1", "PLACE.f1", "NORP.f1"),
}


def page_of(item: dict, folder: Path) -> Page:
    """Return the page that a gold item is about, without the gold."""
    if "title" in item:
        html = gzip.decompress((folder / f"{item['id']}.html.gz").read_bytes()).decode("utf-8", "replace")
        return Page(id=item["id"], content=html, media_type="text/html", url=item.get("url"))
    text = item.get("text")
    if text is None:
        text = "\n".join(" ".join(sentence["tokens"]) for sentence in item["sentences"])
    return Page(id=item["id"], content=text, published=item.get("published"), as_is=True)


def main() -> None:
    """Score the sets that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sets", nargs="*", default=list(SETS), metavar="SET", help=", ".join(SETS))
    parser.add_argument("--limit", type=int, help="read only the first N of each set")
    options = parser.parse_args()
    results = {}
    for name in options.sets:
        yardstick, path = SETS[name]
        gold = lines(SHARED / "data" / path)[: options.limit]
        with tempfile.TemporaryDirectory() as folder:
            records, kept = Path(folder, "records.jsonl"), Path(folder, "gold.jsonl")
            kept.write_text("".join(json.dumps(item) + "\n" for item in gold), encoding="utf-8")
            start = user_seconds()
            with records.open("w", encoding="utf-8") as out:
                for item in gold:
                    out.write(read_page(page_of(item, (SHARED / "data" / path).parent)).to_json() + "\n")
            seconds = user_seconds() - start
            figures = score(yardstick, kept, records)
        results[name] = {**figures, "pages/s": len(gold) / seconds, "peak MB": peak_megabytes()}
        shown = [(key, figures[key]) for key in MAIN[yardstick]]
        speed = [("pages/s", round(len(gold) / seconds, 1)), ("peak MB", round(peak_megabytes()))]
        print_table(f"{name}: {len(gold)} pages", ("figure", "value"), [*shown, *speed])
    if options.limit is None and set(options.sets) == set(SETS):
        keep("score", results)


if __name__ == "__main__":
    main()
