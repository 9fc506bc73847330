"""Damaged and hostile variants of whatever three stories are kept in; the same for the same seed."""

import gzip
import json
import random

from . import stories
from .stories import STORIES

HOSTILE = [
    b"\0", b"\xff", b"\xed\xa0\x80", b"\xe2\x80", b"\xf0\x9f", b"<?php echo $ad; ?>", b"<!--", b"-->", b"<![CDATA[",
    b"]]>", b"<p>", b"</p>", b"<div>" * 300, b"</article>", b"<script>", b"<style>", b"<svg><title>", b"<template>",
    b"<table><tr><td>", b"<meta charset=undefined>", b"<meta charset=utf-7>", b"<meta charset=utf-16>",
    b"<base href='javascript:'>", b'<script type="application/ld+json">{"headline": "\\ud83d", "author": [[[',
    b'{"a":' * 200, b"[" * 500, b'"' * 500, b"'" * 300, b"(" * 400, b"\\ud800", b"\\u0000", "\u202e".encode(),
    "\u2028".encode(), "\ufeff".encode(), "e\u0301\u0302\u0303".encode() * 50, "“".encode() * 200, b"&#xD800;",
    b"&#0;", b"&amp;" * 100, b"&" * 200, b"a" * 5000, b"\r", b"\t" * 200, b"\n" * 500, b"\x0b\x0c\x1c\x85",
    b"2026-99-99", b"99999999999999999999", b"-1e999", b"By " * 100, b"%s%n%x", b"../../etc/passwd",
    b"Content-Length: -1\r\n", b"Content-Type: text/html; charset=\"", b"=?utf-8?b?", b"=3D" * 99, "İſŉǰ".encode(),
    "𝐀𝐁".encode() * 20, "\U000e0001".encode() * 30, "said “".encode() * 60, b"Mr. " * 200, b"on Thursday " * 80,
]  # fmt: skip


def seeds():
    """Return sources by name, each with three stories or one."""
    html = stories.html(STORIES[2]).encode()
    return {
        "page.html": html,
        "latin.html": html.decode().encode("cp1252", "replace"),
        "page.txt": f"{STORIES[0]['title']}\nBy {STORIES[0]['author']}\n\n{stories.text(STORIES[0])}".encode(),
        "page.html.gz": gzip.compress(html),
        "pages.jsonl": stories.lines(stories.rows()),
        "pages.json": json.dumps(stories.rows(), indent=1).encode(),
        "table.csv": stories.table(),
        "feed.xml": stories.rss(),
        "feed.json": stories.json_feed(),
        "page.mhtml": stories.mhtml(STORIES[0]),
        "page.eml": stories.email(STORIES[1]),
        "pages.zip": stories.zipped(stories.pages()),
        "pages.tgz": stories.tarred(stories.pages()),
        "crawl.warc": gzip.decompress(stories.warc()),
        "crawl.warc.gz": stories.warc(),
    }


def mutations(count, seed=0):
    """Yield so many names and bytes."""
    chance = random.Random(seed)
    kept = list(seeds().items())
    for number in range(count):
        name, data = kept[number % len(kept)]
        data = bytearray(data)
        for _ in range(chance.choice((1, 1, 2, 3, 8))):
            at = chance.randrange(len(data) + 1)
            what = chance.randrange(7)
            if what == 0:
                data[at:at] = chance.choice(HOSTILE)
            elif what == 1:
                data[at : at + chance.choice((1, 2, 20, 400))] = b""
            elif what == 2 and at < len(data):
                data[at] = chance.randrange(256)
            elif what == 3:
                data[at : at + 8] = chance.choice(HOSTILE)
            elif what == 4:
                data = data[: max(at, 20)]
            elif what == 5:
                data[at:at] = data[chance.randrange(len(data) + 1) :][:2000]
            else:
                start = bytes(data).find(b"<p>")
                data[start + 3 : start + 3] = chance.choice(HOSTILE)
        yield name, bytes(data)
