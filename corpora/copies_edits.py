"""Edit models of the copy benchmark: what is done to a text when it is copied, with the changes of fact on record.

A text is paragraphs of sentences; a sentence is a list of pieces `(words, tag)`, where the tag of a piece whose facts
were altered holds the kind and where the original stood. Everything is drawn from the generator that is handed in.
"""

import random
import re
from dataclasses import dataclass
from itertools import pairwise

from corpora.copies_claims import DOUBTS, Option, Phrases, doubted, sourced
from corpora.copies_words import DAYS, LETTER_SUFFIX, MONTHS, NUMBERS, words_of

_TOKEN = re.compile(r"[A-Za-zÀ-ÿ0-9]+(?:[-'’.,][A-Za-z0-9]+)*")
_SENTENCE = re.compile(r"(?<=[.!?][\"”’'])\s+(?=[A-Z\"“])|(?<=[a-z0-9)][.!?])\s+(?=[A-Z\"“])")
_MONTHS = {form for month in MONTHS for form in (month, month[:3], "Sept")}
_AUX = {"is", "was", "will", "has", "had", "can", "could", "would", "are", "were", "have", "should"}
_TITLES = {"Mr", "Mrs", "Ms", "Dr", "The", "A", "An", "In", "On", "At", "It", "He", "She", "They", "But", "And", "I"}
KEPT = {"not", "no", "never", "said", "told", "added", "announced", "according", "reported", "claimed", "denied"}
KEPT |= {"without", "cannot", "nothing", "nobody", "none", "neither", "perhaps", "maybe", "alleged", "apparent"}
KEPT |= {"whether", "someone", "somebody", "unidentified", "unknown"}
KEPT |= {"conceded", "asserts", "asserted", "nowhere", "yesterday", "today", "tomorrow", "admits"}
KEPT |= words_of(
    "says say saying adds claims states stated reports confirmed warned insisted noted explained argued remarked "
    "affirmed declared proclaimed observed maintained revealed stressed suggested wrote tweeted acknowledged admitted "
    "testified argued emphasized emphasised announces alleges replied mentioned commented disclosed recalled ruled "
    "reiterated recounted complained vowed lamented learned unlikely potentially supposed believe believes think "
    "thinks fear"
)
KEPT |= _AUX | DOUBTS | set(NUMBERS) | {"one", "hundred", "thousand", "million", "billion", "trillion", "percent"}


@dataclass(frozen=True)
class Tag:
    """A change of fact: its kind and where the words stood in the original's text."""

    kind: str
    start: int
    end: int
    before: str


Pieces = list[tuple[str, Tag | None]]


def paragraphs(text: str) -> list[list[tuple[int, str]]]:
    """Return a text's paragraphs as lists of sentences with their offsets."""
    result = []
    for match in re.finditer(r"[^\n]+", text):
        start, row = match.start(), []
        cuts = [0, *(m.end() for m in _SENTENCE.finditer(match[0])), len(match[0])]
        for left, right in pairwise(cuts):
            piece = match[0][left:right]
            if piece.strip():
                row.append((start + left + len(piece) - len(piece.lstrip()), piece.strip()))
        if row:
            result.append(row)
    return result


def alter(
    rng: random.Random, offset: int, sentence: str, names: list[str], phrases: Phrases, *, claims: bool = False
) -> Pieces | None:
    """Return the sentence with one change of fact, or None where it offers none.

    `claims`: of who said it or how sure it is, nothing else.
    """
    options = [*sourced(rng, sentence, phrases), *doubted(rng, sentence, phrases)]
    if not claims:
        options += _options(rng, sentence, names)
    if not options:
        return None
    kind = rng.choice(sorted({option[0] for option in options}))
    _, start, end, new = rng.choice([option for option in options if option[0] == kind])
    tag = Tag(kind, offset + start, offset + end, sentence[start:end])
    return [(sentence[:start], None), (new, tag), (sentence[end:], None)]


