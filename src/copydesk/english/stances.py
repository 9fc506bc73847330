"""What a word of saying says about its claim: asserted, denied, doubted, promised, demanded, predicted."""

from typing import Final

from copydesk.english.lists import among
from copydesk.records import Stance

STANCES: Final[dict[Stance, frozenset[str]]] = {
    "assert": among(
        "acknowledge admit affirm allege argue assert attest aver avow boast certify charge claim concede"
        " conclude confess confirm contend declare demonstrate determine disclose emphasize emphasise"
        " establish highlight insist maintain note observe proclaim prove reaffirm reassert"
        " reiterate reveal stress testify trumpet underline underscore verify warrant"
    ),
    "deny": among(
        "decline deny disavow dismiss disown dispute rebuff rebut refuse refute reject repudiate contradict"
        " disagree oppose"
    ),
    "doubt": among("disbelieve distrust doubt puzzle query question speculate suspect wonder mistrust hesitate"),
    "promise": among("agree commit guarantee offer pledge promise swear undertake vow assure volunteer"),
    "demand": among(
        "appeal ask beg beseech challenge command compel demand dictate direct encourage exhort forbid"
        " implore instruct invite order plead press prod prompt propose recommend request require seek"
        " summon urge advise advocate want"
    ),
    "predict": among(
        "anticipate bet expect forecast foresee hope plan predict project prophesy envision envisage fear warn intend"
    ),
}
"""The stances of verbs by base form."""

STANCE_BY_PARTICLE: Final[dict[tuple[str, str], Stance]] = {
    ("call", "for"): "demand", ("call", "on"): "demand", ("call", "upon"): "demand", ("point", "out"): "assert",
    ("rule", "out"): "deny", ("swear", "in"): "neutral", ("insist", "on"): "demand", ("cast", "doubt"): "doubt",
    ("play", "down"): "doubt",
}  # fmt: skip
"""The stance of verbs with their particles."""

VERB_OF_NOUN: Final[dict[str, str]] = {
    "denial": "deny", "refusal": "refuse", "rejection": "reject", "objection": "oppose", "opposition": "oppose",
    "doubt": "doubt", "suspicion": "suspect", "speculation": "speculate", "promise": "promise", "pledge": "pledge",
    "vow": "vow", "commitment": "commit", "demand": "demand", "request": "request", "appeal": "appeal", "call": "call",
    "prediction": "predict", "forecast": "forecast", "expectation": "expect", "warning": "warn", "claim": "claim",
    "assertion": "assert", "allegation": "allege", "accusation": "accuse", "conclusion": "conclude", "hope": "hope",
    "finding": "find", "proposal": "propose", "plan": "plan", "belief": "believe", "statement": "state",
    "doubts": "doubt", "fears": "fear", "concerns": "concern", "hopes": "hope", "claims": "claim", "calls": "call",
    "allegations": "allege", "accusations": "accuse", "suspicions": "suspect", "promises": "promise",
}  # fmt: skip
"""The verb whose stance a noun has."""

HEDGES: Final = among("allegedly reportedly apparently supposedly purportedly seemingly")
"""Adverbs that leave open whether what is said is so."""

OPINIONS: Final = among("believe think agree accept recognise recognize share concur")
"""Verbs that deny what they embed where they are negated themselves ("does not believe that")."""

SAYING_NOTHING: Final = among(
    "say tell reply respond answer comment speak elaborate specify explain mention discuss disclose address give"
    " provide identify name confirm reveal talk be"
)
"""Verbs that say nothing where they are negated ("declined to comment")."""
