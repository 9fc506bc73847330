"""What pages say of themselves: walls, days of publication, sites in titles; in English and its neighbours."""

import re
from typing import Final

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
