"""Words of bylines and mastheads: how a line opens that says who wrote, roles, what is no name, credits of pictures."""

import re
from typing import Final

from copydesk.english.calendar import MONTHS, WEEKDAYS
from copydesk.english.lists import among

BYLINE: Final = re.compile(
    r"(?:(?:(?:this|the)\s)?(?:story|article|text|words|post|blog|written|authored|reported|posted|published|analysis|"
    r"opinion|column|report|reviewed|contributed|created|was|and|updated)\s){0,4}"
    r"(?:by(?::\s{0,3}|\s{1,3}|(?=[A-Z][a-z]))|(?:authors?|words|text|reporters?|story):\s{0,3})(?P<rest>\S.{1,250})$",
    re.IGNORECASE,
)
"""A line that says who wrote, as a whole."""
PHOTO_CREDIT: Final = re.compile(
    r"\(?(?:photo(?:graph)?s?|image|picture|illustration|graphic|video|file|courtesy|cover|featured image|art)"
    r"(?:s|\s(?:by|credit|courtesy|via|illustration|from))?\s?(?:[:/|]|by\b|courtesy\b|credit\b|via\b)",
    re.IGNORECASE,
)
"""How a line opens that credits a picture."""
AFTER_BYLINE: Final = re.compile(
    r"\s*(?:[|•·]|\b(?:updated|published|posted|last modified|on (?:mon|tue|wed|thu|fri|sat|sun)|\d{1,2}:\d\d)\b|"
    r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2}\b|\b\d{1,2}[/.]\d{1,2}[/.]\d|"
    r"\b\d+ min(?:ute)?s?\b|\d{4}-\d\d-\d\d).*$",
    re.IGNORECASE,
)
"""What may follow the names of a byline in its line: days, times, marks."""
NOT_NAMES: Final = (
    among(
        "staff editor editors editorial desk team admin administrator author authors contributor contributors",
        "newsroom news writer writers reporter reporters correspondent correspondents bureau agency press online web",
        "digital report reports service services wire media magazine times post journal tribune herald gazette daily",
        "weekly guest user support marketing content published updated posted read share follow subscribe comments",
        "comment photo photos photographer image images video courtesy getty shutterstock istock unsplash pexels",
        "alamy minutes min views home about contact university institute department",
        "school college hospital foundation association council inc llc ltd corp company group the a an of for by",
        "with at on to this that our your my his her more all new best how why what when where who is are was",
    )
    | {*MONTHS, *WEEKDAYS}
) - {"may"}
"""Words that are no part of a person's name."""
DESKS: Final = (
    "(?:senior|chief|staff|special|foreign|political|science|health|medical|business|technology|legal|national|white "
    "house|contributing|associate|assistant|deputy|managing|executive|freelance|investigative|news|features?|web|"
    "digital|data|city|sports|court|crime|education|politics|world|video|guest|lead|bureau|content|copy)"
)
"""Words before a role in a newsroom: rank and subject."""
NEWSROOM_ROLE: Final = re.compile(
    rf"(?:\b{DESKS} ){{0,4}}"
    r"\b(?:reporter|correspondent|writer|editor(?:-in-chief| in chief)?|columnist|journalist|contributor|producer|"
    r"author|blogger|bureau chief|photographer|analyst|critic|intern|fellow|strategist|manager|director|"
    r"specialist)s?\b",
    re.IGNORECASE,
)
"""What somebody is in a newsroom."""
NAME_SUFFIX: Final = re.compile(
    r"(?:ph\.?d|m\.?d|m\.?s|m\.?a|m\.?b\.?a|r\.?d|rdn|ldn|j\.?d|jr|sr|ii|iii|iv|esq|cfp|cpa|cfa|r\.?n|b\.?sc?|d\.?o|"
    r"m\.?p\.?h|dds|lcsw|cscs|fand|psy\.?d|ed\.?d|facp|msn|np|pa-c|dpt|pt|ms|ma)\.?",
    re.IGNORECASE,
)
"""Degrees and generations after a name."""
NEWSROOM_WORD: Final = re.compile(
    r"\b(?:news|times|post|press|journal|tribune|herald|gazette|magazine|media|university|institute|today|agency|"
    r"service|network|radio|tv|chronicle|globe|independent|guardian|telegraph|bbc|cnn|npr|abc|nbc|cbs|inc|llc)\b",
    re.IGNORECASE,
)
"""Words in the names of outlets and bodies."""
BYLINE_ALONE: Final = frozenset(
    ("by", "by:", "written by", "author", "authors", "author s", "contributor", "contributors", "posted by",
     "published by", "words by", "story by", "article by", "article by:", "article written by")
)  # fmt: skip
"""Lines and blocks, in small letters, after which the next one is a name."""
BESIDE_NAME: Final = re.compile(
    r"^\d{1,2} min|^(?:published|posted|updated)\b|\b(?:writer|reporter|editor|correspondent|columnist|staff|author)\b",
    re.IGNORECASE,
)
"""What stands beside a line that is a name and nothing else."""
NOBODY: Final = re.compile(
    r"(?:admin(?:istrator)?|editor(?:s|ial)?(?: (?:staff|team))?|staff(?: writer)?|guest(?: (?:author|post|writer))?|"
    r"(?:web ?)?master|user|authors?|unknown|none|null|undefined|n/?a|team|root|support|info|contributor|blog|news|"
    r"(?:about|meet|by|view|all|more|full) .{0,40}|bio|.{0,40}\b(?:policy|read|posts?|articles?)|by)\d*",
    re.IGNORECASE,
)
"""What stands where a page names its author, and names nobody."""
FOOT_BYLINE: Final = re.compile(
    r"(?:this (?:post|article|story|piece|blog) was )?(?:written|authored|posted|contributed) by:? |"
    r"(?:article|post|story|authors?|contributors?|about the author)(?: by)?: ?|view all posts by |by: ?",
    re.IGNORECASE,
)
"""How a byline opens at a story's foot."""
BESIDE_BLOCK: Final = re.compile(
    r"\b(?:min(?:ute)?s?\.? read|reporter|correspondent|writer|editor|author|updated|published|contributor|ago)\b",
    re.IGNORECASE,
)
"""What stands beside a block that is a name and nothing else."""
CARD_LABEL: Final = re.compile(r"written by|author|^by\b|geschrieben von|verfasst von|escrito por|écrit par", re.I)
"""Labels of cards about a story's author."""
