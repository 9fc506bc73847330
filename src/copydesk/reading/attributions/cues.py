"""What a cue says about its claim: lemma and stance, by table, with negation and hedges."""

from typing import Final

from copydesk.records import Stance


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


STANCES: Final[dict[Stance, frozenset[str]]] = {
    "assert": _words(
        "acknowledge admit affirm allege argue assert attest aver avow boast certify charge claim concede"
        " conclude confess confirm contend declare demonstrate determine disclose emphasize emphasise"
        " establish find highlight hold insist maintain note observe point proclaim prove reaffirm reassert"
        " reiterate reveal show stress swear testify trumpet underline underscore verify warrant"
    ),
    "deny": _words(
        "decline deny disavow dismiss disown dispute rebuff rebut refuse refute reject repudiate contradict"
        " disagree oppose rule"
    ),
    "doubt": _words("disbelieve distrust doubt puzzle query question speculate suspect wonder mistrust hesitate"),
    "promise": _words("agree commit guarantee offer pledge promise swear undertake vow assure volunteer"),
    "demand": _words(
        "appeal ask beg beseech call challenge command compel demand dictate direct encourage exhort forbid"
        " implore insist instruct invite order plead press prod prompt propose recommend request require seek"
        " summon urge advise advocate want"
    ),
    "predict": _words(
        "anticipate bet estimate expect forecast foresee hope plan predict project prophesy envision envisage"
        " fear warn intend"
    ),
}

_ORDER: Final[tuple[Stance, ...]] = ("deny", "doubt", "promise", "assert", "demand", "predict")
_BY_LEMMA: Final[dict[str, Stance]] = {lemma: stance for stance in reversed(_ORDER) for lemma in STANCES[stance]}
_NOUNS: Final[dict[str, str]] = {
    "denial": "deny", "refusal": "refuse", "rejection": "reject", "objection": "oppose", "opposition": "oppose",
    "doubt": "doubt", "suspicion": "suspect", "speculation": "speculate", "promise": "promise", "pledge": "pledge",
    "vow": "vow", "commitment": "commit", "demand": "demand", "request": "request", "appeal": "appeal", "call": "call",
    "prediction": "predict", "forecast": "forecast", "expectation": "expect", "warning": "warn", "claim": "claim",
    "assertion": "assert", "allegation": "allege", "accusation": "accuse", "conclusion": "conclude", "hope": "hope",
    "finding": "find", "proposal": "propose", "plan": "plan", "belief": "believe", "statement": "state",
}  # fmt: skip
_NEGATIONS: Final = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "cannot", "without"})
_HEDGES: Final = frozenset({"allegedly", "reportedly", "apparently", "supposedly", "purportedly", "seemingly"})
_NEGATED: Final[dict[Stance, Stance]] = {
    "neutral": "deny",
    "assert": "deny",
    "deny": "neutral",
    "doubt": "assert",
    "promise": "deny",
    "demand": "deny",
    "predict": "doubt",
}
_SILENT: Final = _words(
    "say tell reply respond answer comment speak elaborate specify explain mention discuss disclose address"
)
_IRREGULAR: Final[dict[str, str]] = {
    "said": "say", "told": "tell", "wrote": "write", "written": "write", "thought": "think", "felt": "feel",
    "knew": "know", "known": "know", "saw": "see", "seen": "see", "found": "find", "held": "hold", "heard": "hear",
    "swore": "swear", "sworn": "swear", "shown": "show", "sang": "sing", "spoke": "speak", "spoken": "speak",
    "went": "go", "gone": "go", "gave": "give", "given": "give", "took": "take", "taken": "take", "made": "make",
    "meant": "mean", "put": "put", "read": "read", "sought": "seek", "taught": "teach", "understood": "understand",
    "quoth": "quote", "begged": "beg", "foresaw": "foresee", "forecast": "forecast", "bet": "bet", "laid": "lay",
    "drew": "draw", "drawn": "draw", "sent": "send", "spelled": "spell", "quipped": "quip", "let": "let", "is": "be",
    "was": "be", "were": "be", "are": "be", "been": "be", "has": "have", "had": "have", "does": "do", "did": "do",
    "saying": "say", "shot": "shoot", "led": "lead", "left": "leave", "kept": "keep", "won": "win", "set": "set",
    "got": "get", "came": "come", "began": "begin", "begun": "begin", "fought": "fight", "stood": "stand",
    "says": "say",
    "forbade": "forbid", "forbidden": "forbid", "lied": "lie", "lying": "lie", "replied": "reply", "tried": "try",
     "chose": "choose", "forgot": "forget", "foreseen": "foresee", "beseeched": "beseech",
    "warning": "warn", "beliefs": "belief", "views": "view", "agreed": "agree", "agreeing": "agree",
    "disagreed": "disagree", "guaranteed": "guarantee", "decreed": "decree", "focused": "focus", "tweeted": "tweet",
}  # fmt: skip
_KEEP_E: Final = _words(
    "abdicate accuse acknowledge advertise advise advocate agree analyse analyze announce apologise"
    " apologize argue articulate assure become believe blame cause challenge change characterise"
    " characterize charge choose circulate cite close come compare complete complicate concede conclude"
    " continue create criticise criticize decide declare decline demonstrate denounce deride describe"
    " determine disclose dismiss dispute divulge educate embrace emphasise emphasize enthuse envisage"
    " estimate examine exclaim excuse explore figure force give guarantee have hope hypothesize illustrate"
    " imagine implore indicate inquire insinuate intone invite issue joke leave lie like make name"
    " negotiate note notice observe opine oppose persuade phrase place please pledge posture praise"
    " predicate prepare produce promise promote prophesise propose prove provide quote raise rate realise"
    " realize receive recite recognise recognize refuse refute rehearse reiterate release replicate"
    " repudiate require resolve reveal ridicule scribble sense serve share solve speculate state stipulate"
    " summarise summarize suppose surmise take tease theorise theorize undermine underscore update urge"
    " use validate vote welcome write"
)


