"""Words by which a writer, or somebody quoted, speaks in the first person."""

import re
from typing import Final

from copydesk.english.function_words import PREPOSITIONS

FIRST: Final = re.compile(
    r"(?<![\w.&/-])(?<!: )(?:I(?:['’](?:m|ve|d|ll))?|[Mm]y(?! [A-Z])|me|[Mm]yself)(?![\w'’&/-]|\.\w)"
)
"""The first person singular: no numeral (World War I), list (I. Introduction, I-95) or named voice (Moss: I resign)."""
NUMERAL_BEFORE: Final = re.compile(r"(?:[A-Z][\w’'-]{0,30}|\b(?:phase|part|level|type|class|grade|stage|act|tier))\s\Z")
"""What stands before an I that is a numeral."""
VERB_AFTER: Final = re.compile(rf"\s(?!(?:{'|'.join(sorted(PREPOSITIONS))}|and|or|is)\b)[a-z’']+")
"""What stands behind an I that is a pronoun."""
REPORTER: Final = re.compile(
    r"\b(?:tells?|told|brings?|brought|strikes|struck|e-?mail|tweet|let|asks?|asked|e-?mailed|texted|called|wrote|reminds?|"
    r"reminded|informed|invited|showed|shows|greeted|assured|handed|with|to|for) me\b|"
    r"\bI(?:['’]ve| have| had| first| later| also| once| recently| just)? (?:am [A-Z]|did|hope|wish|wonder|predict|ask|"
    r"asked|met|meet|spoke|visited|interviewed|called|sat|wrote|write|watched|saw|reported|talked|reached|arrived|walked|"
    r"joined|think|suspect|believe|guess|suppose|argue|argued|mean|confess|admit)\b|"
    r"\bI['’]m (?:[A-Z]|afraid|sure|told|guessing)|"
    r"\b(?:[Ee]-?mail|[Tt]ell|[Ff]ollow|[Cc]ontact|[Vv]isit|[Ww]rite to|[Rr]each) (?:me|my)\b|"
    r"\bmy (?:column|colleagues?|book|article|piece|story|interview|opinion|view|name|friends?|wife|husband|editor|"
    r"question)\b"
)
"""What a writer says who was there (told me, I asked): the story is told in person."""
SPOKEN: Final = re.compile(
    r"\b(?:says?|said|asked|asks|added|told|tells|wrote|writes|tweeted|replied|recalled|quoted)\b"
)
"""Speech, which belongs to its speaker also where it has no quotation marks."""
PLURAL: Final = re.compile(r"\b(?:[Ww]e|[Oo]urs?|ourselves)\b")
"""The first person plural."""
