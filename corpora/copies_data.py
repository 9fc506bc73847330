"""Build the copy benchmark: families of copies with gold parents, alterations and direction, among hard negatives.

Originals come from `../shared/data` (Wikinews, PolNeAR, Worldwide Newswire). The `tune` and the `check` side use
different originals, synonym tables and stand-in words, so that nothing fitted on one is measured on itself.
"""

import csv
import hashlib
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from copydesk.records import Published, Record
from corpora.copies_claims import PHRASES
from corpora.copies_edits import KEPT, Pieces, Tag, alter, paragraphs, reword, swap_clauses
from corpora.copies_words import CHECK, FILLER, FOOT, HOME, SPELLINGS, TUNE, synonyms
from corpora.shared import SHARED

MODELS = ("verbatim", "cut", "house", "reordered", "merged", "light", "heavy", "machine", "patchwork", "follow-up")
Side = Literal["tune", "check"]


@dataclass(frozen=True)
class Gold:
    """A change of fact that the builder made: kind, spans in parent and child, words."""

    kind: str
    a: tuple[int, int]
    b: tuple[int, int]
    before: str
    after: str


@dataclass(frozen=True)
class Copy:
    """One made page: the record, its family, its model, its parent's id, what was altered, and what else it holds."""

    record: Record
    family: str
    model: str
    parent: str | None = None
    changes: tuple[Gold, ...] = ()
    also: str | None = None

    @property
    def base(self) -> str:
        """The original that the page was made from, whatever was done to it."""
        return self.record.id.split("~")[0]


@dataclass
class Bench:
    """All pages of one side; `unjudged` are pairs of originals that share text in reality and are not scored."""

    copies: list[Copy] = field(default_factory=list)
    unjudged: set[frozenset[str]] = field(default_factory=set)

    def same(self, a: Copy, b: Copy) -> bool | None:
        """Whether two pages are of one family, or None where that is not judged."""
        if a.family == b.family:
            return True
        bases_a, bases_b = {a.base, a.also}, {b.base, b.also}
        if (bases_a & bases_b) - {None}:
            return False if a.model == b.model == "same-event" else None
        return None if any(frozenset((x, y)) in self.unjudged for x in bases_a for y in bases_b) else False


def originals(side: Side) -> dict[str, str]:
    """Return the texts of one side, 120 to 1,500 words long, keyed by a name that tells their corpus."""
    found: dict[str, str] = {}
    for year in (2019, 2020):
        with (SHARED / f"data/copies/wikinews_{year}.csv").open(newline="") as file:
            for row in csv.DictReader(file):
                text = re.sub(r"^\w+day, \w+ \d+, \d{4}\s+", "", row["text"].strip())
                found[f"wikinews/{row['url'].rsplit('/', 1)[-1]}"] = re.sub(r"\s*\n\s*", "\n\n", text)
    for part in ("train", "dev"):
        for line in (SHARED / f"data/attributions/{part}.jsonl").open():
            item = json.loads(line)
            found[f"polnear/{item['id']}"] = item["text"].strip()
        for line in (SHARED / f"data/names/{part}.jsonl").open():
            item = json.loads(line)
            rows = [_untokenized(sentence["tokens"]) for sentence in item["sentences"]]
            found[f"newswire/{item['id']}"] = "\n\n".join(" ".join(rows[i : i + 2]) for i in range(0, len(rows), 2))
    parity = 0 if side == "tune" else 1
    chosen = {k: v for k, v in sorted(found.items()) if hashlib.sha256(k.encode()).digest()[0] % 2 == parity}
    return {key: text for key, text in chosen.items() if 120 <= len(text.split()) <= 1500}


