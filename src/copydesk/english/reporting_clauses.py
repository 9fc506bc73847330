"""Patterns of plain reporting: a verb of saying, its subject beside it, times and phrases that stand between.

They serve the attributions that are found by rules alone.
"""

import re
from typing import Final

from copydesk.english.calendar import WEEKDAYS
from copydesk.english.function_words import AUXILIARIES
from copydesk.english.lists import among
from copydesk.english.speech import QUOTING_FORMS

_AUX: Final = r"(?:(?:has|have|had|also|later|then|previously|repeatedly|recently|further|once|often|again|now) ){0,3}"
CUE: Final = re.compile(rf"\b{_AUX}(?:{'|'.join(sorted(QUOTING_FORMS))}|say)\b:?", re.IGNORECASE)
"""A verb of saying, with what stands before it of its tense."""
ACCORDING: Final = re.compile(r"\baccording to\b", re.IGNORECASE)
"""The preposition that names a source."""
TIMEWORD: Final = (
    rf"(?:(?:late |early )?(?:on |last |this |next )?(?:{'|'.join(day.title() for day in WEEKDAYS)}"
    r"|yesterday|today|tonight)(?: (?:morning|afternoon|evening|night))?)"
)
"""A day of the week or a word for one, with the part of the day."""
TIME_FIRST: Final = re.compile(rf"\s*{TIMEWORD}", re.IGNORECASE)
"""A phrase that opens with a time."""
ADVERBIAL: Final = re.compile(
    rf"\s*(?:{TIMEWORD}|(?:in|during|at|on|after|before|by) [^,.;:“\"]{{1,60}}|earlier|later|recently|again|too)", re.I
)
"""What may stand between a verb of saying and what is said."""
NP_STOP: Final = re.compile(
    rf"\s+(?:{TIMEWORD}\b|(?:in|during|on|at|to) (?:an?|his|her|their|the) (?:\w+ ){{0,3}}"
    r"(?:interview|statement|speech"
    r"|e-?mail|tweet|letter|conference|briefing|debate|rally|post|appearance|call|event|hearing|reporters)\b"
    r"|when|while"
    r"|after|before|during|as|because|in response"
    r"|by (?:phone|e-?mail|telephone)|to reporters|last (?:week|month|year|night)"
    r"|this (?:week|month|year)|earlier|in (?:19|20)\d\d|of (?:the|his|her|their|its)\b)"
)
"""What ends the words of a source: a time, an occasion, a clause."""
APPOSITION: Final = re.compile(
    r",\s+(?:who|whose|an?|the|[a-z-]+(?:er|or|ist|man|woman|an|ing)? (?:of|for|at|to|in|with)|speaking on|one of"
    r"|[Rr]epublican|[Dd]emocrat|R-|D-|chief|president|chair|director|head|executive|senior|former|professor)\b"
)
"""What goes on with a source behind a comma: a clause or a title."""
FINITE: Final = re.compile(
    rf"\b(?:{'|'.join(sorted(AUXILIARIES - {'be', 'been', 'shall'}))}|if|that|because|although"
    r"|though|while|when|where|whether|what|how|why|not|’s not|n’t)\b|n['’]t\b",
    re.IGNORECASE,
)
"""Words of a clause, which no source is."""
LEAD: Final = re.compile(
    rf"(?:(?:But|And|So|Yet|Still|Then|Meanwhile|However|Instead|Also|Later|Earlier|While|As)\b,?\s+|{TIMEWORD},?\s+)"
)
"""What stands before the subject at the opening of a sentence."""
RELATIVE: Final = re.compile(r"[,(]| who | which | that ")
"""What ends the head of a source."""
SEGMENT: Final = re.compile(r"[,;:—–]\s|\s[-–—]\s|\s(?:and|but|that|because|while|as|when) ")
"""Where a part of a sentence ends before a subject."""
THAT: Final = re.compile(r"\b(?:that\b|[:,] ?(?=[\"“]))")
"""Where what is said opens behind who is told."""
NO_SOURCES: Final = among("it that this which what there")
"""Pronouns that speak for nobody."""
