"""What kind of source stands behind a claim, and why a source that has no name has none."""

import re
from typing import Final

from copydesk.records import Entity, SourceKind, Span

_PERSON_PRONOUNS: Final = frozenset(
    ("i", "he", "she", "him", "her", "his", "hers", "himself", "herself", "myself", "me", "my", "you")
)
_GROUP_PRONOUNS: Final = frozenset(("they", "them", "their", "we", "us", "our", "those", "these"))
_MEDIA: Final = re.compile(
    r"\b(?:reuters|associated press|a\.?p\.?|agence france-presse|afp|bloomberg|cnn|bbc|msnbc|abc|cbs|nbc|pbs|npr"
    r"|cnbc|fox news|sky news|al jazeera|tass|xinhua|ria novosti|interfax|breitbart|politico|buzzfeed|vox|axios|gawker"
    r"|huffington post|washington post|new york times|wall street journal|usa today|guardian|daily beast"
    r"|newspaper|newspapers|magazine|broadcaster|tabloid|outlet|outlets|news agency|media|press|weekly|daily"
    r"|times|post|journal|tribune|gazette|herald|telegraph|examiner|chronicle|news|globe|inquirer|observer)\b",
    re.IGNORECASE,
)
_DOCUMENT: Final = re.compile(
    r"\b(?:reports?|statement|documents?|poll|polls|survey|surveys|study|studies|letter|letters|memo|email"
    r"|emails|e-mail|e-mails|filing|filings|complaint|indictment|lawsuit|suit|affidavit|analysis|data|figures|statistics"
    r"|records|transcript|articles?|book|paper|papers|website|post|tweet|tweets|ad|ads|advertisement|press release"
    r"|release|law|bill|constitution|review|audit|list|sign|signs|headline|headlines|editorial|census|results|evidence"
    r"|ruling|order|decision|speech|research|numbers|video|message|blog|column|note|text|petition|resolution|plan|draft"
    r"|banner|placard|placards|notice|manifesto|platform)\b",
    re.IGNORECASE,
)
_GROUP_NOUNS: Final = re.compile(
    r"\b(?:sources|officials|aides|advisers|advisors|people|persons|men|women|residents|witnesses|experts|analysts|critics"
    r"|supporters|voters|lawmakers|democrats|republicans|diplomats|police|authorities|scientists|researchers|investigators"
    r"|prosecutors|lawyers|allies|friends|colleagues|protesters|activists|employees|workers|economists|observers"
    r"|strategists|pollsters|members|others|some|many|most|several|both|few|opponents|leaders|historians|doctors|donors"
    r"|veterans|conservatives|liberals|politicians|reporters|journalists|editors|americans|everyone|everybody|majority"
    r"|crowd|public|family|team|staff|camp|half|percent|insiders|operatives|students|teachers|parents|neighbors"
    r"|neighbours|soldiers|troops|rebels|executives|representatives|senators|candidates|attendees|those|they|group)\b",
    re.IGNORECASE,
)
_ORGANIZATION: Final = re.compile(
    r"\b(?:ministry|department|agency|administration|government|campaign|committee|council|commission|company|party|court"
    r"|university|institute|bank|board|bureau|office|union|association|foundation|center|centre|house|senate|congress"
    r"|pentagon|kremlin|organi[sz]ation|coalition|corporation|inc|corp|embassy|navy|army|parliament|club|school|firm"
    r"|white house|state department|fbi|cia|nato|nasa|un|eu|who)\b",
    re.IGNORECASE,
)
_REASON: Final = re.compile(
    r"\b(?:on (?:the )?condition (?:of anonymity|that (?:he|she|they|his|her|their)\b[^,;.]{0,60}?\bnot be"
    r" (?:named|identified|used|published))|anonymously|under (?:the )?(?:condition|cover) of anonymity"
    r"|(?:asked|asking|requested|requesting) (?:for )?(?:anonymity|not to be (?:named|identified))"
    r"|(?:granted|given|requested|insisted on|insisting on|demanded) anonymity"
    r"|declined to be (?:named|identified)|(?:was|were|is|are|being) not (?:named|identified))[ ,]{1,3}"
    r"(?P<reason>(?:because|in (?:line|accordance|keeping)|citing|due to|for fear|out of|so as|in order"
    r"|as (?:he|she|they)|since|to |under|per |owing|given|fearing|for )[^.;”\"]{3,220})",
    re.IGNORECASE,
)
_UNAUTHORISED: Final = re.compile(
    r"\b(?P<reason>(?:because (?:he|she|they)\b[^.;,”\"]{0,30}?|who (?:was|were|is|are) )not (?:authori[sz]ed|allowed"
    r"|permitted) to[^.;,”\"]{3,120})",
    re.IGNORECASE,
)
_PROPER: Final = re.compile(r"(?<![\w.])(?:[A-Z][\w’'-]+|[A-Z]\.)(?: (?:de|van|von|al|bin|der|la) )?")
_TITLES: Final = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|President|Senator|Governor|Secretary|Minister|Chancellor|Mayor|Judge|Justice|Gen"
    r"|General|Col|Lt|Sgt|Prof|Professor|Rev|Pope|King|Queen|Prince|Sir|Lord|Lady|Dame)\b\.?",
)


