"""Why a source has no name: the words that give the reason."""

import re
from typing import Final

from copydesk.records import Span

REACH: Final = 260
_ASKED: Final = (
    r"(?:on (?:the )?condition (?:of anonymity|that (?:he|she|they|his|her|their)\b[^,;.]{0,60}?\bnot"
    r" be (?:named|identified|used|published))|anonymously|under (?:the )?(?:condition|cover) of anonymity"
    r"|(?:ask|request|demand|insist)(?:ed|ing|s)? (?:for |on )?(?:anonymity|to remain anonymous"
    r"|(?:not )?to (?:not )?be (?:named|identified))|(?:granted|given|promised|wanted) anonymity"
    r"|(?:declined|refused|did not want|didn['’]t want|preferred not|wished not) to be (?:named|identified|quoted)"
    r"|(?:was|were|is|are|being) not (?:being )?(?:named|identified)|on background|off the record)"
)
_BECAUSE: Final = (
    r"(?:because|in (?:line|accordance|keeping|order|compliance)|citing|due to"
    r"|for (?:fear|safety|security|reasons|lack)|out of|so (?:as|that)|as (?:he|she|they)"
    r"|since|to [a-z]|under|per |owing|given|fearing|lest|as a matter)"
)
_REASON: Final = re.compile(rf"\b{_ASKED}[ ,]{{1,3}}(?P<reason>{_BECAUSE}[^;”\"“\n]{{2,220}})", re.IGNORECASE)
_UNAUTHORISED: Final = re.compile(
    r"\b(?:(?P<because>because|as|since|given that|saying) (?:he|she|they)\b[^.;,”\"]{0,30}?)?"
    r"\b(?P<reason>not (?:been )?(?:authori[sz]ed|allowed|permitted|cleared) to[^;”\"“\n]{2,120})",
    re.IGNORECASE,
)
_END: Final = re.compile(
    r"[.?!…](?=\s|$|[”\"])|,? (?:said|says|told|added|wrote|confirmed|adding|noting|warned|stated)\b|,(?= [A-Z“\"])|,$"
)
_NEXT_SENTENCE: Final = re.compile(r"[a-z0-9][.?!][”\"’]? {1,3}(?=[“\"A-Z])")


_RELATIVE: Final = re.compile(r",? (?:who|which|that|whose)$")
_CLAUSE: Final = re.compile(
    rf"(?:,? (?:who|speaking|asking|requesting|insisting)\b[^.;”\"“\n]{{0,120}}?"
    rf"\b(?:{_ASKED}|not (?:authori[sz]ed|allowed|permitted) to [a-z ]{{2,60}}))",
    re.IGNORECASE,
)


_ANTECEDENT: Final = re.compile(r"(?:\A|[\n.;:!?”\"“(] ?|, )((?:[\w’'-]+ ){0,9}[\w’'-]+),? \Z")


def with_clause(text: str, source: Span) -> Span:
    """Return a source with the clause, if one follows it at once, that withholds its name, and the reason.

    A source that is only such a clause ("who spoke on condition of anonymity") takes in the words that it stands for.
    """
    if text[source[0] : source[0] + 4].lower() == "who ":
        reach = max(0, source[0] - 120)
        if found := _ANTECEDENT.search(text[reach : source[0]]):
            before = reach + found.start(1), reach + found.end(1)
            if (whole := with_clause(text, before))[1] > source[0]:
                return whole
    cut = _RELATIVE.search(text, *source)
    bare = (source[0], cut.start()) if cut else source
    match = _CLAUSE.match(text, bare[1], min(len(text), bare[1] + REACH))
    if match is None:
        return bare
    reason = anonymity_reason(text, bare)
    return bare[0], max(match.end(), reason[1]) if reason else match.end()


def anonymity_reason(text: str, source: Span) -> Span | None:
    """Return the words in or shortly after a source, in its sentence, that say why its name is withheld, or None."""
    start, stop = source[0], min(len(text), source[1] + REACH)
    line = text.find("\n", source[1], stop)
    stop = line if line >= 0 else stop
    sentence = _NEXT_SENTENCE.search(text, source[1], stop)
    stop = sentence.start() + 2 if sentence else stop
    for pattern in (_REASON, _UNAUTHORISED):
        match = pattern.search(text, start, stop)
        if match:
            begin, end = match.span("reason")
            if pattern is _UNAUTHORISED and match["because"]:
                begin = match.start("because")
            cut = _END.search(text, begin, end)
            end = cut.start() if cut else end
            while end > begin and text[end - 1] in " ,":
                end -= 1
            return begin, end
    return None