def _options(rng: random.Random, sentence: str, names: list[str]) -> list[Option]:
    found: list[Option] = []
    words = list(_TOKEN.finditer(sentence))
    for i, match in enumerate(words):
        word, (start, end) = match[0], match.span()
        near = {words[j][0] for j in (i - 1, i + 1) if 0 <= j < len(words)}
        if word in DAYS:
            found.append(("date", start, end, rng.choice([d for d in DAYS if d != word])))
        elif word in MONTHS and word not in {"May", "March"}:
            found.append(("date", start, end, rng.choice([m for m in MONTHS if m not in {word, "May", "March"}])))
        elif word.isdigit() and len(word) < 4 and int(word) > 1:
            kind = "date" if near & _MONTHS else "number"
            new = rng.randrange(1, 29) if kind == "date" else max(2, int(word) + rng.choice([-1, 1, 2, 9, 30]))
            if (new != int(word) and kind == "number") or new not in {int(w) for w in near if w.isdigit()} | {
                int(word)
            }:
                found.append((kind, start, end, str(new)))
        elif word in NUMBERS:
            found.append(("number", start, end, rng.choice([n for n in NUMBERS if n != word])))
        elif word in _AUX and "not" not in near and not sentence[end:].startswith(("n't", "n’t")):
            follows = words[i + 1][0] if i + 1 < len(words) else ""
            if follows.islower() and follows not in KEPT and sentence[end : end + 1] == " ":
                found.append(("negation", start, end, f"{word} not"))
        elif i and word[0].isupper() and word.isalpha() and len(word) > 3 and word not in _TITLES | {*DAYS, *MONTHS}:
            at = rng.randrange(1, len(word) - 1)
            slip = word[:at] + rng.choice(LETTER_SUFFIX) + word[at + 1 :]
            other = rng.choice(names)
            name = rng.choice([slip, other])
            if name.lower() != word.lower():
                found.append(("name", start, end, name))
    return found


def reword(
    rng: random.Random,
    pieces: Pieces,
    synonyms: dict[str, tuple[str, ...]],
    others: list[str],
    rate: float,
    churn: float,
) -> Pieces:
    """Return the sentence in other words.

    Words in the synonym table are replaced where it has them; a share `rate` of the other lower-case words of four
    letters and more is replaced by words that stand for synonyms nobody listed (an aligner without a thesaurus sees
    the same); a share `churn` of words is dropped and as many put in. Quotations, names and figures stay.
    """
    result: Pieces = []
    quoted = False
    for text, tag in pieces:
        if tag:
            result.append((text, tag))
            continue
        out, last = [], 0
        for match in _TOKEN.finditer(text):
            gap, word, last = text[last : match.start()], match[0], match.end()
            quoted = quoted ^ (sum(gap.count(mark) for mark in '"“”') % 2 == 1)
            free = word.islower() and word.isalpha() and word not in KEPT and not quoted
            new = word
            if free and word in synonyms and rng.random() < 0.3 + rate:
                new = rng.choice(synonyms[word]).replace("-", " ")
            elif free and len(word) > 3 and rng.random() < rate:
                new = others[hash_of(word, rng.randrange(2)) % len(others)]
            if free and churn and rng.random() < churn:
                new = "" if rng.random() < 0.5 else f"{new} {rng.choice(others)}"
            out.append(gap if new else gap.rstrip(" "))
            out.append(new)
        result.append(("".join(out) + text[last:], None))
    return result


def swap_clauses(pieces: Pieces) -> Pieces:
    """Return the sentence with its first clause last, where a comma parts two long clauses and nothing is quoted."""
    for i, (text, tag) in enumerate(pieces):
        at = text.find(", ") if tag is None else -1
        whole = "".join(words for words, _ in pieces)
        if at < 0 or not whole.endswith(".") or any(mark in whole for mark in '"“”'):
            continue
        before, after = [*pieces[:i], (text[:at], None)], [(text[at + 2 :], None), *pieces[i + 1 :]]
        if min(len("".join(w for w, _ in part)) for part in (before, after)) < 25:
            return pieces
        stop, stop_tag = after[-1]
        after[-1] = (stop[:-1], stop_tag)
        return [*after, (", ", None), *before, (".", None)]
    return pieces


def hash_of(word: str, salt: int) -> int:
    """Return a number that is the same for the same word in every run."""
    return sum(ord(char) * 31**i for i, char in enumerate(word)) + salt
