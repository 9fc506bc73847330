"""Names of houses: what stands in the name of a newsroom, an issuer of news, a page of many stories."""

import re
from typing import Final

LITTLE: Final = frozenset({"the", "of", "and", "a", "news", "agency", "com", "www", "org", "net"})
"""Words of a name that tell no house."""
ASIDE: Final = re.compile(
    r"(?i)^(?:https?://)?(?:www\.)?|\.(?:com|org|net|co\.uk|[a-z]{2,3})(?:/.*)?$|"
    r"\b(?:international|english|online|wire|digital|world)\b|\(.*?\)"
)
"""What is left out of a house's name: its address, its edition."""
TOLD_TO: Final = re.compile(
    r"(?:told|speaking to|interview with|said to|seen by|obtained by|contacted by|answer(?:ed)?)\s(?:the )?(?:by )?$"
)
"""What stands before the name of a house that spoke to somebody, or saw something."""
ISSUER: Final = re.compile(
    r"(?i)\b(?:ministry|minist[eè]re|ministerio|ministerium|government|presidency|police|university|department|"
    r"office|council|court|bank|commission|authority|embassy|parliament|army|navy|corp(?:oration)?|inc|ltd|plc|llc|"
    r"gmbh|company|foundation|institute|association|federation|party|union|nations|organi[sz]ation)\b"
)
"""Words in the name of a body that gives out news of itself."""
PAPER: Final = re.compile(r"(?i)\b(?:news(?:paper)?s?|press|media|broadcasting|radio|television|tv|publishing)\b")
"""Words in the name of a newsroom."""
DIGEST: Final = re.compile(
    r"(?i)^\W{0,3}(?:the latest\b|live(?: updates?| blog)?\b\s?[:|–-]|"
    r".{0,40}\bnews in brief\b|.{0,60}\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|morning|"
    r"evening|daily|weekly|weekend) "
    r"(?:sheet|briefing|brief|digest|newsletter)\b|top coverage\b|"
    r"in two minutes|what we're covering|five things|5 things|"
    r".{0,30}\b(?:round-?up|in brief|newsletter|digest)\b)"
)
"""How a page opens that tells many stories."""
BYLINE: Final = re.compile(r"(?:^|\n)\s{0,3}(?:By|BY|Von|Por|Par)\s[A-Z][\w.'’-]+ [A-Z]")
"""The byline of a text, in English and its neighbours."""
