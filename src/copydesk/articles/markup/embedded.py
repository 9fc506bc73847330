"""Stories that stand outside a page's visible markup: in JSON-LD, in the state that scripts start from, in `noscript`.

All of it is read only where the visible markup has no story, or far less of one. Nothing here runs a script.
"""

import html
import json
import re
from typing import Any, Final, NamedTuple

import msgspec

from copydesk.articles.markup.blocks import blocks_of
from copydesk.articles.markup.guard import guard
from copydesk.articles.markup.metadata import Metadata
from copydesk.articles.paragraphs import word_count

_BODY_KEYS: Final = (
    "articleBody", "article_body", "bodyHtml", "body_html", "contentHtml", "content_html", "html", "body", "content",
    "text", "story", "paragraphs", "blocks", "elements", "components", "children", "value", "items", "data",
)  # fmt: skip
_SCRIPT: Final = re.compile(r"<script\b[^<>]{0,400}>", re.IGNORECASE)
_IS_STATE: Final = re.compile(r"application/(?:[a-z.]{0,20}\+)?json|__NEXT_DATA__|__NUXT_DATA__", re.IGNORECASE)
_ASSIGNED: Final = re.compile(r"window\.(?:__[A-Z][A-Za-z_]{2,40}|Fusion\.globalContent)\s{0,3}=\s{0,3}(?=\{)")
_HIDING: Final = re.compile(rb"<(/?)(?:noscript|template)\b", re.IGNORECASE)
_TAG: Final = re.compile(r"</?[a-zA-Z][^<>]{0,500}>")
_MAX_STATE: Final = 3_000_000  # characters of one state
_MAX_STATES: Final = 12  # states of a page that are read
_MAX_VALUES: Final = 60_000  # of a state
_MAX_BODY: Final = 300_000  # characters
_MIN_WORDS, _MIN_DECLARED = 60, 20  # of a story outside the visible markup, and of one that JSON-LD calls its body
_PARAGRAPH_WORDS: Final = 5  # words of a string that may be a paragraph


class Embedded(NamedTuple):
    """A story's paragraphs, and where on the page they stand."""

    paragraphs: tuple[str, ...]
    where: str

    @property
    def words(self) -> int:
        """How many words it has."""
        return sum(word_count(text) for text in self.paragraphs)


def body_in(metadata: Metadata) -> Embedded | None:
    """Return the longest article text that JSON-LD gives; None where it gives none worth the name."""
    bodies = [node["articleBody"] for node in metadata.articles if isinstance(node.get("articleBody"), str)]
    return _worth(paragraphs_in(max(bodies, key=len, default="")), "JSON-LD", _MIN_DECLARED)


def state_in(content: str) -> Embedded | None:
    """Return the longest story in the state that a page's scripts start from; None where there is none.

    Args:
        content: the page's markup.
    """
    best: Embedded | None = None
    for value in _states(content):
        found = _worth(_story_in(value), "the page's script state")
        if found and (best is None or found.words > best.words):
            best = found
    return best


def unhidden(markup: bytes) -> bytes | None:
    """Return markup whose `noscript` and `template` elements are shown; None where it has none."""
    shown, count = _HIDING.subn(rb"<\1div", markup)
    return shown if count else None


def paragraphs_in(body: str) -> tuple[str, ...]:
    """Return the paragraphs of a text that may be HTML, escaped once more or not, or plain with line breaks."""
    body = body[:_MAX_BODY]
    if "&lt;" in body:
        body = html.unescape(body)
    if _TAG.search(body):
        return tuple(blocks_of(guard(body).markup).texts)
    lines = html.unescape(body).replace("\r", "\n").split("\n")
    return tuple(words for line in lines if (words := " ".join(line.split())))


def _worth(paragraphs: tuple[str, ...], where: str, least: int = _MIN_WORDS) -> Embedded | None:
    found = Embedded(paragraphs, where)
    return found if found.words >= least else None


def _states(content: str) -> list[Any]:
    """Return the JSON values that a page's scripts start from."""
    found: list[Any] = []
    for opening in _SCRIPT.finditer(content):
        if len(found) >= _MAX_STATES:
            break
        if "ld+json" in opening[0] or not _IS_STATE.search(opening[0]):
            continue
        end = content.find("</script", opening.end())
        if 0 < end - opening.end() <= _MAX_STATE:
            try:
                found.append(msgspec.json.decode(content[opening.end() : end]))
            except (msgspec.DecodeError, UnicodeError, RecursionError):
                continue
    decoder = json.JSONDecoder()
    for assigned in _ASSIGNED.finditer(content):
        if len(found) >= _MAX_STATES:
            break
        try:
            found.append(decoder.raw_decode(content[assigned.end() : assigned.end() + _MAX_STATE])[0])
        except (ValueError, RecursionError):
            continue
    return found


def _story_in(state: Any) -> tuple[str, ...]:
    """Return the paragraphs of the longest story in a state: one long text, or a list of short ones."""
    best: tuple[str, ...] = ()
    most = 0
    waiting: list[tuple[str, Any]] = [("", state)]
    for _ in range(_MAX_VALUES):
        if not waiting:
            break
        key, value = waiting.pop()
        found: tuple[str, ...] = ()
        if isinstance(value, str):
            if key in _BODY_KEYS and len(value) > _MIN_WORDS * 2:
                found = paragraphs_in(value)
        elif isinstance(value, list):
            if key in _BODY_KEYS:
                found = _listed(value)
            waiting.extend((key, part) for part in reversed(value[:2000]) if isinstance(part, dict | list))
        elif isinstance(value, dict):
            waiting.extend(
                (str(name), part)
                for name, part in reversed(list(value.items())[:400])
                if isinstance(part, dict | list) or (isinstance(part, str) and len(part) > _MIN_WORDS * 2)
            )
        words = sum(word_count(text) for text in found)
        if words > most:
            best, most = found, words
    return best


def _listed(values: list[Any]) -> tuple[str, ...]:
    """Return the paragraphs of a list of texts, or of objects that hold one each."""
    found: list[str] = []
    for value in values[:2000]:
        text = value
        if isinstance(value, dict):
            text = next((value[key] for key in _BODY_KEYS if isinstance(value.get(key), str)), None)
        if isinstance(text, str) and word_count(text[:2000]) >= _PARAGRAPH_WORDS:
            found += paragraphs_in(text)
    return tuple(found)
