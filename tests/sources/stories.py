"""Three stories written for these tests, and what people keep them in."""

import base64
import csv
import gzip
import io
import json
import tarfile
import zipfile

STORIES = [
    {
        "url": "https://harwick.example/2026/10/pier-closed",
        "title": "Pier closed after storm",
        "day": "2026-10-07",
        "author": "Tove Brand",
        "paragraphs": [
            "The pier at Harwick was closed on Wednesday after a storm tore planks off it, the harbor office said.",
            "“Nobody was hurt, and we mean to keep it so,” said Ann Duro, who runs the pier with her brother.",
            "Repairs will take about three weeks, and the ferry to Odmouth sails from the east quay until then.",
        ],
    },
    {
        "url": "https://harwick.example/2026/10/school-roof",
        "title": "School to get a new roof",
        "day": "2026-10-08",
        "author": "Ivo Lund",
        "paragraphs": [
            "The council voted on Thursday to pay for a new roof on the Mill Lane school, which has leaked since May.",
            "Councillor Dot Haan said the work would begin in January and cost no more than was put aside for it.",
            "Parents had asked for the roof in a letter that four hundred people signed over the summer holidays.",
        ],
    },
    {
        "url": "https://harwick.example/2026/10/cafe-prize",
        "title": "Café Blå wins a prize for its bread",
        "day": "2026-10-09",
        "author": "Mia Falk",
        "paragraphs": [
            "A small bakery, Café Blå, won the county’s prize for rye bread on Friday, the jury announced in Odmouth.",
            "“We bake what my grandmother baked,” owner Zoë Nuñez told reporters when she was handed the silver spoon.",
            "The jury tasted ninety loaves in two days and said that the choice had been easier than it had feared.",
        ],
    },
]


def html(story):
    """A page as a publisher would serve it."""
    story_text = "".join(f"<p>{words}</p>" for words in story["paragraphs"])
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{story["title"]}</title>'
        f'<meta property="og:title" content="{story["title"]}"><meta name="author" content="{story["author"]}">'
        f'<meta property="article:published_time" content="{story["day"]}">'
        f'<link rel="canonical" href="{story["url"]}"></head>'
        '<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>'
        f"<article><h1>{story['title']}</h1>{story_text}</article><footer>© Harwick Gazette</footer></body></html>"
    )


def text(story):
    """A story's text alone."""
    return "\n\n".join(story["paragraphs"])


def slug(story):
    """The last part of a story's address."""
    return story["url"].rsplit("/", 1)[1]


def pages():
    """The stories' pages by the name of a file."""
    return {f"{slug(story)}.html": html(story).encode() for story in STORIES}


def rows(**names):
    """The stories as rows; `names` gives the names of fields."""
    made = []
    for story in STORIES:
        row = {"url": story["url"], "title": story["title"], "date": story["day"], "text": text(story)}
        made.append({names.get(name, name): value for name, value in row.items()})
    return made


def warc(stories=STORIES):
    """A web archive of the stories' pages, with what else a crawl brings."""
    out = io.BytesIO()
    answers = [
        ("https://harwick.example/robots.txt", "200 OK", "text/plain", b"User-agent: *"),
        ("https://harwick.example/pier.png", "200 OK", "image/png", b"\x89PNG"),
        ("https://harwick.example/gone", "404 Not Found", "text/html", b"<html><body><p>Not here"),
    ]
    answers += [(story["url"], "200 OK", "text/html; charset=utf-8", html(story).encode()) for story in stories]
    for url, status, media_type, body in answers:
        http = f"HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{abs(hash(url)):032x}>\r\n"
            f"WARC-Date: 2026-10-10T06:00:00Z\r\nWARC-Target-URI: {url}\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
        )
        out.write(gzip.compress(head.encode() + http + b"\r\n\r\n"))
    return out.getvalue()


def zipped(files):
    """A zip archive of files by name."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def tarred(files):
    """A gzipped tar archive of files by name."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        for name, data in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return out.getvalue()


def mhtml(story):
    """A page saved as one file, with a frame in it."""
    body = base64.encodebytes(html(story).encode()).decode()
    return (
        f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {story['url']}\r\nSubject: {story['title']}\r\n"
        "Date: Sat, 10 Oct 2026 06:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="----b"\r\n\r\n'
        f"------b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Location: {story['url']}\r\n"
        f"Content-Transfer-Encoding: base64\r\n\r\n{body}\r\n"
        "------b\r\nContent-Type: text/html\r\nContent-Location: cid:frame@mhtml.blink\r\n\r\n"
        "<html><body><p>An advertisement in a frame, which is no story.</p></body></html>\r\n------b--\r\n"
    ).encode()


def email(story):
    """A page sent as an e-mail."""
    body = base64.encodebytes(html(story).encode()).decode()
    return (
        f"From: Harwick Gazette <news@harwick.example>\r\nTo: reader@reader.example\r\n"
        f"Subject: =?utf-8?b?{base64.b64encode(story['title'].encode()).decode()}?=\r\n"
        f"Date: Wed, 07 Oct 2026 06:00:00 +0000\r\nMessage-ID: <{slug(story)}@harwick.example>\r\nMIME-Version: 1.0\r\n"
        f"Content-Type: text/html; charset=utf-8\r\nContent-Location: {story['url']}\r\n"
        f"Content-Transfer-Encoding: base64\r\n\r\n{body}"
    ).encode()


def rss():
    """A feed with the stories' full content."""
    items = "".join(
        f"<item><title>{story['title']}</title><link>{story['url']}</link><dc:creator>{story['author']}</dc:creator>"
        f"<pubDate>{story['day']}</pubDate><description>In short.</description><content:encoded><![CDATA["
        + "".join(f"<p>{words}</p>" for words in story["paragraphs"])
        + "]]></content:encoded></item>"
        for story in STORIES
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harwick Gazette</title>'
        f"{items}</channel></rss>"
    ).encode()


def json_feed():
    """A JSON feed with the stories' full content."""
    items = [
        {
            "id": slug(story),
            "url": story["url"],
            "title": story["title"],
            "date_published": f"{story['day']}",
            "content_html": "".join(f"<p>{words}</p>" for words in story["paragraphs"]),
        }
        for story in STORIES
    ]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Harwick Gazette", "items": items}
    return json.dumps(feed, indent=1).encode()


def table(separator=","):
    """A table of the stories."""
    out = io.StringIO()
    made = rows()
    writer = csv.DictWriter(out, list(made[0]), delimiter=separator)
    writer.writeheader()
    writer.writerows(made)
    return out.getvalue().encode()


def lines(made):
    """Rows as JSON Lines."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in made).encode()
