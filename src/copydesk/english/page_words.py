"""What pages say of themselves: walls, days of publication, sites in titles; in English and its neighbours."""

import re
from typing import Final

from copydesk.english.calendar import MONTH_STEMS
from copydesk.records import PageKind

WALL_WORDS: Final = re.compile(
    r"(?:(?:subscribe|sign (?:in|up)|log ?in|register|join)\b.{0,40}\bto (?:continue|keep|read|unlock|access|finish)|"
    r"(?:this|the) (?:article|story|content|post) is (?:for|only|exclusive|reserved|available)\b.{0,40}"
    r"\b(?:subscribers|members)|(?:to|continue) read(?:ing)? (?:the (?:full|whole|rest)|this)\b.{0,60}|"
    r"already a (?:subscriber|member)|you(?:'|’)ve (?:reached|read) your .{0,30}(?:limit|articles)|"
    r"(?:unlock|get) (?:this|full|unlimited) (?:article|story|access)|"
    r"jetzt (?:weiterlesen|abonnieren)|(?:diesen|den ganzen) artikel (?:lesen|weiterlesen)|"
    r"(?:pour|il vous reste) .{0,30}(?:lire la suite|% de cet article)|suscríbete para|abonnez-vous pour)",
    re.IGNORECASE,
)
"""Words in which a page asks to subscribe."""
PUBLISHED_VERB: Final = re.compile(
    r"(?P<updated>updat|modif|revis|\bedited|\blast\b|reviewed|mis[e]? à jour|a[ck]tuali[sz]|atualiz|aggiorn|обновл|"
    r"оновл|bijgewerkt|o?ppdate|güncel|تحديث|更新)|"
    r"(?P<published>publi[sc]|publié|posted|created|issued|written|\bfirst\b|original|\bdate\b|veröffentlicht|"
    r"erschienen|pubbl|опублик|gepubl|udgivet|yayın|نشر|发布|發布|公開)",
    re.IGNORECASE,
)
"""Verbs before a printed day."""
ORIGINALLY_PUBLISHED: Final = re.compile(
    r"\b(?:originally|first) published(?: (?:here|online))?(?: on)?:? $", re.IGNORECASE
)
"""Words before the day of a first publication."""
SITE_WORD: Final = re.compile(
    r"\b(?:news|blog|magazine|times|post|journal|daily|media|inc|llc|ltd|group|university|official|home|tv|online|review|"
    r"\w+\.(?:com|org|net|io|co|gov|edu))\b",
    re.IGNORECASE,
)
"""Words in the name of a site that stands behind a headline."""

NUMBERED_PAGE: Final = re.compile(
    r"(?:page|seite|página|pagina|pag\.|стр\.) ?\d{1,2} ?(?:of|von|de|di|из|/) ?\d{1,2}", re.I
)
"""A page of several, by its number."""

OF_THE_SITE: Final = re.compile(r"commission|affiliate|independently|subscri|newsletter|reader-supported", re.I)
"""Words of a paragraph in which a site speaks of itself."""

