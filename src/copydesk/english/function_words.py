"""Function words by class: articles, pronouns, prepositions, auxiliaries, negations; and the commonest words of all.

Small classes, of which each reader takes the union that its job needs.
"""

from typing import Final

from copydesk.english.lists import among

ARTICLES: Final = among("a an the")
DEMONSTRATIVES: Final = among("this that these those")
POSSESSIVES: Final = among("my your his her its our their")
SUBJECTS: Final = among("i you he she it we they")
"""Personal pronouns as subjects."""
OBJECTS: Final = among("me him her us them")
"""Personal pronouns as objects, those aside that are subjects too."""
RELATIVES: Final = among("who whom whose which that")
INDEFINITE: Final = among("a an one another any some")
"""Words before a noun that name one of many."""
DEFINITE: Final = among("the this that his her its their our")
"""Words before a noun that name a known one."""
SEVERAL: Final = among("these those some many most several both few two three four")
"""Words before a noun that name more than one."""
CONJUNCTIONS: Final = among("and or but")
SUBORDINATORS: Final = among("how if that what when where whether who why")
"""Words that open a clause in the place of a noun."""

PREPOSITIONS: Final = among("at by for from in of on to with")
"""The commonest prepositions."""
PLACED: Final = among("across along around at in inside near off on outside over")
"""Prepositions that tell where something is."""
DIRECTED: Final = among("between from into of through to toward towards")
"""Prepositions that tell whence, whither, or what a place belongs to."""

BE: Final = among("is are was were be been")
HAVE: Final = among("has have had")
DO: Final = among("do does did")
MODALS: Final = among("can could may might must shall should will would")
AUXILIARIES: Final = BE | HAVE | DO | MODALS
NEGATIONS: Final = among("no not never none nobody nor neither without n't")
CONTRACTED_NEGATIONS: Final = among(
    "n't didn't don't doesn't isn't aren't wasn't weren't won't wouldn't can't couldn't shouldn't hasn't haven't "
    "hadn't mustn't ain't"
)

COMMONEST: Final = among(
    "a about after all also an and are as at be been but by can could did do for from had has have he her him his how "
    "if in into is it its just like more most my no not of on one only or other our out over said she so some such "
    "than that the their them then there these they this to up us was we were what when which who will with would you "
    "your"
)
"""The commonest words of English prose; the scorers of articles were fitted with these."""
STOP_WORDS: Final = (COMMONEST - {"like", "one"}) | among(
    "according am any before being between both does dr each first having here hers i last may me might mr mrs ms must "
    "new nor off onto own per s same say saying says shall should t those through told under upon very where while "
    "whom whose why within without yet"
)
"""Words that say little of what a text is about: left out where texts are compared."""

NEVER_TWICE: Final = among(
    "the a an of and to with for from at his their its our be were are they we which because into"
)
"""Words that never stand twice in good English (that that, had had, on on may)."""

TOLD_ENGLISH: Final = among(
    "the of and to in a is that for it was on with as by at from be this are have not has but which his her"
)
"""Words by whose share a text is told to be in English: frequent in it, and rare in other languages together."""
ENGLISH_ALONE: Final = among("the and that with from this are which it but his has not be")
"""Words of English that Danish, Norwegian, Swedish, Dutch, Afrikaans and German, its neighbours, do not spell so."""

EDGE_CLASSES: Final = (
    '"', "“", "”", "' '' `` ‘ ’", ",", ".", "! ?", ":", ";", "- – — --", "( [", ") ]", "…", "that", "to", "and",
    "or but", "who whom whose which", "because since as while although though", "if whether", "when where how why",
    "what", "in on at during", "after before until", "by", "of", "for with from about", "the a an", "not n't n’t",
    "he she they it i we you", "his her their its our", "is are was were be been", "has have had", "'s ’s",
    "would will could should can may might",
)  # fmt: skip
"""Words and marks at the edges of what is said, in classes, in the order in which fitted weights count them."""