def build(side: Side, families: int = 150, strangers: int = 1000, seed: int = 7) -> Bench:
    """Return one side: so many originals with copies, hard negatives, and at most so many texts that are strangers."""
    rng = random.Random(f"{side}{seed}")
    texts = originals(side)
    bench = Bench(unjudged=_really_shared(texts))
    tied = {key for pair in bench.unjudged for key in pair}
    free = [key for key in texts if key not in tied]
    rng.shuffle(free)
    maker = _Maker(rng, side, texts)
    heads, rest = free[:families], free[families:]
    for i, key in enumerate(heads):
        bench.copies += maker.family(key, stranger=rest[i])
    halves, boiled = rest[: families // 2], rest[families // 2 : families]
    for key in halves:
        bench.copies += maker.halves(key)
    bench.copies += [maker.boiled(key) for key in boiled]
    singles = [key for key in texts if key not in {*heads, *halves, *boiled}]
    singles = rng.sample(singles, min(strangers, len(singles)))
    bench.copies += [Copy(maker.record(key, texts[key]), key, "single") for key in singles]
    rng.shuffle(bench.copies)
    return bench


def altered(side: Side, texts: int = 250) -> Iterator[tuple[Copy, Copy]]:
    """Yield originals, each with a lightly or heavily reworded copy in which many sentences have a fact altered."""
    rng, known = random.Random(f"altered{side}"), originals(side)
    maker = _Maker(rng, side, known)
    for number, key in enumerate(rng.sample(sorted(known), texts)):
        original = Copy(maker.record(key, known[key]), key, "original")
        yield original, maker.altered(original, "heavy" if number % 2 else "light")


def _unaltered(sentence: str) -> Pieces:
    return [(sentence, None)]


class _Maker:
    """Makes pages of one side from one generator."""

    def __init__(self, rng: random.Random, side: Side, texts: dict[str, str]) -> None:
        self.rng, self.texts = rng, texts
        self.phrases = PHRASES[side]
        self.synonyms = synonyms(TUNE if side == "tune" else CHECK)
        words = Counter(re.findall(r"\b[a-z]{4,}\b", " ".join(texts.values())))
        common = sorted(w for w, n in words.items() if n >= 8 and w not in KEPT)
        self.others = common[:: 3 if side == "tune" else 4]
        names = Counter(re.findall(r"(?<=[a-z] )[A-Z][a-z]{4,}", " ".join(texts.values())))
        self.names = sorted(name for name, n in names.items() if n >= 3 and name.lower() not in KEPT)
        british = dict(pair.split("=") for pair in SPELLINGS.split())
        self.spellings = {a: b.replace("~", " ") for a, b in british.items()}

    def record(self, key: str, text: str, hours: int = 0) -> Record:
        """Return a record of a text alone, published some hours after a start."""
        day, hour = divmod(hours, 24)
        return Record(id=key, text=text, published=Published(value=f"2021-03-{day + 1:02}T{hour:02}:00", from_="given"))

    def family(self, key: str, stranger: str) -> list[Copy]:
        """Return an original and copies by five of the models; some copy a copy, some of the originals are absent."""
        rng, text = self.rng, self.texts[key]
        made = [Copy(self.record(key, text), key, "original")]
        for model in rng.sample(MODELS, 5):
            plain = [c for c in made if c.model in {"original", "verbatim", "house", "light"}]
            parent = made[0] if rng.random() < 0.7 else rng.choice(plain)
            made.append(self.copy(parent, model, len(made), stranger))
        return made

    def copy(self, parent: Copy, model: str, number: int, stranger: str) -> Copy:
        """Return a page made from a parent by one model."""
        rng = self.rng
        rows: list[list[Pieces]] = []
        for row in paragraphs(parent.record.text):
            kept = [self._sentence(model, at, sentence) for at, sentence in row]
            rows.append([pieces for pieces in kept if pieces])
        rows = [row for row in rows if row]
        head = ""
        if model == "cut":
            rows = rows[: max(2, int(len(rows) * rng.uniform(0.35, 0.75)))] if len(rows) > 3 else rows
        elif model == "reordered":
            blocks = [rows[i : i + 2] for i in range(0, len(rows), 2)]
            rng.shuffle(blocks)
            rows = [row for block in blocks for row in block]
        elif model in {"heavy", "machine"}:
            rows = [row for i, row in enumerate(rows) if i == 0 or rng.random() > 0.15]
        elif model == "patchwork":
            own: list[Any] = [[[(sentence, None)]] for row in paragraphs(self.texts[stranger]) for _, sentence in row]
            rows = [row for row in rows if rng.random() < 0.45] or rows[:1]
            rows = [part for row in rows for part in ([row, own.pop(0)] if own and rng.random() < 0.6 else [row])]
        elif model == "house":
            head = rng.choice(["LONDON — ", "PARIS (Agencies) – ", "NEW YORK, March 2 -- ", ""])
        body, changes = _join(rows, head)
        if model == "verbatim":
            top, foot = (rng.choice(part).replace("|", "\n") + "\n" for part in (HOME, FOOT))
            changes = [Gold(g.kind, g.a, (g.b[0] + len(top), g.b[1] + len(top)), g.before, g.after) for g in changes]
            body = top + body + "\n" + foot
        elif model == "merged":
            body += "\n\n" + "\n\n".join(self.texts[stranger].split("\n\n")[: max(3, len(rows) // 2)])
        elif model == "follow-up":
            new = [f"{rng.choice(FILLER)[0].upper()}{rng.choice(FILLER)[1:]}." for _ in range(2)]
            fresh = self.texts[stranger].split("\n\n")[-3:]
            body = "\n\n".join([*new, body, *fresh])
            shift = sum(len(line) + 2 for line in new)
            changes = [Gold(g.kind, g.a, (g.b[0] + shift, g.b[1] + shift), g.before, g.after) for g in changes]
        record = self.record(f"{parent.record.id}~{model}{number}", body, number * rng.randint(1, 5))
        also = stranger if model in {"merged", "patchwork", "follow-up"} else None
        return Copy(record, parent.family, model, parent.record.id, tuple(changes), also)

    def altered(self, parent: Copy, model: str) -> Copy:
        """Return a reworded copy; two sentences in five are altered where they can be, half of these in who said it."""
        rng = self.rng
        rows = [
            [
                reword(rng, pieces, self.synonyms, self.others, *((0.25, 0.1) if model == "heavy" else (0.06, 0.02)))
                for at, sentence in row
                for pieces in [self._altered(at, sentence) if rng.random() < 0.4 else _unaltered(sentence)]
            ]
            for row in paragraphs(parent.record.text)
        ]
        body, changes = _join(rows, "")
        return Copy(
            self.record(f"{parent.record.id}~{model}", body, 1), parent.family, model, parent.record.id, tuple(changes)
        )

    def _altered(self, at: int, sentence: str) -> Pieces:
        claims = self.rng.random() < 0.5
        return alter(self.rng, at, sentence, self.names, self.phrases, claims=claims) or [(sentence, None)]

    def _sentence(self, model: str, at: int, sentence: str) -> Pieces:
        rng = self.rng
        share = {"light": 0.1, "heavy": 0.1, "machine": 0.3, "house": 0.1, "follow-up": 0.15}.get(model, 0.0)
        pieces = (alter(rng, at, sentence, self.names, self.phrases) if rng.random() < share else None) or [
            (sentence, None)
        ]
        if model in {"light", "patchwork"}:
            return reword(rng, pieces, self.synonyms, self.others, 0.06, 0.02)
        if model == "heavy":
            return self._swapped(reword(rng, pieces, self.synonyms, self.others, 0.25, 0.1), 0.3)
        if model == "machine":
            pieces = self._swapped(reword(rng, pieces, self.synonyms, self.others, 0.35, 0.04), 0.4)
            cut = rng.random() < 0.04 and len(sentence) > 80 and len(pieces) == 1
            return [(pieces[0][0][: len(pieces[0][0]) * 3 // 4].rsplit(" ", 1)[0], None)] if cut else pieces
        return (
            [(self._house(text), tag) if tag is None else (text, tag) for text, tag in pieces]
            if model == "house"
            else pieces
        )

    def _swapped(self, pieces: Pieces, rate: float) -> Pieces:
        return swap_clauses(pieces) if self.rng.random() < rate else pieces

    def _house(self, text: str) -> str:
        text = re.sub(r"[a-z]+", lambda m: self.spellings.get(m[0], m[0]), text)
        text = text.replace("U.S.", "US").replace("“", '"').replace("”", '"').replace("’", "'").replace(" — ", " - ")
        text = re.sub(r"\b(Jan|Feb|Aug|Sept|Oct|Nov|Dec)\. (\d)", r"\1 \2", text)
        return re.sub(r"\b(January|February|August|September|October|November|December) (\d{1,2})\b", r"\2 \1", text)

    def halves(self, key: str) -> list[Copy]:
        """Return two reports of one event that share no sentence but a quotation: every other paragraph each.

        A paragraph with a quotation is shared where it is less than a third of either report: what shares more of its
        words with another text is a copy of it.
        """
        rows = [row.strip() for row in self.texts[key].split("\n") if row.strip()]
        halves = rows[::2], rows[1::2]
        most = min(len(" ".join(half).split()) for half in halves) / 3
        quotes = [row for row in rows if ('"' in row or "“" in row) and len(row.split()) < most][:1]
        parts = [quotes * (not set(quotes) & set(part)) + part for part in halves]
        return [
            Copy(self.record(f"{key}~half{i}", "\n\n".join(part), i), f"{key}~half{i}", "same-event")
            for i, part in enumerate(parts)
            if len(" ".join(part).split()) > 60
        ]

    def boiled(self, key: str) -> Copy:
        """Return a short text in the furniture that verbatim copies stand in too."""
        body = "\n".join(self.texts[key].split("\n\n")[:3])
        top, foot = (self.rng.choice(part).replace("|", "\n") + "\n" for part in (HOME, FOOT))
        return Copy(self.record(f"{key}~boiled", f"{top}{body}\n{foot}"), key, "boilerplate")


def _join(rows: list[list[Pieces]], head: str) -> tuple[str, list[Gold]]:
    parts, changes, at = [head], [], len(head)
    for r, row in enumerate(rows):
        for s, pieces in enumerate(row):
            if r or s:
                gap = " " if s else "\n\n"
                parts.append(gap)
                at += len(gap)
            first = True
            for text, tag in pieces:
                words = text[:1].upper() + text[1:] if first and text else text
                first = first and not text
                if isinstance(tag, Tag):
                    changes.append(Gold(tag.kind, (tag.start, tag.end), (at, at + len(words)), tag.before, words))
                parts.append(words)
                at += len(words)
    return "".join(parts), changes


def _untokenized(tokens: list[str]) -> str:
    text = re.sub(r" ([,.;:!?)’%]|'s\b|n't\b)", r"\1", " ".join(tokens))
    return re.sub(r"([($“]) ", r"\1", text)


def _really_shared(texts: dict[str, str], floor: float = 0.12) -> set[frozenset[str]]:
    """Return the pairs of originals of which one holds more than a share of the other's runs of four words."""
    runs: dict[str, set[tuple[str, ...]]] = {}
    holders: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for key, text in texts.items():
        words = re.findall(r"\w+", text.lower())
        runs[key] = {tuple(words[i : i + 4]) for i in range(len(words) - 3)}
        for run in runs[key]:
            holders[run].append(key)
    shared = Counter(
        (a, b) for keys in holders.values() if 1 < len(keys) < 20 for i, a in enumerate(keys) for b in keys[i + 1 :]
    )
    return {frozenset(pair) for pair, n in shared.items() if n / min(len(runs[pair[0]]), len(runs[pair[1]])) > floor}
