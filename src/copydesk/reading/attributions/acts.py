"""What kind of act an attribution tells of: words said, a thought, a document that shows it, or anything else.

Only sayings and documents are printed and counted as quoted. Where it is not plain that words were said, it is an act.
"""

from typing import Final, NamedTuple

from copydesk.english import speech
from copydesk.english.function_words import RELATIVES, SUBORDINATORS
from copydesk.reading.attributions.anonymity import is_request_for_anonymity
from copydesk.reading.attributions.cues import CueReading
from copydesk.reading.attributions.verb_grammar import Grammar
from copydesk.records import Act, SourceKind, Speech

_WITH_REASON: Final = frozenset(("as", "for", "of", "over", "on"))
_SUBORDINATORS: Final = SUBORDINATORS | {"which"}
_CLAUSAL: Final = frozenset(("ccomp", "csubj", "parataxis", "root", "csubj:pass", "acl", "advcl"))
_NOT_YET: Final = frozenset(("will", "would", "could", "may", "might", "should", "must", "shall", "’ll", "'ll", "’d"))
_ABLE: Final = frozenset(("can", "ca", "cannot"))
_TOLD_WHEN_ABLE: Final = ("confirm", "reveal", "report", "say", "tell")
"""Verbs that say something with "can", too: "we can confirm"."""
_LONG: Final = 4  # words of a content from which on it says something by itself


class ContentForm(NamedTuple):
    """The form of what is said: how many words, how quoted, a clause or an infinitive, small words, first and last,
    whether it asks for anonymity, and whether it may set out what something is called ("the plan a mess")."""

    words: int
    speech: Speech
    clause: bool
    infinitive: bool
    reasons: frozenset[str]
    first: str = ""
    last: str = ""
    withheld: bool = False
    complement: bool = False


def content_form(grammar: Grammar | None, numbers: list[int], words: list[str], quoted: Speech) -> ContentForm:
    """Return the form of a content.

    Args:
        grammar: the document's tree; None without one.
        numbers: the content's words by number.
        words: the content's words.
        quoted: how it is quoted.
    """
    lowered = [word.lower() for word in words]
    first = next((word for word in lowered if word[:1].isalpha()), "")
    last = next((word for word in reversed(lowered) if word[:1].isalpha()), "")
    reasons = frozenset(lowered) & _WITH_REASON
    complement = not {"a", "an"}.isdisjoint(lowered[1:])
    withheld = is_request_for_anonymity(" ".join(words))
    if grammar is None or not numbers:
        return ContentForm(
            len(words),
            quoted,
            first in _SUBORDINATORS or len(words) > _LONG,
            first == "to",
            reasons,
            first,
            last,
            withheld,
            complement,
        )
    inside = frozenset(numbers)
    clause = first in _SUBORDINATORS or any(
        grammar.labels[word].partition(":")[0] in ("nsubj", "expl", "csubj")
        and grammar.heads[word] in inside
        and grammar.labels[grammar.heads[word]] in _CLAUSAL
        and _is_top(grammar, grammar.heads[word], inside)
        for word in numbers
    )
    infinitive = first == "to" or any(
        grammar.labels[word] == "xcomp" and grammar.heads[word] not in inside for word in numbers
    )
    return ContentForm(len(words), quoted, clause, infinitive, reasons, first, last, withheld, complement)


def _is_top(grammar: Grammar, word: int, inside: frozenset[int]) -> bool:
    """Return whether a clause's head hangs on a word outside the content (itself for a root)."""
    return grammar.heads[word] not in inside or grammar.heads[word] == word


def act_of(cue: CueReading, cue_words: list[str], kind: SourceKind, has_source: bool, form: ContentForm) -> Act:
    """Return the kind of act.

    Args:
        cue: what the cue says.
        cue_words: its words, small; none for a signed quotation.
        kind: the source's kind.
        has_source: whether the page has words for a source.
        form: the form of what is said.
    """
    lemma = cue.lemma or ""
    quoted = form.speech != "indirect"
    thinks = lemma in speech.THINKING or lemma in speech.THINKING_NOUNS
    if form.withheld or (form.words == 1 and form.first in RELATIVES - {"that"}):
        return "act"
    if not has_source:
        return "thought" if thinks else "act"
    if kind == "document":
        shown = lemma in speech.SHOWING or lemma in speech.SAYING or (quoted and form.words >= _LONG)
        return (
            "document"
            if shown and not cue.negated and (quoted or form.clause or lemma in speech.PLAINLY_SAYING)
            else "act"
        )
    if kind == "none" and not (lemma in ("say", "tell", "accord") or form.speech == "direct"):
        return "thought" if thinks else "act"
    if lemma == "say" and form.speech == "indirect" and form.last in speech.SET_PHRASES and form.words < 2 * _LONG:
        return "act"
    if cue.negated and lemma not in ("rule", "deny"):
        return "thought" if thinks else "act"
    if _NOT_YET & set(cue_words) or (_ABLE & set(cue_words) and lemma not in _TOLD_WHEN_ABLE):
        return "thought" if thinks else "act"
    if not any(word[:1].isalpha() for word in cue_words):
        return "said" if form.words >= 2 else "act"
    if lemma in speech.SAYING_IF_QUOTED:
        return "said" if _said_in_quotes(lemma, cue_words, form) else "act"
    if lemma in speech.SAYING or lemma in speech.NAMING:
        return "said" if _says(lemma, cue_words, form) else "act"
    if thinks:
        return "said" if form.speech == "direct" and form.words > 2 * _LONG else "thought"
    if lemma in speech.SAYING_NOUNS:
        return "said" if quoted or form.clause else "act"
    return "said" if form.speech == "direct" and form.words >= 2 * _LONG else "act"


def _said_in_quotes(lemma: str, cue_words: list[str], form: ContentForm) -> bool:
    if (lemma, *cue_words[-1:]) in (("point", "out"), ("rule", "out"), ("lay", "out"), ("spell", "out")):
        return form.clause or form.speech != "indirect" or lemma == "rule"
    if lemma in ("post", "rule", "read", "address", "put") and form.clause:
        return lemma != "address"
    return form.speech == "direct" and form.words >= _LONG


def _says(lemma: str, cue_words: list[str], form: ContentForm) -> bool:
    quoted = form.speech != "indirect"
    if quoted or form.clause:
        return True
    if lemma == "call" and not (form.infinitive or form.complement) and {"for", "on"}.isdisjoint(cue_words):
        return False  # a halt, a meeting
    if lemma in speech.NAMING_AS:
        return form.words > 1 or "for" in cue_words or "on" in cue_words
    if lemma == "insist" and "on" in cue_words:
        return False  # on doing something
    if lemma in speech.JUDGING:
        return bool(form.reasons)
    if lemma in speech.CALLING_AS:
        return "as" in form.reasons
    if lemma == "agree" or (lemma == "ask" and form.infinitive and form.first in ("to", "not")):
        return False
    if form.infinitive:
        return lemma in speech.SAYING and lemma not in ("threaten", "signal", "suggest")
    if lemma == "appeal":
        return "for" in cue_words
    return lemma in speech.PLAINLY_SAYING
