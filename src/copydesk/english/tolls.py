"""Tolls: words that tell of people killed, injured, missing, detained or displaced, and of totals that rise."""

import re
from typing import Final

from copydesk.english.lists import among
from copydesk.english.numbers import CARDINALS, TENS

TOLL_NOUNS: Final = among(
    "dead deceased deaths death fatalities fatality injuries injured wounded missing arrests arrest detentions "
    "evacuees killed displaced homeless detained arrested"
)
"""Words that tell the kind as nouns, or after the number alone."""
TOLL_SUBJECTS: Final = among(
    "die dies died dying perish perished perishing drown drowned drowning flee fled fleeing disappeared dead missing"
)
"""Verbs whose subject is the one killed, missing or displaced."""
TOLL_PARTICIPLES: Final = among(
    "killed injured wounded hurt murdered slain massacred executed assassinated slaughtered beheaded arrested detained "
    "jailed imprisoned displaced evacuated apprehended martyred electrocuted lynched maimed hospitalized hospitalised "
    "uprooted incarcerated"
)
"""Verbs that tell of their subject only in the passive."""
TAKING_LIVES: Final = among("claim claims claimed claiming take takes took taking cost costs costing lose lost losing")
"""Verbs that take lives as their object."""

TOTALS: Final = among(
    "toll number total count tally population figure membership fatalities deaths cases magnitude turnout"
)
"""Nouns of totals."""
MEASURED: Final = among("magnitude index score rate ratio")
"""Nouns of what is measured and counts nothing."""
RISES: Final = among(
    "rise rises rose risen rising climb climbs climbed fall falls fell fallen stand stands stood standing reach "
    "reaches reached hit hits pass passes passed jump jumped drop drops dropped grow grows grew grown be is was "
    "are were remain remains remained increase increased swell swelled tops topped at to total totalled totaled number "
    "numbers numbered"
)
"""Verbs by which a total has its value, with the preposition before it."""

COUNT: Final = rf"\d[\d,]{{0,11}}(?!,?\d)|{'|'.join(CARDINALS | TENS)}"
"""A number, in digits or as a word."""
DEAD: Final = re.compile(
    rf"\b(?P<before>{COUNT})\s(?:people\s|persons\s|others\s)?(?:were\s|are\s)?(?:killed|dead|die|died|dies)\b|"
    rf"\bkill(?:ed|ing|s)\s(?:at least\s|about\s|some\s)?(?P<after>{COUNT})\b",
    re.IGNORECASE,
)
"""How many died: before the word, or after it."""
