"""Why a source has no name: the words that give the reason."""

import re
from typing import Final

from copydesk.english.anonymous_sources import (
    PSEUDONYM,
    REASON,
    REASON_END,
    UNAUTHORISED,
    WITHHELD,
    WITHHOLDING_CLAUSE,
)
from copydesk.english.function_words import ARTICLES, PREPOSITIONS
from copydesk.records import Span

REACH: Final = 260  # characters after a source in which the reason for its anonymity stands
PSEUDONYM_REACH: Final = 60  # characters after a source in which its name is said to be changed
OPENING: Final = 60  # characters of a sentence in which a name opens it
_TOO_COMMON: Final = ARTICLES | (PREPOSITIONS - {"from"}) | {"said", "and"}
_SENTENCE_END: Final = re.compile(r"[.?!][”\"’']?(?:\s|$)")
_NEXT_SENTENCE: Final = re.compile(r"[a-z0-9][.?!][”\"’]? {1,3}(?=[“\"A-Z])")
_RELATIVE: Final = re.compile(r",? (?:who|which|that|whose)$")
_ANTECEDENT: Final = re.compile(r"(?:\A|[\n.;:!?”\"“(] ?|, )((?:[\w’'-]+ ){0,9}[\w’'-]+),? \Z")


def with_clause(text: str, source: Span) -> Span:
    """Return a source with the clause, if one follows it at once, that withholds its name, and the reason.

    A source that is only such a clause ("who spoke on condition of anonymity") takes in the words that it stands for.
    """
    if text[source[0] : source[0] + 4].lower() == "who ":
        reach = max(0, source[0] - 120)
        if found := _ANTECEDENT.search(text[reach : source[0]]):
            before = reach + found.start(1), reach + found.end(1)
            if (whole := with_clause(text, before))[1] > source[0]:
                return whole
    cut = _RELATIVE.search(text, *source)
    bare = (source[0], cut.start()) if cut else source
    match = WITHHOLDING_CLAUSE.match(text, bare[1], min(len(text), bare[1] + REACH))
    if match is None:
        return bare
    reason = _reason_in_sentence(text, bare)
    return bare[0], max(match.end(), reason[1]) if reason else match.end()


def is_request_for_anonymity(words: str) -> bool:
    """Return whether what somebody asks for is not to be named: that tells how they spoke, and is no statement."""
    return WITHHELD.match(words) is not None


def is_pseudonym(text: str, source: Span) -> bool:
    """Return whether the words right after a name, or in it, say that it is not the person's own."""
    return PSEUDONYM.search(text, source[0], min(len(text), source[1] + PSEUDONYM_REACH)) is not None


def anonymity_reason(text: str, source: Span) -> Span | None:
    """Return the words that say why a source's name is withheld: in its sentence, or in the ones beside it.

    The sentence after, and the one before, count where they begin with the source's noun or a pronoun for it ("The
    officer required anonymity because …").
    """
    return _reason_in_sentence(text, source) or _reason_beside(text, source)


def _reason_in_sentence(text: str, source: Span) -> Span | None:
    stop = min(len(text), source[1] + REACH)
    line = text.find("\n", source[1], stop)
    stop = line if line >= 0 else stop
    sentence = _NEXT_SENTENCE.search(text, source[1], stop)
    return _reason_in(text, source[0], sentence.start() + 2 if sentence else stop)


def _reason_beside(text: str, source: Span) -> Span | None:
    """Return the reason in the sentence after a source's, or before it, that is about the same source."""
    noun = text[slice(*source)].split(",")[0].split(" who ")[0].split()
    known = {"he", "she", "they", *(word.lower() for word in noun[1:4])} - _TOO_COMMON
    end = _SENTENCE_END.search(text, source[1], min(len(text), source[1] + 2 * REACH))
    before = max(text.rfind(". ", 0, source[0]), text.rfind("\n", 0, source[0])) + 1
    earlier = max(text.rfind(". ", 0, max(before - 2, 0)), text.rfind("\n", 0, max(before - 2, 0))) + 1
    for start, stop in ((end.end() if end else len(text), len(text)), (earlier, before)):
        stop = min(stop, start + 2 * REACH)
        last = _SENTENCE_END.search(text, start, stop)
        opening = re.findall(r"[\w’'-]+", text[start : start + OPENING])[:3]
        about = known & {word.lower() for word in opening}
        if about and (found := _reason_in(text, start, last.end() if last else stop)):
            return found
    return None


def _reason_in(text: str, start: int, stop: int) -> Span | None:
    for pattern in (REASON, UNAUTHORISED):
        match = pattern.search(text, start, stop)
        if match:
            begin, end = match.span("reason")
            if pattern is UNAUTHORISED and match["because"]:
                begin = match.start("because")
            cut = REASON_END.search(text, begin, end)
            end = cut.start() if cut else end
            while end > begin and text[end - 1] in " ,":
                end -= 1
            return begin, end
    return None
