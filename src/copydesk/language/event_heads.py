"""What the model says of events word by word: the labels of each head of the branch `happenings.cdm`."""

from typing import Final

from copydesk.records import EventKind

NEWS: Final = ("none", "minor", "salient")
"""Is this word the head of an event that a careful reader lists, and of one that a news desk would log?"""
TYPES: Final = (
    "", "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
"""PLOVER's types; the first stands for none of them."""
KINDS: Final[tuple[EventKind, ...]] = (
    "politics", "conflict", "protest", "accident", "disaster", "crime", "court", "business", "health", "sport",
    "science", "culture", "weather", "other",
)  # fmt: skip
STATUSES: Final = ("happened", "ongoing", "scheduled", "expected", "possible", "denied", "habitual")
RELATIVES: Final = ("news", "background", "future")
MODES: Final = (
    "", "ACCUSE/allege", "ACCUSE/disapprove", "ACCUSE/investigate", "AID/asylum", "AID/economic", "AID/humanitarian",
    "AID/military", "AID/peacekeeping", "ASSAULT/abduct", "ASSAULT/aerial", "ASSAULT/assassinate", "ASSAULT/beat",
    "ASSAULT/crowd-control", "ASSAULT/execute", "ASSAULT/explosives", "ASSAULT/firearms", "ASSAULT/heavy-weapons",
    "ASSAULT/kill", "ASSAULT/massacre", "ASSAULT/primitive", "ASSAULT/sexual", "ASSAULT/suicide-attack",
    "ASSAULT/torture", "ASSAULT/unconventional", "COERCE/arrest", "COERCE/ban", "COERCE/censor", "COERCE/curfew",
    "COERCE/cyber", "COERCE/deport", "COERCE/martial-law", "COERCE/restrict", "COERCE/seize", "COERCE/withhold",
    "CONSULT/meet", "CONSULT/multilateral", "CONSULT/phone", "CONSULT/third-party", "CONSULT/visit",
    "MOBILIZE/police", "MOBILIZE/troops", "MOBILIZE/weapons", "PROTEST/boycott", "PROTEST/demo", "PROTEST/hunger",
    "PROTEST/obstruct", "PROTEST/riot", "PROTEST/strike", "REJECT/assist", "REJECT/change", "REJECT/meet",
    "REJECT/yield", "REQUEST/assist", "REQUEST/change", "REQUEST/meet", "REQUEST/yield", "RETREAT/access",
    "RETREAT/ceasefire", "RETREAT/disarm", "RETREAT/ease", "RETREAT/release", "RETREAT/resign", "RETREAT/return",
    "RETREAT/withdraw", "SANCTION/convict", "SANCTION/discontinue", "SANCTION/expel", "SANCTION/withdraw",
    "THREATEN/relations", "THREATEN/restrict", "THREATEN/violence",
)  # fmt: skip
"""PLOVER's modes with their types; the first stands for none of them."""
HEADS: Final = {
    "news": NEWS, "type": TYPES, "mode": MODES, "kind": KINDS, "status": STATUSES, "relative": RELATIVES,
}  # fmt: skip
