"""Phrases of page furniture: what lines say that are no part of a story, as regular expressions of whole lines.

The words are those of English news sites and of the site software that most of them run on; lines are in small letters.
Every repeat is bounded, so that no line takes long.
"""

import re
from typing import Final

from copydesk.records import FurnitureKind

_SERVICES: Final = (
    "share|tweet|pin|post|save|print|e-?mail|like|facebook|twitter|x|whats ?app|linked ?in|pinterest|reddit|telegram|"
    "tumblr|copy link|link copied!?|flipboard|messenger|instagram|youtube|tiktok|threads|bluesky|mastodon|viber"
)
_MORE: Final = (
    "(?:related|recommended|similar|popular|trending|recent|latest|featured|top|more|other|most read|must read|further)"
)
_PICTURE: Final = (
    "(?:photo(?:graph)?s?|image|picture|illustration|graphic|video|file photo|screenshot|featured image|cover)"
)
PHRASES: Final[dict[FurnitureKind, tuple[str, ...]]] = {
    "comment-form": (
        r"leave (?:a|your) (?:reply|comment|response)(?: cancel reply)?",
        r"cancel reply",
        r"your email address will not be (?:published|shared|made public)\.?",
        r"(?:your email address will not be published\.? )?required fields are marked ?\*?",
        r"post (?:a |your )?comment",
        r"add (?:a |your )?comment",
        r"write a comment",
        r"submit comment",
        r"comment ?\*",
        r"name ?\*",
        r"e-?mail ?\*",
        r"website",
        r"save my name, e-?mail,? and website.{0,60}",
        r"(?:\d{1,5} |no |view |show |see |all )?comments?(?: \(?\d{1,5}\)?| closed| are closed\.?| section| off)?",
        r"(?:join|start|view) the (?:conversation|discussion)",
        r"log ?in to (?:comment|reply)",
        r"sign in to comment",
        r"be the first to (?:comment|leave).{0,40}",
        r"you must be logged in.{0,40}",
        r"this site uses akismet.{0,120}",
        r"notify me of (?:new|follow-?up).{0,40}",
        r"reply",
        r"report comment",
    ),
    "share": (
        r"share(?: (?:this|on|via|with|the|now|article|story|post|it|link|via:)\b.{0,40}|:)?",
        rf"(?:{_SERVICES}|[+,|•/ ]){{1,24}}",
        r"click to (?:share|e-?mail|print|copy).{0,60}",
        r"(?:print|e-?mail) this(?: \w+)?",
        r"like this:?",
        r"like loading\.*",
        r"copy (?:link|url)(?: to clipboard)?",
        r"\d{1,6}k? shares?",
        r"follow us(?: on\b.{0,40})?:?",
        r"follow .{2,40} on (?:facebook|twitter|x|instagram|linkedin|google news)\b.{0,40}",
        r"listen to this article.{0,40}",
        r"text size",
        r"font size",
        r"gift this article",
        r"save (?:this )?(?:article|story|for later)",
    ),
    "related": (
        rf"{_MORE} (?:articles?|posts?|stor(?:y|ies)|news|reading|content|topics?|coverage|links|reads?|videos?)",
        rf"{_MORE} (?:resources|reports|products|headlines|from .{{2,40}}|on this(?: \w+)?|like this|in .{{2,30}})",
        r"related(?: \w+)?",
        r"read (?:more|also|next|on|this)(?: ?[:»>…|-].{0,160}|\.{3})?",
        r"see (?:also|more)(?: ?[:»>].{0,160})?",
        r"also read ?[:|-]?.{0,160}",
        r"more ?[:»>].{0,120}",
        r"you (?:may|might) (?:also )?(?:like|enjoy|be interested in).{0,30}",
        r"recommended(?: for you)?",
        r"up next",
        r"next (?:article|post|story|up)",
        r"prev(?:ious)? (?:article|post|story)",
        r"what to read next",
        r"don.?t miss:?",
        r"keep reading",
        r"continue reading.{0,80}",
        r"most (?:popular|read|viewed|shared|recent|commented)",
        r"trending(?: now)?",
        r"editor.?s.? (?:picks?|choice)",
        r"more (?:for you|to explore|to read)",
        r"in (?:other|related) news",
        r"around the web",
        r"from around the web",
        r"sponsored (?:content|links|stories)",
        r"promoted (?:content|stories)",
        r"watch ?(?:now|more|next)?:.{0,120}",
        r"(?:explore|discover|view|load|show|see) (?:more|all).{0,30}",
    ),
    "subscribe": (
        r"(?:please )?(?:subscribe|sign up|register|join)(?:$| (?:to|for|now|here|today|our|us|and)\b.{0,140})",
        r"(?:get|receive) (?:the|our|all|daily|breaking|more) .{0,80}(?:inbox|newsletter|e-?mail|alerts?)\b.{0,40}",
        r"(?:our |the |daily |weekly )?newsletters?(?: sign-?up)?",
        r"enter your e-?mail(?: address)?.{0,40}",
        r"e-?mail address",
        r"already a (?:subscriber|member)\??.{0,40}",
        r"(?:log|sign) ?in",
        r"create (?:an )?account",
        r"become a (?:member|subscriber).{0,60}",
        r"support (?:our|independent|local|quality) journalism.{0,80}",
        r"donate(?: now)?",
        r".{0,60}delivered (?:straight )?to your inbox.{0,20}",
        r"thanks? (?:you )?for (?:subscribing|signing up).{0,60}",
        r"by (?:signing|subscribing|clicking|submitting|entering).{0,40}(?:agree|terms|privacy).{0,160}",
    ),
    "advertisement": (
        r"advertise?ments?",
        r"ads?",
        r"advert",
        r"sponsored(?: by.{0,40})?",
        r"story continues (?:below|after).{0,40}",
        r"article continues (?:below|after).{0,40}",
        r"(?:scroll|continue reading) (?:below|down|to continue)?.{0,30}advert\w*",
        r"advertise (?:with us|here)",
        r"paid content",
        r"partner content",
        r"promoted",
        r"remove ads?",
        r"report (?:this )?ad",
        r"skip ad(?:vertisement)?",
        r"loading\.{0,3}",
        r"ad feedback",
        r"affiliate disclosure",
    ),
    "copyright": (
        r"(?:©|\(c\)|copyright).{0,200}",
        r".{0,80}all rights reserved.{0,120}",
        r"(?:alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|todos os direitos reservados|"
        r"tutti i diritti riservati|alle rechten voorbehouden|wszelkie prawa zastrzeżone|все права защищены|"
        r"усі права захищено|جميع الحقوق محفوظة|版权所有|版權所有|無断転載|tüm hakları saklıdır).{0,120}",
        r"this material may not be published, broadcast.{0,120}",
        r"terms (?:of (?:use|service)|and conditions|& conditions)",
        r"privacy(?: policy| notice)?",
        r"(?:terms|privacy)[ |·•-].{0,60}",
        r"powered by .{2,40}",
        r"our standards: the thomson reuters trust principles\.?",
        r"purchase licensing rights.{0,20}",
    ),
    "back-to-top": (
        r"(?:back|return|go|scroll|jump)(?: to)?(?: the)? (?:to )?top(?: of (?:the )?page)?(?: button)?",
        r"top",
        r"↑(?: top)?",
        r"to top",
    ),
    "cookie": (
        r"(?:this|our) (?:web)?site uses cookies.{0,300}",
        r"we (?:and our partners )?use cookies.{0,300}",
        r"(?:accept|reject|manage|allow)(?: all)? (?:cookies|preferences)",
        r"cookie (?:policy|settings|preferences|notice)",
        r"manage (?:consent|preferences)",
        r"accept(?: all)?",
        r"do not sell (?:or share )?my personal information",
    ),
    "navigation": (
        r"(?:skip|jump) to (?:the )?(?:main )?(?:content|navigation|footer|search).{0,20}",
        r"home(?: page)?",
        r"(?:main |toggle |open |close )?(?:menu|navigation|nav)",
        r"search(?: for:?| \.{3})?",
        r"close",
        r"about(?: us)?",
        r"contact(?: us)?",
        r"faqs?",
        r"site ?map",
        r"table of contents",
        r"in this article:?",
        r"on this page:?",
        r"contents",
        r"home [»>/›|].{0,160}",
        r"tags?:.{0,160}",
        r"categor(?:y|ies):?.{0,80}",
        r"filed under:?.{0,120}",
        r"posted in:?.{0,80}",
        r"topics?:.{0,120}",
        r"(?:next|previous|prev)",
        r"page \d+(?: of \d+)?",
        r"\d+ min(?:ute)?s? read",
        r"\d+ (?:min|minute|hour|day|week|month|year)s? ago",
        r"view (?:all|profile|bio)",
        r"all (?:articles|posts|stories)",
        r"skip ahead",
        r"advanced search",
        r"careers",
        r"press",
        r"help",
        r"login",
        r"my account",
        r"cart",
        r"share your feedback",
        r"was this (?:article|page|post)? ?helpful\??.{0,30}",
        r"yes",
        r"no",
    ),
    "caption": (
        rf"\(?{_PICTURE}(?: credits?| by| courtesy(?: of)?| source| via| illustration by)? ?[:/|-] ?.{{2,160}}",
        r"(?:photo|image|illustration|picture)s? (?:by|courtesy|credit|via) .{2,120}",
        r".{0,160}(?:getty images|ap photo|shutterstock|istock(?:photo)?|afp via getty).{0,40}",
        r"\(?\w{2,20}(?:[ .-]{1,2}\w{1,20}){1,3} ?/ ?(?:the )?"
        r"(?:ap|afp|reuters|epa|dpa|upi|tns|pool|xinhua|getty|anadolu)(?: \w{2,20}){0,3}\)?",
        r"file photo|view (?:gallery|image|photos?|slideshow)|(?:play|watch) video|(?:(?:hide|toggle) )?caption",
        r"(?:click|tap) to (?:enlarge|expand|zoom).{0,20}|enlarge (?:this )?image",
    ),
    "author-bio": (
        r"about the (?:authors?|writer)s?",
        r"(?:written by|meet) the author",
        r"author bio(?:graphy)?",
        r"view all posts by.{0,60}",
        r"(?:more|all|see all|other) (?:articles?|posts?|stories) (?:by|from) .{2,60}",
        r"(?:follow|contact|e-?mail|reach) (?:the author|him|her|me|them)\b.{0,80}",
        r"view (?:author|full) (?:archive|bio|profile).{0,20}",
    ),
}

LEADS_ON: Final = re.compile(
    r"^(?:related|more (?:from|on|articles|helpful|stories|about)|explore more|you (?:may|might) also|"
    r"read (?:more|next)|recommended|further reading|keep reading|see also|check out|if you (?:liked|enjoyed)|"
    r"other (?:articles|posts)|(?:the )?latest|popular|don.t miss|what to read)",
    re.IGNORECASE,
)
"""How a line opens that leads to other stories, above links to them."""
NO_PROSE: Final = re.compile(
    r"https?://|www\.|(?<!\w)[@#]\w|#{2,}|</?\w|\(\(|pic\.twitter|\b(?:[Ss]hare this|[Ee]xternal links|[Rr]ead more|"
    r"[Ss]tory [Cc]ontinues|[Ff]ollow us|[Ss]ign up|[Cc]lick here)\b"
)
"""Marks of posts, markup, interviews and page furniture that was left in the text."""

ASKED_OF_READERS: Final = frozenset(
    "watch read click see view listen subscribe follow download browse sign join vote".split()
)
"""Verbs by which a page asks something of its readers, where they begin a sentence and nobody does them."""
OF_THIS_REPORT: Final = frozenset(("report", "story", "article"))
"""What writers contribute to."""
