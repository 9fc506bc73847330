"""Main text and masthead of article pages, beside other extractors: same pages, one process each, best settings.

    pip install -e ".[bench,train]"
    python -m training.articles --data SHARED/data/pages/dev --folds .folds      models for cross-validation
    python -m benchmarks.articles --folds .folds                                 every extractor that is installed
    python -m benchmarks.articles --folds .folds --only copydesk                 one; the others' results stay
    python -m benchmarks.articles --only copydesk --limit 100                    some of it; no results are kept

copydesk's rows: `copydesk` reads each page with a model that saw no page of its site (cross-validation by registered
domain); without --folds, with the model that ships, which has seen these pages and so flatters itself. Each extractor
runs in processes of its own, whose user CPU time and peak memory are measured after reading the pages from disk; the
least time of three runs counts, since what else a machine does can only add to it.
"""

import argparse
import gzip
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from benchmarks.article_breaks import break_accuracy
from benchmarks.common import RESULTS, SHARED, keep, lines, peak_megabytes, print_table, score, user_seconds

FOLDER = SHARED / "data" / "pages" / "dev"
FIGURES = (
    "text.word.f1",
    "text.shingle.f1",
    "text.exact",
    "headline.accuracy",
    "author.accuracy",
    "published.accuracy",
    "text.breaks",
    "text.bad",
)
BAD = 0.7  # word F1 under which a page is read badly
WORD = re.compile(r"\w+")
Reader = Callable[[str, dict[str, Any]], dict[str, Any]]


def copydesk(folds: Path | None) -> Reader:
    """Return copydesk's reader; with fold models, each page is read by the one that has not seen its site."""
    from copydesk.articles import read
    from copydesk.articles.markup import block_scoring
    from copydesk.pages import Page
    from training.articles import folds_of, pages_in

    fold_of = {item["id"]: fold for item, fold in zip(pages_in(FOLDER), folds_of(pages_in(FOLDER)), strict=True)}
    current: list[int | None] = [None]

    def reader(markup: str, item: dict[str, Any]) -> dict[str, Any]:
        if folds and current[0] != fold_of[item["id"]]:
            current[0] = fold_of[item["id"]]
            block_scoring.MODEL.use(folds / f"articles-{current[0]}.npz")
        article = read(Page(id=item["id"], content=markup, media_type="text/html", url=item["url"]))
        return {
            "text": article.text,
            "headline": article.headline,
            "authors": [{"name": author.name} for author in article.authors],
            "published": {"value": article.published.value} if article.published else None,
        }

    return reader


def trafilatura_precision(_: Path | None) -> Reader:
    """Return trafilatura's reader that favours precision."""
    return trafilatura(None, favor_precision=True)


def trafilatura(_: Path | None, *, favor_precision: bool = False) -> Reader:
    """Return trafilatura's reader, without comments, with metadata."""
    from trafilatura import bare_extraction

    def reader(markup: str, item: dict[str, Any]) -> dict[str, Any]:
        found: Any = bare_extraction(
            markup, url=item["url"], include_comments=False, with_metadata=True, favor_precision=favor_precision
        )
        if found is None:
            return {}
        return _record(found.text, found.title, (found.author or "").split("; "), found.date)

    return reader


def rs_trafilatura(_: Path | None) -> Reader:
    """Return the reader of trafilatura's port to Rust."""
    import rs_trafilatura as port

    def reader(markup: str, item: dict[str, Any]) -> dict[str, Any]:
        found = port.extract(markup, url=item["url"], include_comments=False)
        return _record(found.main_content, found.title, [found.author or ""], found.date)

    return reader


def readability(_: Path | None) -> Reader:
    """Return readability-lxml's reader."""
    import lxml.html
    from readability import Document

    def reader(markup: str, item: dict[str, Any]) -> dict[str, Any]:
        document = Document(markup)
        summary = lxml.html.fromstring(document.summary(html_partial=True) or "<p/>")
        return _record("\n".join(summary.itertext()), document.short_title(), [], None)

    return reader


def newspaper(_: Path | None) -> Reader:
    """Return newspaper4k's reader."""
    from newspaper import Article

    def reader(markup: str, item: dict[str, Any]) -> dict[str, Any]:
        article = Article(item["url"] or "https://page.example/", language="en", fetch_images=False)
        article.download(input_html=markup)
        article.parse()
        day = article.publish_date
        return _record(article.text, article.title, article.authors, day.isoformat() if day else None)

    return reader


def resiliparse(_: Path | None) -> Reader:
    """Return Resiliparse's reader, main content only."""
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.html import HTMLTree

    def reader(markup: str, item: dict[str, Any]) -> dict[str, Any]:
        tree = HTMLTree.parse(markup)
        text = extract_plain_text(tree, main_content=True, alt_texts=False, links=False, form_fields=False)
        return _record(text, tree.title, [], None)

    return reader


