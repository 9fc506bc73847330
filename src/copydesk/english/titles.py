"""Words that stand before and after names: honorifics, titles, generations, legal forms of companies."""

import re
from typing import Final

from copydesk.english.lists import among

HONORIFICS: Final = among("mr mrs ms miss sir dame lady lord madam datuk dato datin seri shri smt alhaji hajiya engr")
"""Words of address, which tell no role."""

GENDER_OF_ADDRESS: Final = {"mr": "male", "sir": "male", "mrs": "female", "ms": "female", "miss": "female"}
"""What words of address tell of whom they name."""

TITLES: Final = HONORIFICS | among(
    "dr prof professor president minister prime premier chancellor senator sen rep gov governor mayor judge justice "
    "general gen colonel col major captain capt lieutenant lt sergeant sgt king queen prince princess pope bishop "
    "archbishop father sister imam sheikh ayatollah rev reverend secretary ambassador former vice"
)
"""Words before a person's name that are no part of it, in small letters and without a full stop."""

GENERATIONS: Final = among("jr sr ii iii iv")
"""What stands after a person's name to tell generations apart."""

LEGAL_FORMS: Final = among("inc corp co ltd llc plc company corporation group holdings limited")
"""What stands at the end of a company's name and is left out where it is named again."""

LINKING: Final = among("the of and for & in on de la del du et der")
"""Small words within the names of bodies."""

NAME_PARTICLES: Final = among("de da do dos das del della di du la le van von der den ter ten bin ibn al el y e")
"""Small words within the names of people."""

_MEMBERS: Final = among("sen senator rep representative congressman congresswoman mp mep lawmaker deputy")
TITLES_OF_DESCRIPTIONS: Final = {
    "senator": among("sen senator"),
    "congressman": among("rep representative congressman"),
    "congresswoman": among("rep representative congresswoman"),
    "lawmaker": _MEMBERS,
    "republican": _MEMBERS | {"gov", "governor", "republican"},
    "democrat": _MEMBERS | {"gov", "governor", "democrat"},
    "governor": among("gov governor"),
    "official": among(
        "adviser advisor minister secretary director commissioner official ambassador officer chief head chairman"
    ),
    "adviser": among("adviser advisor"),
    "advisor": among("adviser advisor"),
    "diplomat": among("ambassador diplomat envoy consul"),
    "general": among("gen general"),
    "judge": among("judge justice"),
    "lawyer": among("lawyer attorney counsel"),
    "attorney": among("lawyer attorney counsel"),
    "candidate": among("candidate nominee"),
    "nominee": among("candidate nominee"),
    "spokesman": among("spokesman spokesperson"),
    "spokeswoman": among("spokeswoman spokesperson"),
    "professor": among("prof professor"),
}
"""Which titles and roles a description may stand for; any other noun stands for a role of the same word."""

SUFFIXES: Final = frozenset(("Jr", "Jr.", "Sr", "Sr.", "PhD", "Ph.D.", "Esq", "Esq."))
"""What stands behind a person's name."""

LEGAL_FORM_AT_END: Final = re.compile(
    r"(?:,? (?:Inc|Incorporated|Corp|Corporation|Co|Company|Ltd|Limited|LLC|PLC|plc|N\.V|S\.A|AG|GmbH)\.?)+\Z"
)
"""The legal forms at the end of a company's name, as it is printed."""
