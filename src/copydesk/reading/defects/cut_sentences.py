"""Sentences that were cut off, and scraps that no sentence owns."""

import re
from collections.abc import Iterator
from typing import Final

from copydesk.english.abbreviations import ABBREVIATIONS, TITLES
from copydesk.english.sentence_ends import HANGING, OPEN_ENDED, SCRAPS
from copydesk.reading.defects.searched_text import StoryText
from copydesk.records import Defect, Span

_HANGING: Final = OPEN_ENDED | HANGING
_SCRAP: Final = re.compile(r"(?<=[.!?])[\"'”’»)]{0,2}\s{1,3}([a-z]{2,15}(?:\s[a-z]{1,15})?)\.(?=\s|\Z)")
_SCRAP_WORDS: Final = _HANGING | SCRAPS
_LONE_STOP: Final = re.compile(r"(?<=\w[.!?])[\"'”’]{0,2}[ ]{1,3}(\.)(?=\s|\Z)(?![ ]?\.)")
_CLOSED: Final = re.compile(
    r"[.!?…:;](?:[\"'“”‘’»)\]*]|\s?\[\d{1,3}\]){0,4}\Z|[\"”»)\](—–-]\Z|[\w-]{1,40}[./@:]\S{1,200}\Z"
)
_WORD: Final = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+){0,4}")
_ITEM: Final = re.compile(r"[-–—•▪◦·*]\s|\d{1,3}[.)]\s")  # a line of a list needs no full stop
_LONG: Final = 16  # words of a paragraph that is no heading
_MOST_WRAPPED: Final = 3  # paragraphs that go on in small letters, from whose number on lines are wrapped


def find_truncated(story: StoryText) -> Iterator[Defect]:
    """Yield sentences of running prose that stop before they end."""
    yield from (defect for defect in _truncated_ones(story) if story.is_prose(*defect.span))


def _truncated_ones(story: StoryText) -> Iterator[Defect]:
    spans = [span for span in story.paragraphs if story.text[span[0] : span[1]].strip()]
    ended = [bool(_CLOSED.search(story.text[start:end].rstrip())) for start, end in spans]
    runs_on = [story.text[start : start + 1].islower() for start, _ in spans[1:]] + [False]
    wrapped = sum(runs_on) > _MOST_WRAPPED  # lines of a fixed width, not paragraphs
    for index, paragraph in enumerate(spans):
        if (wrapped or runs_on[index]) and not ended[index]:
            continue
        sentences = story.sentences_in(paragraph)
        for span in sentences[:-1]:
            if _ends_open(story, span):
                yield _truncated(span, "ends on a word that cannot end a sentence")
        if not sentences:
            continue
        last = sentences[-1]
        neighbours = [ended[other] for other in (index - 1, index + 1) if 0 <= other < len(ended)]
        if _ends_open(story, last):
            yield _truncated(last, "ends on a word that cannot end a sentence")
        elif not ended[index]:
            note = _cut_off(story, last, len(sentences), all(neighbours))
            if note:
                yield _truncated(last, note)


def _ends_open(story: StoryText, span: Span) -> bool:
    """Say whether a sentence ends, full stop or not, on an article, a possessive or a conjunction."""
    words = story.text[slice(*span)].removesuffix(".").split(" ")
    return len(words) > 3 and words[-1] in OPEN_ENDED - {"a"}


def _cut_off(story: StoryText, span: Span, sentences: int, between_whole: bool) -> str | None:
    """Say why a paragraph's last sentence, which no mark closes, was cut; None where it may be a line of its own."""
    piece = story.text[slice(*span)]
    words = _WORD.findall(piece)
    if len(words) < 4 or "://" in piece or not piece.endswith(words[-1]) or _ITEM.match(piece):
        return None
    if words[-1] in _HANGING and (sentences > 1 or len(words) >= 8):
        return "stops without a full stop, on a word that cannot end a sentence"
    if words[-1].islower() and between_whole and (len(words) >= _LONG or (sentences > 1 and len(words) >= 8)):
        return "stops without a full stop"
    return None


def find_fragments(story: StoryText) -> Iterator[Defect]:
    """Yield scraps of one or two words in small letters that stand as sentences: “until.” on its own."""
    for match in _LONE_STOP.finditer(story.text):
        before = story.text[max(0, match.start() - 20) : match.start()].rsplit(None, 1)[-1:]
        if not (before and _shortened(before[0])):
            note = "a full stop that ends no sentence"
            yield Defect(kind="stray-fragment", span=match.span(1), note=note)
    for match in _SCRAP.finditer(story.text):
        words = match.group(1).split()
        before = story.text[max(0, match.start() - 20) : match.start()].rsplit(None, 1)[-1:]
        shortened = before and _shortened(before[0])
        if not shortened and words[-1] in _SCRAP_WORDS and story.outside_quotes(*match.span(1)):
            yield Defect(
                kind="stray-fragment",
                span=(match.start(1), match.end()),
                note="a scrap that belongs to no sentence",
            )


def _shortened(word: str) -> bool:
    key = word.rstrip(".").lower()
    return key in TITLES or key in ABBREVIATIONS or len(key) == 1 or "." in key


def _truncated(span: Span, note: str) -> Defect:
    return Defect(kind="truncated-sentence", span=span, note=note)
