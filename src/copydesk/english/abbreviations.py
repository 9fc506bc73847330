"""Abbreviations that end in a full stop, and words that often open a sentence: what tells a full stop from an end.

All in small letters, without the last full stop.
"""

from typing import Final

from copydesk.english.calendar import SHORT_MONTHS, SHORT_WEEKDAYS
from copydesk.english.lists import among

TITLES: Final = among(
    "mr mrs ms mx messrs mme mlle dr prof rev fr sr st ste hon gov lt sen rep reps sens pres gen adm col maj capt "
    "cmdr cpl sgt pvt pfc supt insp det amb atty msgr brig cdr cllr rt vs v no nos art sec fig eq vol ch pp approx "
    "est ca cf e.g i.e al ft mt"
)
"""Abbreviations that stand before a name or a number: never the last word of a sentence."""

ABBREVIATIONS: Final = among(
    "inc corp co ltd llc plc bros assn dept div univ jr sr esq etc ave blvd rd hwy a.m p.m am pm b.c a.d u.s u.k "
    "u.n u.s.a u.s.s.r e.u d.c l.a n.y ph.d m.d b.a m.a j.d d.d.s ala ariz ark calif colo conn del fla ga ill ind "
    "kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo"
) | {*SHORT_MONTHS, *SHORT_WEEKDAYS}
"""Abbreviations that may close a sentence: a capital after them opens the next one only in a word that often does."""

COMMON: Final = among("mr mrs ms dr sen rep gov gen col lt sgt st prof rev jan feb aug sept oct nov dec no vs")
"""The abbreviations that reports use most."""

WITH_STOP: Final = (COMMON - {"ms", "no"}) | among(
    "jr sr inc corp ltd reps sens capt cmdr maj adm hon pres messrs apr jun jul sep etc nos mt ft dept univ blvd cf "
    "vol eds pp ph approx ariz calif colo conn fla kan ky md mich minn mont neb nev okla tenn vt wis wyo bros mfg "
    "assn intl"
)
"""Abbreviations to which a full stop after them always belongs."""

WITH_STOP_BEFORE_CAPITALS: Final = among(
    "no mar ex ed est fig ill ind la del miss mass wash pa al co ore mo va md ga rd ave ms tex"
)
"""Abbreviations that are words as well: a full stop belongs to them before a capital or a figure."""

OPENERS: Final = among(
    "the a an this that these those he she it they we i you his her its their our my your there here in on at for "
    "but and so if when while after before as since although though however meanwhile according what who why how "
    "where not no yes some many most all both more one two three by with from to under over between during last "
    "next earlier later now then officials police critics"
)
"""Words that often open a sentence, and are seldom names."""
