"""Text to words: a bounded scanner with exact offsets that follows the Universal Dependencies conventions for English.

Contractions are split (do n't, Kyiv 's, can not), hyphens and slashes between words stand alone (well - known),
abbreviations keep their full stop, numbers keep their inner marks (1,000.5, 10:30, 9/11), and addresses stay whole.
Source of the conventions: UD English tokenisation guidelines, EWT and GUM treebanks.
"""

import re

import numpy as np

from copydesk.english.abbreviations import WITH_STOP, WITH_STOP_BEFORE_CAPITALS
from copydesk.language.document import Offsets

_sure = "|".join(sorted(WITH_STOP, key=lambda word: (-len(word), word)))
_ambiguous = "|".join(sorted((word.title() for word in WITH_STOP_BEFORE_CAPITALS), key=lambda word: (-len(word), word)))

_WORD = re.compile(
    r"""
      (?:https?://|www\.)[^\s<>"“”«»]{1,2000}(?<![.,;:!?'’)\]}…])       # addresses of pages
    | [\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}                   # addresses of mail
    | (?<!\w)[#@]\w{1,100}                                               # tags and handles
    | \b(?:[^\W\d_]\.){2,8}                                              # U.S., a.m.
    | \b(?i:SURE)\.(?=\s|[,;:)'’"”]|$)                                     # Mr., Sept.
    | \b(?:AMBIGUOUS)\.(?=\s{1,3}[A-Z0-9])                                      # No. 5, Co. of
    | \b[A-Z]\.(?=\s{0,2}[A-Z][\w.])                                     # J. Smith
    | (?<!\w)(?:'|’)(?:[1-9]0s|(?i:em|cause|til|tis|twas)\b)             # '90s, 'em
    | \d{1,60}(?:[.,:/]\d{1,60}){0,12}(?:(?:st|nd|rd|th|s)\b)?             # 1,000.5, 5th, 1990s
    | (?i:\bcan(?=not\b)|\b(?:gon|wan)(?=na\b)|(?<=\bgon|\bwan)na\b|\bgot(?=ta\b)|(?<=\bgot)ta\b|(?<=\bcan)not\b)
    | (?<=\w)(?i:n['’]t)\b                                               # n't
    | (?<=\w)['’`´](?i:s|re|ve|ll|d|m)\b                                 # 's, 'll
    | (?<!\w)[Ee]-?mails?\b                                                # e-mail, the one prefix that stays
    | [^\W\d_]{1,30}?(?=(?i:n['’]t)\b)                                   # do, wo, ca
    | [^\W_][\w\u0300-\u036f]{0,200}(?:['’](?!(?i:s|re|ve|ll|d|m|t)\b)[^\W\d_][\w\u0300-\u036f]{0,200})?
    | \.{2,50} | -{2,50} | \${2,50} | !{2,50} | \?{2,50} | [!?]{2,50} | _{1,50} | \*{1,50} | ={2,50} | ~{2,50}
    | \S
    """.replace("SURE", _sure).replace("AMBIGUOUS", _ambiguous),
    re.VERBOSE,
)


def words(text: str) -> Offsets:
    """Return the words of a text as an (n, 2) array of code-point offsets; every character but white space is in one.

    Any text is accepted. Time grows with its length alone.
    """
    return np.array([match.span() for match in _WORD.finditer(text)], dtype=np.int32).reshape(-1, 2)