KIND_OF_SECTION: Final[dict[str, PageKind]] = {
    **dict.fromkeys(("opinion", "opinions", "commentisfree", "editorial", "editorials", "op-ed", "oped", "columns",
                     "columnists", "commentary", "letters", "meinung", "kommentar", "opinion-columns"), "opinion"),
    **dict.fromkeys(("live", "live-blog", "liveblog", "live-updates", "live-news"), "live-blog"),
    **dict.fromkeys(("press-release", "press-releases", "pressrelease", "news-release", "news-releases",
                     "pressemitteilung", "pressemitteilungen"), "press-release"),
    **dict.fromkeys(("interview", "interviews"), "interview"),
    **dict.fromkeys(("review", "reviews"), "review"),
    **dict.fromkeys(("video", "videos", "watch"), "video"),
    **dict.fromkeys(("gallery", "galleries", "photos", "slideshow", "slideshows", "in-pictures"), "gallery"),
}  # fmt: skip
"""Kinds of pages by a part of their address."""
KIND_OF_OPENING: Final[tuple[tuple[re.Pattern[str], PageKind], ...]] = (
    (re.compile(r"(?:opinion|editorial|op-ed|comment|column|letter)s?\s?[:|–—-]\s", re.I), "opinion"),
    (re.compile(r"live(?: updates| blog)?\s?[:|–—-]\s|.{5,120}[:–—-]\s?(?:live updates|as it happened|live)$", re.I),
     "live-blog"),
    (re.compile(r"(?:press|news|media) release\s?[:|–—-]\s", re.I), "press-release"),
    (re.compile(r"(?:interview|q&a)\s?[:|–—-]\s", re.I), "interview"),
    (re.compile(r"(?:[a-z]{3,12} )?review\s?[:|–—-]\s", re.I), "review"),
    (re.compile(r"(?:video|watch)\s?[:|–—-]\s", re.I), "video"),
    (re.compile(r"(?:in pictures|photos|gallery)\s?[:|–—-]\s", re.I), "gallery"),
)  # fmt: skip
"""Kinds of pages by how a headline opens or ends."""
RELEASE: Final = re.compile(
    r"for immediate release\b|.{0,80}(?:/PRNewswire/|\(BUSINESS WIRE\)|\(GLOBE NEWSWIRE\))", re.I
)
"""How a press release opens."""

POST_SHARED: Final = re.compile(r"A post shared by (?P<name>[^()@]{2,60}?) \(@(?P<handle>\w[\w.]{0,39})\)")
"""The line under a post that names who posted it."""
VIEW_POST: Final = re.compile(r"view (?:this )?(?:post|profile|more) on \w+", re.IGNORECASE)
"""The link under a post."""

RELATED: Final = re.compile(r"^\W{0,4}related\b.{0,20}[:|]", re.IGNORECASE)
"""A line that opens a list of other stories."""
READ_MORE: Final = re.compile(
    r"^\W{0,4}(?:read (?:more|also|next)|also read|see also|more)\b ?[:|»>–—-]", re.IGNORECASE
)
"""A line that leads to another story."""

CORRECTION: Final = re.compile(
    r"(?:correction|clarification|editor['’]s note|update)s?\b.{0,60}?[:–—]|"
    r"this (?:article|story|report|post) (?:was|has been) (?:updated|amended|corrected|changed)\b|"
    r"an earlier version of this\b",
    re.IGNORECASE,
)
"""How a note opens that corrects a story."""

BELOW_HEADLINE: Final = re.compile(r"\d{1,2} min(?:ute)?s?\b|(?:by|published|posted|updated)\b", re.IGNORECASE)
"""What stands in the lines below a headline: a time of reading, a byline, a day."""
NO_HEADLINE: Final = re.compile(r"\d:\d\d|\bago\b|@|^(?:by|published|updated|follow|share)\b", re.IGNORECASE)
"""What no headline has: a clock, an account, how a byline or a link opens."""

STAMP: Final = re.compile(
    r"(?i)\b\d{1,2}[:.]\d\d\s?(?:[ap]\.?m|$|\W|[A-Z]{2,4}\b)|\b(?:published|updated|posted|modified)\b|"
    rf"\b{MONTH_STEMS}\.? \d{{1,2}},? (?:19|20)\d\d\b|"
    r"\b\d+\s(?:hours?|minutes?|mins?|days?)\sago\b|\b(?:tweet|email|comments?|share|linkedin|facebook)\b"
)
"""Lines of a masthead: times, days, links to share."""
PUT_OUT: Final = re.compile(r"(?i)\b(?:published|updated|posted|modified)\b")
"""Words before the day of a page."""

ABOUT: Final = re.compile(
    r"(?:^|\n)[ \t]{0,4}(?:About\s[A-Z][\w&.,’' -]{1,60}?(?::|"
    r"\s[–—-]|[ \t]{0,4}\n)|Forward-[Ll]ooking [Ss]tatements?\b|"
    r"(?:[A-Z]\w+ )?[Mm]edia [Cc]ontacts?\b|Notes to [Ee]ditors\b)"
)
"""How the part of a press release opens that tells of its sender."""
