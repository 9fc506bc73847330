"""Made-up crawls: WARC files of pages of any number; the same number gives the same page."""

import io
import random
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

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


ADJECTIVES = (
    "new old northern southern local public private foreign wet late early long small large narrow steep cheap heavy "
    "quiet empty busy broken safe modern rural coastal urban joint annual monthly extra spare second third final"
).split()
NOUNS = (
    "bridge ferry harbour school hospital market court station road river budget report contract railway library "
    "museum airport factory warehouse field forest dam canal tunnel theatre stadium prison tower quarry mill mine "
    "farm orchard lake island village suburb district county province border coast valley hill street square garden "
    "church temple college laboratory clinic pharmacy bakery brewery hotel kitchen office bank shop depot garage pier "
    "lighthouse reservoir pipeline cable satellite engine turbine battery meter crane truck bus tram bicycle vessel"
).split()
VERBS = (
    "opened closed repaired inspected bought sold rented cleared flooded reached left crossed measured counted "
    "painted lit heated emptied moved copied checked visited guarded planned delayed funded insured mapped"
).split()
ROLES = "engineer teacher farmer driver nurse lawyer fisherman baker pilot plumber surveyor librarian".split()
NAMES = (
    "Ada Per Lena Tom Grace Ivo Mara Nils Ruth Omar Vera Hugo Alma Karl Edith Jonas Clara Felix Nora Anton Greta "
    "Simon Irene Oscar Helen Viktor Julia Emil Doris Peter"
).split()
LEFT = "Whit Far Holm Mar Stan Brad Col Dun East Fair Green Hart Kings Lang Mill Nor Oak Pres Red Sand".split()
RIGHT = "lock row berg ton ley field ford ham well wood worth by stead shaw land more bury gate croft dale".split()
PAPERS = "Courier Gazette Herald Post Echo Mercury Times Star Argus Chronicle".split()
COPIES = (3, 6, 9)  # last digits of the numbers of pages that carry an earlier page's text


def short_page(number: int) -> bytes:
    """Return an HTML page of some 40 words of English news; three in ten carry the text of one just before them."""
    copied = number % 10 in COPIES
    told = number - random.Random(f"copy {number}").choice((1, 2)) if copied else number
    dice, own = random.Random(f"text {told}"), random.Random(f"page {number}")

    def name() -> str:
        return f"{dice.choice(NAMES)} {dice.choice(LEFT)}{dice.choice(RIGHT)}"

    def thing() -> str:
        return f"{dice.choice(ADJECTIVES)} {dice.choice(NOUNS)}"

    def one(words: str) -> str:
        return f"{'an' if words[0] in 'aeio' else 'a'} {words}"

    where, who = f"{dice.choice(LEFT)}{dice.choice(RIGHT)}", name()
    day = date(2024, 1, 1) + timedelta(days=dice.randrange(730))
    body = (
        f"{one(dice.choice(ROLES)).capitalize()} {dice.choice(VERBS)} the {thing()} near {where} on {day:%A}, "
        f"and the {thing()} was {dice.choice(VERBS)} after the {thing()}, {who} said. “We "
        f"{dice.choice(VERBS)} the {thing()} and {dice.choice(VERBS)} {one(thing())},” "
        f"said {name()}, {one(dice.choice(ROLES))} from {where}."
    )
    title = f"{thing().capitalize()} {dice.choice(VERBS)} near {where}"
    paper = f"The {own.choice(LEFT)}{own.choice(RIGHT)} {own.choice(PAPERS)}"
    head = (
        f"<meta charset='utf-8'><title>{title}</title><meta property='og:site_name' content='{paper}'>"
        f"<meta property='article:published_time' content='{day + timedelta(days=int(copied))}'>"
    )
    story = f"<article><h1>{title}</h1><p>{body}</p></article>"
    return f"<!doctype html><html lang='en'><head>{head}</head><body>{story}</body></html>".encode()


def crawl(path: Path, pages: int, made: Callable[[int], bytes] = page) -> None:
    """Write a WARC with so many responses, each a page made from its number."""
    from fastwarc.warc import ArchiveIterator  # noqa: F401 - says early that the extra is missing

    with path.open("wb") as out:
        for number in range(pages):
            http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + made(number)
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