def lemma_of(word: str) -> str:
    """Return the lemma of an English verb form (or the word itself), by table and spelling rules."""
    word = word.lower().replace("’", "'")
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word in _BY_LEMMA or word in _KEEP_E:
        return word
    for suffix in ("ing", "ed"):
        if word.endswith(suffix) and len(word) > len(suffix) + 2:
            return _base(word[: -len(suffix)])
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word


def _base(stem: str) -> str:
    if stem + "e" in _KEEP_E or stem + "e" in _BY_LEMMA:
        return stem + "e"
    if stem in _BY_LEMMA:
        return stem
    if stem.endswith("i"):
        return stem[:-1] + "y"
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "lsfz":
        return stem[:-1]
    if (
        stem.endswith(("at", "iz", "is", "ut", "rs", "rg", "dg", "nc", "lv", "rv", "ag", "su", "gu", "eas"))
        and len(stem) > 3
    ):
        return stem + "e" if not stem.endswith(("eat", "oat", "eut")) else stem
    return stem


def cue_head(words: list[str]) -> str | None:
    """Return the lemma that carries a cue of several words: its last verb of the table, else its first full word."""
    lemmas = [lemma_of(word) for word in words]
    light = {"be", "have", "do", "will", "would", "can", "could", "may", "might", "must", "should", "go", "to"}
    full = [lemma for lemma in lemmas if lemma not in light and lemma[:1].isalpha() and lemma not in _NEGATIONS]
    if [word.lower() for word in words[:2]] == ["according", "to"]:
        return "accord"
    for lemma in full:
        if lemma in _BY_LEMMA or lemma in _SILENT:
            return lemma
    for lemma in full:
        if lemma in _NOUNS:
            return _NOUNS[lemma]
    return full[0] if full else None


def stance_of(words: list[str]) -> Stance:
    """Return the stance of a cue from its words: the table's for its lemma, turned by a negation, hedged to doubt."""
    lowered = [word.lower() for word in words]
    lemma = cue_head(words)
    stance: Stance = _BY_LEMMA.get(lemma or "", "neutral")
    negated = any(word in _NEGATIONS or word.endswith(("n't", "n’t")) for word in lowered)
    if any(word in _HEDGES for word in lowered):
        return "doubt"
    if lemma in ("decline", "refuse") and any(lemma_of(word) in _SILENT for word in lowered):
        return "neutral"
    if lemma in _SILENT and negated:
        return "neutral" if lemma in {"comment", "respond", "reply", "answer", "elaborate", "specify"} else "deny"
    return _NEGATED[stance] if negated else stance
