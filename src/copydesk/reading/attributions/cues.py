"""What a cue says about its claim: the lemma of its head, its stance by table, whether the saying itself is negated."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from copydesk.english.verbs import base_form
from copydesk.reading.attributions.grammar import Grammar
from copydesk.records import Stance


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


STANCES: Final[dict[Stance, frozenset[str]]] = {
    "assert": _words(
        "acknowledge admit affirm allege argue assert attest aver avow boast certify charge claim concede"
        " conclude confess confirm contend declare demonstrate determine disclose emphasize emphasise"
        " establish highlight insist maintain note observe proclaim prove reaffirm reassert"
        " reiterate reveal stress testify trumpet underline underscore verify warrant"
    ),
    "deny": _words(
        "decline deny disavow dismiss disown dispute rebuff rebut refuse refute reject repudiate contradict"
        " disagree oppose"
    ),
    "doubt": _words("disbelieve distrust doubt puzzle query question speculate suspect wonder mistrust hesitate"),
    "promise": _words("agree commit guarantee offer pledge promise swear undertake vow assure volunteer"),
    "demand": _words(
        "appeal ask beg beseech challenge command compel demand dictate direct encourage exhort forbid"
        " implore instruct invite order plead press prod prompt propose recommend request require seek"
        " summon urge advise advocate want"
    ),
    "predict": _words(
        "anticipate bet expect forecast foresee hope plan predict project prophesy envision envisage fear warn intend"
    ),
}

_ORDER: Final[tuple[Stance, ...]] = ("deny", "doubt", "promise", "assert", "demand", "predict")
_BY_LEMMA: Final[dict[str, Stance]] = {lemma: stance for stance in reversed(_ORDER) for lemma in STANCES[stance]}
_BY_PARTICLE: Final[dict[tuple[str, str], Stance]] = {
    ("call", "for"): "demand", ("call", "on"): "demand", ("call", "upon"): "demand", ("point", "out"): "assert",
    ("rule", "out"): "deny", ("swear", "in"): "neutral", ("insist", "on"): "demand", ("cast", "doubt"): "doubt",
    ("play", "down"): "doubt",
}  # fmt: skip
_NOUNS: Final[dict[str, str]] = {
    "denial": "deny", "refusal": "refuse", "rejection": "reject", "objection": "oppose", "opposition": "oppose",
    "doubt": "doubt", "suspicion": "suspect", "speculation": "speculate", "promise": "promise", "pledge": "pledge",
    "vow": "vow", "commitment": "commit", "demand": "demand", "request": "request", "appeal": "appeal", "call": "call",
    "prediction": "predict", "forecast": "forecast", "expectation": "expect", "warning": "warn", "claim": "claim",
    "assertion": "assert", "allegation": "allege", "accusation": "accuse", "conclusion": "conclude", "hope": "hope",
    "finding": "find", "proposal": "propose", "plan": "plan", "belief": "believe", "statement": "state",
    "doubts": "doubt", "fears": "fear", "concerns": "concern", "hopes": "hope", "claims": "claim", "calls": "call",
    "allegations": "allege", "accusations": "accuse", "suspicions": "suspect", "promises": "promise",
}  # fmt: skip
NEGATIONS: Final = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "cannot", "without"})
_HEDGES: Final = frozenset({"allegedly", "reportedly", "apparently", "supposedly", "purportedly", "seemingly"})
_NEGATED: Final[dict[Stance, Stance]] = {"doubt": "assert", "predict": "doubt"}
_OPINIONS: Final = _words("believe think agree accept recognise recognize share concur")
_SILENT: Final = _words(
    "say tell reply respond answer comment speak elaborate specify explain mention discuss disclose address give"
    " provide identify name confirm reveal talk be"
)
_LIGHT: Final = _words("be have do will would can could may might must should go to get")
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
    if any(word in _HEDGES for word in (*lowered, *around)):
        return CueReading(head, lemma, "doubt", negated)
    stance = _stance(lemma, lowered, clause)
    if lemma == "plead" and grammar is not None and head is not None:
        stance = _plea(grammar, head) or stance
    if lemma in ("decline", "refuse") and _is_silence(lowered, grammar, head):
        return CueReading(head, lemma, "neutral", True)
    if negated:
        stance = _NEGATED.get(stance, "neutral") if lemma not in _OPINIONS else "deny"
    return CueReading(head, lemma, stance, negated)


def cue_verb(grammar: Grammar, numbers: Sequence[int]) -> int:
    """Return the word that heads a cue: its verb nearest to the root that says something, else its head."""
    verbs = [i for i in numbers if grammar.tags[i] == "VERB" and base_form(grammar.lower[i]) not in _LIGHT]
    known = [i for i in verbs if base_form(grammar.lower[i]) in _BY_LEMMA or base_form(grammar.lower[i]) in _SILENT]
    if known or verbs:
        return min(known or verbs, key=lambda i: (sum(1 for _ in grammar.above(i)), i))
    full = [i for i in numbers if grammar.tags[i] not in _SKIPPED]
    return grammar.head_of(full[0], full[-1] + 1) if full else numbers[0]


def _lemma_at(grammar: Grammar, head: int) -> str:
    word = grammar.lower[head].replace("’", "'")
    if grammar.tags[head] in ("VERB", "AUX"):
        return base_form(word)
    if word in _NOUNS:
        return _NOUNS[word]
    return word if word.isalpha() else word.strip(".,:;-—–\"'“”") or word


def _complement(grammar: Grammar, head: int) -> str:
    labels = {grammar.labels[child] for child in grammar.children[head]}
    return "xcomp" if "xcomp" in labels else "ccomp" if "ccomp" in labels else ""


def _stance(lemma: str | None, lowered: Sequence[str], clause: str) -> Stance:
    lemma = lemma or ""
    for first, second in ((lemma, word) for word in lowered):
        if found := _BY_PARTICLE.get((first, second)):
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
    if any(base_form(word) in _SILENT for word in lowered if word not in ("declined", "refused")):
        return True
    if grammar is None or head is None:
        return False
    below = grammar.dependents(head, "xcomp")
    nouns = {grammar.lower[child] for child in grammar.dependents(head, "obj")}
    return any(base_form(grammar.lower[i]) in _SILENT for i in below) or bool(nouns & {"comment", "requests"})


def cue_head(words: Sequence[str]) -> str | None:
    """Return the lemma that carries a cue, told from its words alone: the first that a table knows, else the first."""
    lemmas = [base_form(word) for word in (w.strip(".,:;-—–") for w in words) if word]
    full = [lemma for lemma in lemmas if lemma not in _LIGHT and lemma[:1].isalpha() and lemma not in NEGATIONS]
    if [word.lower() for word in words[:2]] == ["according", "to"]:
        return "accord"
    known = [lemma for lemma in full if lemma in _BY_LEMMA or lemma in _SILENT]
    nouns = [_NOUNS[lemma] for lemma in full if lemma in _NOUNS]
    plain = [lemma for lemma in full if not lemma.endswith("ly")]
    return next(iter((*known, *nouns, *plain, *full)), None)
