"""Words of events that are told again, or by another word: nouns that stand for them, verbs that only carry them."""

from typing import Final

from copydesk.english.lists import among, listed

STANDING_FOR: Final = {
    "attack": "ASSAULT", "assault": "ASSAULT", "raid": "ASSAULT", "strike": None, "incident": None,
    "violence": "ASSAULT", "fighting": "ASSAULT", "killing": "ASSAULT", "shooting": "ASSAULT",
    "blast": "ASSAULT", "explosion": "ASSAULT",
    "bombing": "ASSAULT", "war": "ASSAULT", "invasion": "ASSAULT", "meeting": "CONSULT", "talk": "CONSULT",
    "visit": "CONSULT", "trip": "CONSULT", "travel": "CONSULT", "summit": "CONSULT", "deal": "AGREE",
    "agreement": "AGREE", "accord": "AGREE", "pact": "AGREE", "protest": "PROTEST", "demonstration": "PROTEST",
    "rally": "PROTEST", "march": "PROTEST", "arrest": "COERCE", "ban": "COERCE", "crackdown": "COERCE",
    "accusation": "ACCUSE", "allegation": "ACCUSE", "charge": "ACCUSE", "ruling": None, "decision": None, "move": None,
    "crash": None, "accident": None, "collapse": None, "disaster": None, "fire": None, "quake": None, "death": None,
}  # fmt: skip
"""Nouns that stand for an event told before in other words, with the PLOVER type that it must have, if any."""
LIGHT_VERBS: Final = among(
    "attend hold host stage launch conduct mount suffer undergo commit pay convene wage impose sign reach strike issue"
    " make give lodge open seal"
)
"""Verbs that with an event noun as their object tell of that one event ("held talks", "launched an attack")."""
ENDINGS: Final = tuple(
    listed("isation ization ation ition ission ment sion tion ance ence ing ure al er or ee ed es ion y e s")
)
"""Endings by which nouns and verbs of one event differ ("deploy", "deployment"); tried in this order."""
TELLING_NOTHING: Final = among("say tell add note explain state comment remark think believe do interview refer")
"""Verbs that only bring what somebody says, or stand for another verb ("did it again")."""
WITHHELD: Final = among(
    "name surname age identity detail comment interview reason explanation information answer response"
)
"""What somebody who does not speak does not give."""
ANOTHER: Final = among("another other past previous earlier future further similar separate")
"""Words before a noun that tell of another happening than the one told."""
CALLING: Final = among("call describe brand label dub hail term")
"""Verbs that say what somebody or something is."""
PRAISING: Final = among(
    "great greatest good best better hero heroes heroic friend friends wonderful tremendous brilliant beautiful success"
    " successful honest historic fantastic incredible perfect excellent genius welcome wise brave courageous respected"
    " useful smart terrific remarkable outstanding triumph"
)
"""Words by which something is said to be good."""
BEFORE: Final = among("past previous earlier former")
"""Adjectives before a noun that tell of what was before the news."""
PRESS: Final = among("journalist reporter interviewer correspondent broadcaster columnist")
"""Who asks and reports, and takes no part in what is told."""
