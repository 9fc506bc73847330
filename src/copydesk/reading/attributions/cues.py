"""What a cue says about its claim: the lemma of its head, its stance by table, whether the saying itself is negated."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from copydesk.english import function_words
from copydesk.english.stances import HEDGES, OPINIONS, SAYING_NOTHING, STANCE_BY_PARTICLE, STANCES, VERB_OF_NOUN
from copydesk.english.verbs import base_form
from copydesk.reading.attributions.verb_grammar import Grammar
from copydesk.records import Stance

_ORDER: Final[tuple[Stance, ...]] = ("deny", "doubt", "promise", "assert", "demand", "predict")
_BY_LEMMA: Final[dict[str, Stance]] = {lemma: stance for stance in reversed(_ORDER) for lemma in STANCES[stance]}
NEGATIONS: Final = (function_words.NEGATIONS - {"none", "nobody"}) | {"n’t", "cannot"}
_NEGATED: Final[dict[Stance, Stance]] = {"doubt": "assert", "predict": "doubt"}
_LIGHT: Final = (function_words.MODALS - {"shall"}) | {"be", "have", "do", "go", "to", "get"}
_SKIPPED: Final = frozenset(("ADV", "DET", "AUX", "PRON", "PUNCT", "PART", "CCONJ", "NUM", "X", "SYM"))


class CueReading(NamedTuple):
    """The head of a cue (a word's number; None without a parse), its lemma, its stance, whether it is negated."""

    head: int | None
    lemma: str | None
    stance: Stance
    negated: bool


def read_cue(words: Sequence[str], grammar: Grammar | None, numbers: Sequence[int]) -> CueReading:
    """Return what a cue says.

    Args:
        words: its words.
        grammar: the document's tree; None to read the words alone.
        numbers: the words' numbers in the document; empty without a tree.
    """
    lowered = [word.lower().replace("’", "'") for word in words]
    if not lowered:
        return CueReading(None, None, "neutral", False)
    head = cue_verb(grammar, numbers) if grammar and numbers else None
    lemma: str | None
    if grammar is not None and head is not None and grammar.tags[head] not in ("X", "PUNCT", ""):
        lemma = _lemma_at(grammar, head)
        around = {grammar.lower[child] for child in grammar.children[head] if grammar.labels[child] == "advmod"}
        clause = _complement(grammar, head)
    else:
        lemma, around, clause = cue_head(lowered), set(), ""
    if lowered[:2] == ["according", "to"]:
        lemma = "accord"
    negated = _negated([*lowered, *around])
    if any(word in HEDGES for word in (*lowered, *around)):
        return CueReading(head, lemma, "doubt", negated)
    stance = _stance(lemma, lowered, clause)
    if lemma == "plead" and grammar is not None and head is not None:
        stance = _plea(grammar, head) or stance
    if lemma in ("decline", "refuse") and _is_silence(lowered, grammar, head):
        return CueReading(head, lemma, "neutral", True)
    if negated:
        stance = _NEGATED.get(stance, "neutral") if lemma not in OPINIONS else "deny"
    return CueReading(head, lemma, stance, negated)


def cue_verb(grammar: Grammar, numbers: Sequence[int]) -> int:
    """Return the word that heads a cue: its verb nearest to the root that says something, else its head."""
    verbs = [i for i in numbers if grammar.tags[i] == "VERB" and base_form(grammar.lower[i]) not in _LIGHT]
    known = [
        i for i in verbs if base_form(grammar.lower[i]) in _BY_LEMMA or base_form(grammar.lower[i]) in SAYING_NOTHING
    ]
    if known or verbs:
        return min(known or verbs, key=lambda i: (sum(1 for _ in grammar.above(i)), i))
    full = [i for i in numbers if grammar.tags[i] not in _SKIPPED]
    return grammar.head_of(full[0], full[-1] + 1) if full else numbers[0]


def _lemma_at(grammar: Grammar, head: int) -> str:
    word = grammar.lower[head].replace("’", "'")
    if grammar.tags[head] in ("VERB", "AUX"):
        return base_form(word)
    if word in VERB_OF_NOUN:
        return VERB_OF_NOUN[word]
    return word if word.isalpha() else word.strip(".,:;-—–\"'“”") or word


def _complement(grammar: Grammar, head: int) -> str:
    labels = {grammar.labels[child] for child in grammar.children[head]}
    return "xcomp" if "xcomp" in labels else "ccomp" if "ccomp" in labels else ""


def _stance(lemma: str | None, lowered: Sequence[str], clause: str) -> Stance:
    lemma = lemma or ""
    for first, second in ((lemma, word) for word in lowered):
        if found := STANCE_BY_PARTICLE.get((first, second)):
            return found
    if lemma == "agree":
        return "promise" if clause == "xcomp" else "neutral"
    if lemma == "ask":
        return "demand" if clause == "xcomp" or "for" in lowered else "neutral"
    if lemma == "find":
        return "neutral"
    if "doubt" in lowered and lemma in ("cast", "throw", "have", "express", "raise"):
        return "doubt"
    return _BY_LEMMA.get(lemma, "neutral")


def _plea(grammar: Grammar, head: int) -> Stance | None:
    """Return what a plea in court is: guilty is admitted, not guilty denied; None where it is no such plea."""
    after = grammar.lower[head + 1 : head + 3]
    return "deny" if after == ["not", "guilty"] else "assert" if after[:1] == ["guilty"] else None


def _negated(words: Iterable[str]) -> bool:
    return any(word in NEGATIONS or word.endswith(("n't", "n’t")) for word in words)


def _is_silence(lowered: Sequence[str], grammar: Grammar | None, head: int | None) -> bool:
    """Return whether what is declined is to speak: "declined to comment"."""
    if any(base_form(word) in SAYING_NOTHING for word in lowered if word not in ("declined", "refused")):
        return True
    if grammar is None or head is None:
        return False
    below = grammar.dependents(head, "xcomp")
    nouns = {grammar.lower[child] for child in grammar.dependents(head, "obj")}
    return any(base_form(grammar.lower[i]) in SAYING_NOTHING for i in below) or bool(nouns & {"comment", "requests"})


def cue_head(words: Sequence[str]) -> str | None:
    """Return the lemma that carries a cue, told from its words alone: the first that a table knows, else the first."""
    lemmas = [base_form(word) for word in (w.strip(".,:;-—–") for w in words) if word]
    full = [lemma for lemma in lemmas if lemma not in _LIGHT and lemma[:1].isalpha() and lemma not in NEGATIONS]
    if [word.lower() for word in words[:2]] == ["according", "to"]:
        return "accord"
    known = [lemma for lemma in full if lemma in _BY_LEMMA or lemma in SAYING_NOTHING]
    nouns = [VERB_OF_NOUN[lemma] for lemma in full if lemma in VERB_OF_NOUN]
    plain = [lemma for lemma in full if not lemma.endswith("ly")]
    return next(iter((*known, *nouns, *plain, *full)), None)