READERS: dict[str, tuple[str, Callable[[Path | None], Reader]]] = {
    "copydesk": ("copydesk", copydesk),
    "trafilatura": ("trafilatura", trafilatura),
    "trafilatura-precision": ("trafilatura", trafilatura_precision),
    "rs-trafilatura": ("rs-trafilatura", rs_trafilatura),
    "readability": ("readability-lxml", readability),
    "newspaper": ("newspaper4k", newspaper),
    "resiliparse": ("resiliparse", resiliparse),
}


def _record(text: Any, headline: Any, authors: list[str], day: Any) -> dict[str, Any]:
    return {
        "text": text or "",
        "headline": headline,
        "authors": [{"name": name} for name in authors if name],
        "published": {"value": str(day)} if day else None,
    }


def measure(name: str, limit: int | None, folds: Path | None, records: Path) -> dict[str, float]:
    """Read the pages with one extractor in this process; write its records, return its costs."""
    items = lines(FOLDER / "pages.jsonl")[:limit]
    if name == "copydesk" and folds:
        from training.articles import folds_of

        order = folds_of(lines(FOLDER / "pages.jsonl"))
        items = [item for _, item in sorted(zip(order, items, strict=False), key=lambda pair: pair[0])]
    reader = READERS[name][1](folds)
    seconds, failed = 0.0, 0
    with records.open("w", encoding="utf-8") as out:
        for item in items:
            markup = gzip.decompress((FOLDER / f"{item['id']}.html.gz").read_bytes()).decode("utf-8", "replace")
            before = user_seconds()
            try:
                record = reader(markup, item)
            except Exception:
                record, failed = {}, failed + 1
            seconds += user_seconds() - before
            out.write(json.dumps({**record, "id": item["id"]}) + "\n")
    return {"ms": seconds / len(items) * 1000, "peak": peak_megabytes(), "failed": failed}


def of_pages(gold: Path, records: Path) -> dict[str, float]:
    """Return what the yardstick does not give: the share of breaks that are right, how many pages are read badly."""
    found = {record["id"]: record.get("text") or "" for record in lines(records)}
    pairs = [(item["text"] or "", found.get(item["id"], "")) for item in lines(gold)]
    return {"text.breaks": break_accuracy(pairs), "text.bad": sum(word_f1(*pair) < BAD for pair in pairs)}


def word_f1(gold: str, text: str) -> float:
    """Return the F1 of two texts' words as bags, small letters alike."""
    wanted, found = (Counter(word.lower() for word in WORD.findall(words)) for words in (gold, text))
    return 2 * (wanted & found).total() / max(1, wanted.total() + found.total()) if wanted or found else 1.0


def main() -> None:
    """Run the extractors that are installed and print their figures side by side."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--only", nargs="+", choices=list(READERS), default=list(READERS))
    parser.add_argument("--limit", type=int, help="read only the first N pages")
    parser.add_argument("--folds", type=Path, help="models of cross-validation, from training.articles")
    parser.add_argument("--runs", type=int, default=3, help="runs of each, of which the least time counts")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(measure(options.only[0], options.limit, options.folds, Path(options.one))))
        return
    results: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as folder:
        gold = Path(folder, "gold.jsonl")
        gold.write_text("\n".join(map(json.dumps, lines(FOLDER / "pages.jsonl")[: options.limit])), "utf-8")
        for name in options.only:
            try:
                release = version(READERS[name][0])
            except PackageNotFoundError:
                if name != "copydesk":
                    print(f"{name}: not installed")
                    continue
                release = "this tree"
            records = Path(folder, f"{name}.jsonl")
            command = [sys.executable, "-m", "benchmarks.articles", "--only", name, "--one", str(records)]
            command += ["--limit", str(options.limit)] if options.limit else []
            command += ["--folds", str(options.folds)] if options.folds else []
            runs = [subprocess.run(command, capture_output=True, text=True, check=False) for _ in range(options.runs)]
            if runs[0].returncode:
                print(f"{name}: failed: {runs[0].stderr.strip().splitlines()[-1]}")
                continue
            costs = min((json.loads(run.stdout.splitlines()[-1]) for run in runs), key=lambda found: found["ms"])
            figures = score("extraction", gold, records) | of_pages(gold, records)
            results[name] = {"release": release, **figures, **costs}
    names = (figure.removesuffix(".accuracy").removeprefix("text.") for figure in FIGURES)
    columns = ("extractor", "release", *names, "ms/page", "peak MB")
    print_table(
        f"Article pages ({options.limit or 793}); copydesk " + ("cross-validated" if options.folds else "as shipped"),
        columns,
        [
            (name, row["release"], *(row.get(figure) for figure in FIGURES), f"{row['ms']:.1f}", f"{row['peak']:.0f}")
            for name, row in results.items()
        ],
    )
    if not options.limit and (options.folds or "copydesk" not in results):
        kept = json.loads((RESULTS / "articles.json").read_text("utf-8"))["extractors"]
        keep("articles", {"cross_validated": True, "extractors": kept | results})


if __name__ == "__main__":
    main()
