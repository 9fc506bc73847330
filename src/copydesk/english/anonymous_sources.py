"""Words by which a source's name is withheld, and by which the reason for it is given.

Patterns are searched right behind a source, within bounds that the reader sets.
"""

import re
from typing import Final

PSEUDONYM: Final = re.compile(
    r"\b(?:names? (?:has|have|had|was|were) (?:been )?changed|not (?:his|her|their) real name)\b", re.I
)
"""A name that is said to be changed."""
_ASKED: Final = (
    r"(?:on (?:the )?condition (?:of anonymity|that (?:he|she|they|his|her|their)\b[^,;.]{0,60}?\bnot"
    r" be (?:named|identified|used|published))|anonymously|under (?:the )?(?:condition|cover) of anonymity"
    r"|(?:ask|request|demand|insist|require|sought|seek)(?:e?d|ing|s)? (?:for |on )?(?:anonymity|to remain anonymous"
    r"|(?:that )?(?:his|her|their) names? not be (?:used|published|given)"
    r"|(?:not )?to (?:not )?be (?:named|identified))|(?:granted|given|promised|wanted) anonymity"
    r"|(?:names?|identit(?:y|ies)) (?:has|have|had|was|were|is|are) (?:been |being )?(?:changed|withheld)"
    r"|(?:declined|refused|did not want|didn['’]t want|preferred not|wished not) to be (?:named|identified|quoted)"
    r"|(?:declined|refused) to (?:give|provide) (?:his|her|their) (?:full |last |sur)?names?"
    r"|(?:was|were|is|are|being) not (?:being )?(?:named|identified)|on background|off the record)"
)
"""What sources ask, or are granted: not to be named."""
_BECAUSE: Final = (
    r"(?:because|in (?:line|accordance|keeping|order|compliance)|citing|due to"
    r"|for (?:fear|safety|security|reasons|lack)|out of|so (?:as|that|he|she|they)|as (?:he|she|they)"
    r"|since|to [a-z]|under|per |owing|given|fearing|lest|as a matter"
    r"|(?:while |when )?(?:discussing|describing|speaking|talking)|amid|pending)"
)
REASON: Final = re.compile(rf"\b{_ASKED}[ ,]{{1,3}}(?P<reason>{_BECAUSE}[^;”\"“\n]{{2,220}})", re.IGNORECASE)
"""A request with the reason behind it, which is the group `reason`."""
UNAUTHORISED: Final = re.compile(
    r"\b(?:(?P<because>because|as|since|given that|saying) (?:he|she|they)\b[^.;,”\"]{0,30}?)?"
    r"\b(?P<reason>not (?:been )?(?:authori[sz]ed|allowed|permitted|cleared) to[^;”\"“\n]{2,120})",
    re.IGNORECASE,
)
"""A source who may not speak: `reason`, and `because` where it is said to be one."""
WITHHELD: Final = re.compile(
    r"(?:that )?(?:not to be|to not be|to be (?:named|identified|quoted)|(?:for |on )?anonymity"
    r"|to (?:remain|stay) anonymous|(?:his|her|their) names? not\b)",
    re.IGNORECASE,
)
"""What somebody asks for who asks not to be named."""
REASON_END: Final = re.compile(
    r"[.?!…](?=\s|$|[”\"])|,? (?:said|says|told|added|wrote|confirmed|adding|noting|warned|stated)\b|,(?= [A-Z“\"])|,$"
)
"""Where a reason ends: at a mark, or at the verb of saying."""
WITHHOLDING_CLAUSE: Final = re.compile(
    rf"(?:,? (?:who|whose|speaking|asking|requesting|insisting)\b[^.;”\"“\n]{{0,120}}?"
    rf"\b(?:{_ASKED}|not (?:authori[sz]ed|allowed|permitted) to [a-z ]{{2,60}}))",
    re.IGNORECASE,
)
"""A clause behind a source that withholds its name."""
