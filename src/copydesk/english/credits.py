"""Words of credits: who reported, whose copy a text is, who told whom, which agency or outlet is cited."""

import re
from typing import Final

from copydesk.english.bylines import DESKS

GIVEN_BY: Final = (
    r"(?:this|the) (?:story|article|report|content) (?:was|is|has been)\s(?:originally\s|first\s)?(?:published|"
    r"produced|provided|distributed|written|reported|created|republished|supplied)\s"
    r"(?:by|in|on|from|through|courtesy of)"
)
"""The sentence before the name of whoever published or supplied a text."""
WITH_HELP: Final = "with (?:inputs|agency inputs|files|reporting|material|additional reporting) from"
"""The words before the name of an agency that contributed to a text."""

CREDIT_CLAUSES: Final = re.compile(
    r"(?<=[a-z)])[.;]\s+|;\s*|"
    r",\s(?=(?:additional\s)?(?:writing|editing|edited|reporting)\sby\s)|"
    r"(?:,?\sand\s|,\s)(?=(?:[A-Z][\w.'’-]{0,20}\s){1,4}(?:reported\s)?from\s[A-Z])"
)
"""Where one credit of a line ends and the next begins."""
REPORTED_FROM: Final = re.compile(
    r"(?P<who>[^.;]{3,120}?)\s(?:(?:reported|is reporting|wrote|writes)\s)?from\s(?P<place>[A-Z][^.;]{2,60})"
)
"""Who reported from where."""
CONTRIBUTED: Final = re.compile(
    r"(?P<who>[^.;]{2,300}?)\s(?:also\s)?(?:contributed|assisted|helped)"
    r"(?:\s(?:to|with|in|reporting)\b[^.;]{0,60}?)?(?:\sfrom\s(?P<place>[A-Z][^.;]{2,60}))?"
)
"""Who contributed, and from where."""
REPORTING_BY: Final = re.compile(
    r"(?:(?:additional\s|with\s|with additional\s|extra\s)?(?:reporting|report|writing|written|reported|files)\s"
    r"(?:by|from):?|contribut(?:ing|ors?|ions by):)\s(?P<who>[^;]{3,250})",
    re.IGNORECASE,
)
"""Who reported or wrote, by name."""
CREDIT_ASIDE: Final = re.compile(
    r"(?:edit(?:ing|ed)|compiled|translat(?:ing|ed|ion)|produced|fact.?check(?:ing|ed))\sby\b.{0,200}|"
    r"with (?:inputs|files|(?:additional )?reporting) from (?:the )?(?:news |wire )?(?:agenc(?:y|ies)|wires?|staff)"
    r"(?: reports| inputs)?|"
    r"(?:this|the) (?:story|article|report|copy) (?:has been|was|is) (?:published|taken|sourced|(?:auto-)?generated)"
    r"(?: directly)? from (?:an? |the )?(?:wire |news )?(?:agency|syndicated)(?: wire| news)? feed.{0,120}|"
    r"(?:(?:this|the) (?:story|article|report|copy) )?(?:has|was) not (?:been )?(?:edited|created) by .{2,80}",
    re.IGNORECASE,
)
"""What stands in credits and names nobody who wrote; some of it makes a line a credit all by itself."""
RIGHTS: Final = re.compile(
    r"(?:©|\(c\)|copyright).{0,120}|all rights reserved|this material may not be .{0,120}|"
    r"(?:read|see|view) the original (?:article|story)(?: here)?|visit .{2,60}|(?:the )?(?:news |wire )?agencies",
    re.IGNORECASE,
)
"""Notices of rights."""
TITLED: Final = re.compile(
    rf"^(?:the\s)?(?P<org>(?:[A-Z][\w.&’'-]*\s){{0,4}}?)(?:{DESKS}\s){{0,2}}"
    r"(?:writer|reporter|correspondent|journalist|producer|photographer|editor)s?\s(?=[A-Z])",
)
"""A reporter's title and outlet before the name."""
ORIGINALLY_IN: Final = re.compile(
    r"(?:(?:this|the) (?:story|article|report|post|piece|column|essay) (?:was |has been |is |had )?)?"
    r"(?:(?:originally|first) (?:published|appeared|produced|posted|written)|republished)(?: here)?\s"
    r"(?:by|in|on|at|from|for|with permission (?:of|from))\s(?P<who>[^.]{2,60}?(?:\.[a-z]{2,3})?)"
    r"(?:,? (?:on|and|under|in) .{3,120})?",
    re.IGNORECASE,
)
"""Where a text appeared first."""
SYNDICATED: Final = re.compile(
    rf"(?:{GIVEN_BY}|"
    r"(?:story|article|report|content|copy) (?:provided|supplied|distributed) by|distributed by|"
    r"(?:©|\(c\)|copyright)\s?(?:©\s?)?\d{0,4}|source:|via|" + WITH_HELP + r"|"
    r"republished (?:from|with permission (?:of|from)))\s(?P<who>[^.]{2,80})",
    re.IGNORECASE,
)
"""Who supplied a text."""
BIOGRAPHY: Final = re.compile(
    r",? (?:covers|can be (?:reached|contacted)|is (?:an? |the |our )|reports on|writes (?:about|on|for)|"
    r"has (?:covered|written|been)|joined|works (?:for|at|as))\b"
)
"""How a sentence on an author goes on after the name."""
OF_PICTURE: Final = re.compile(
    r"(?i)\b(?:photo|photograph(?:er|s)?|image|images|getty|picture|pictured|video|illustration|caption|epa|file)\b"
)
"""Words by which a credit is of a picture."""
STAFF: Final = re.compile(
    r"(?i)\b(?:the|news|business|sports?|science|political|technology|health|entertainment|markets?|economics|world|"
    r"national|foreign|senior|chief|special|video|staff|writers?|reporters?|correspondents?|journalists?|editors?|"
    r"agency|agencia|agence|service|newsroom|bureau|foundation|english)\b"
)
"""Words beside an agency's name in a credit."""
OPENS_WITH_BY: Final = re.compile(r"(?i)^\W{0,3}(?:by|from|von|por|par|da)\s(.{2,150})$")
"""A line that opens with by or from."""
CREDIT_PARTS: Final = re.compile(
    r"\s*(?:/|,|;|&|\||•|·|\band\b|\bund\b|\by\b|\bet\b|\bwith\b|\bvia\b|\bin\b|\bat\b|\bfor\b|\(|\)|\s[-–—]\s)\s*"
)
"""What parts the names in a credit."""
SOURCE_LINE: Final = re.compile(
    rf"(?i)^\W{{0,3}}(?:sources?|quelle|fuente|via|{WITH_HELP}|{GIVEN_BY}|"
    r"(?:story|article|report|content) (?:by|from|provided by)|"
    r"(?:originally|first) (?:published|appeared|posted) (?:by|in|on|at)|avec|mit material (?:von|der)|"
    r"contains? material from|additional reporting (?:by|from))\s?:?\s{0,2}(.{2,80})$"
)
"""A line that names the source of a text."""
WITH_LINE: Final = re.compile(r"^\W{0,3}[Ww]ith\s((?:the )?[A-Z][\w/,& ]{1,40})\W{0,3}$")
"""A line “with AP”."""
COPYRIGHT_LINE: Final = re.compile(
    r"(?i)(?:©|\(c\)|\bcopyright\b)[\s©]{0,3}(?:\d{4}(?:[-–]\d{2,4})?)?,?\s{0,2}(?:by\s)?(.{2,60})"
)
"""A notice of copyright and its holder."""
UNNAMED_AGENCIES: Final = re.compile(
    r"(?i)^\W{0,3}(?:with |by |from )?(?:(?:news |wire )?agencies|"
    r"staff and (?:wires?|agenc(?:y|ies))(?: reports)?|wire (?:services?|reports?)|"
    r"agenc(?:y|ies) (?:reports?|inputs)|(?:from )?(?:our |staff and )?(?:news|"
    r"wire) services?|[\w’' .]{1,30} (?:news|wire) services?)\W{0,3}$"
)
"""A credit to agencies without a name."""
REPORTING_BRACKET: Final = re.compile(r"\((?:Additional )?(?:Reporting|Writing|Editing|Compiled) (?:by|from|and)\b")
"""How a bracket of credits opens."""
CONTRIBUTED_TO_THIS: Final = re.compile(
    r"(?:^|[.(_]\s{0,2})(?:The )?(?P<who>[A-Z][\w.’' ]{1,40}?)(?:'s|"
    r"’s)?\s(?:(?:\w+\s){0,2}writers?|reporters?|correspondents?|journalists?)\s"
    r"[A-Z][^.\n]{3,200}?\b(?:contributed|reported)\b|"
    r"(?:^|[.(_]\s{0,2})(?:The )?(?P<body>[A-Z][\w.’' ]{1,40}?) contributed to this\b"
)
"""Sentences by which an agency's writers contributed."""
TOLD_BEFORE: Final = re.compile(
    r"\b(?:told|tells|telling|informed|interviewed by|interview (?:with|to)|speaking to|spoke to|confirmed to|"
    r"statement to|emailed to|said to|dijo a|sagte der|à l['’])\s?(?:the |"
    r"(?:the )?(?:[A-Z][a-z]+ |state |official )?news agency )?$"
)
"""What stands before an agency's name that was told something."""
TOLD_NO_AGENCY: Final = re.compile(r"['’]s?\s|\s(?:journalist|reporter|photographer)s?\b")
"""What follows a name that was told something as a person's."""
REPORTED_AFTER: Final = re.compile(
    r"(?: news agency| newswire)?,? (?:has |had )?(?:also )?(?:reported|reports|said|says|quoted|cited)\b"
)
"""What follows the name of an agency that is cited."""
CITING_BEFORE: Final = re.compile(
    r"\b(?:according to|citing|cited by|quoted by|reported by|reports by)\s(?:a report (?:by|from)\s)?(?:the )?"
    r"(?:(?:[A-Z][a-z]+ |state |official ){0,2}news agency )?$|\b(?:[Nn]ews agency|agency) $"
)
"""What stands before the name of an agency that is cited."""
OUTLET_REPORTED: Final = re.compile(
    r"\bthe (?P<paper>(?:[A-Z][\w’'-]+ ){1,3})(?:newspaper|daily|weekly)\s(?:first\s)?(?:reported|said|revealed)\b|"
    r"\b(?:newspaper|daily|broadcaster|website) (?P<outlet>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}) (?:first )?"
    r"(?:reported|quoted|said|revealed)\b"
)
"""An outlet that is cited for something."""

SEEN_BY: Final = re.compile(
    r"\b(?:seen|obtained|reviewed|viewed|examined|verified|published|released|leaked to|shared with|provided to)\s"
    r"(?:(?:by|to|with)\s)?(?:the )?(?P<who>[A-Z][\w’'&-]{1,30}(?: [A-Z][\w’'&-]{1,30}){0,3})"
)
"""Who had a document."""
WITNESS_OF: Final = re.compile(
    r"\b(?:[Aa]n? |[Tt]he |[Tt]wo )?(?P<who>[A-Z][\w’'&-]{1,30}(?: [A-Z][\w’'&-]{1,30}){0,2}) "
    r"(?:reporter|journalist|correspondent|photographer|witness|team)(?:s|es)?"
    r"(?: (?:in|at|near|on)(?: \w{1,30}){1,4})? "
    r"(?:saw|heard|watched|counted|witnessed)\b"
)
"""Whose reporter was there."""