def anonymity_reason(text: str, span: Span) -> Span | None:
    """Return the words inside a span that say why a name is withheld, or None."""
    for pattern in (_REASON, _UNAUTHORISED):
        match = pattern.search(text, *span)
        if match:
            start, end = match.span("reason")
            while text[end - 1] in " ,":
                end -= 1
            return start, end
    return None


def entity_of(source: tuple[Span, ...], entities: tuple[Entity, ...]) -> Entity | None:
    """Return the entity that heads a source: the first person named in it, else the first organization or other."""
    inside = [
        (entity.type not in ("PERSON",), mention[0], entity)
        for entity in entities
        for mention in entity.mentions
        for start, end in source
        if start <= mention[0] and mention[1] <= end
    ]
    return min(inside, key=lambda item: item[:2])[2] if inside else None


def kind_of(text: str, source: tuple[Span, ...], entity: Entity | None) -> SourceKind:
    """Return the kind of source that the words name; `entity` is the one behind it, where known."""
    if not source:
        return "none"
    words = " ".join(text[start:end] for start, end in source).strip(" ,")
    head = re.split(r",| who | which | that | of | from | in | at | for | with | on ", words, maxsplit=1)[0].strip()
    lowered = words.lower()
    if entity is not None and entity.type == "PERSON":
        return "named-person"
    if lowered in _PERSON_PRONOUNS:
        return "named-person"
    if lowered in _GROUP_PRONOUNS:
        return "anonymous-group"
    if _names_person(head):
        return "named-person"
    last = head.split()[-1] if head.split() else ""
    if _DOCUMENT.fullmatch(last) and not last[0].isupper():
        return "document"
    if _MEDIA.search(last) or (_MEDIA.search(head) and not _GROUP_NOUNS.search(last)):
        return "media"
    if _GROUP_NOUNS.fullmatch(last) or _GROUP_NOUNS.match(head):
        return "anonymous-group"
    if entity is not None and entity.type == "ORG":
        return "named-organization"
    if _ORGANIZATION.search(head) or (last[:1].isupper() and not head.lower().startswith(("a ", "an "))):
        return "named-organization"
    return "anonymous-group" if last.endswith("s") and not last.endswith("ss") else "anonymous-person"


def _names_person(head: str) -> bool:
    if _TITLES.search(head):
        return any(word[:1].isupper() for word in _TITLES.sub("", head).split())
    if _ORGANIZATION.search(head) or _MEDIA.search(head) or head.lower().startswith("the "):
        return False
    capitals = [word for word in head.split() if word[:1].isupper() and word.isalpha()]
    return 2 <= len(capitals) <= 4 and len(capitals) == len(head.split())
