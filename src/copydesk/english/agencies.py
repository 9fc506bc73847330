"""News agencies: their names, short forms and home places, in one table, and how to find one in a credit."""

import re
from typing import Final

# name: the forms under which datelines, bylines and credits print it; short forms are matched in this case only.
AGENCIES: Final[dict[str, tuple[str, ...]]] = {
    "Associated Press": ("AP", "The Associated Press"),
    "Reuters": ("REUTERS", "Thomson Reuters", "Reuters News Agency"),
    "Agence France-Presse": ("AFP", "Agence France Presse"),
    "Deutsche Presse-Agentur": ("dpa", "DPA", "German Press Agency"),
    "United Press International": ("UPI",),
    "PA Media": ("PA", "Press Association", "PA news agency"),
    "Bloomberg": ("Bloomberg News", "BLOOMBERG"),
    "Xinhua": ("XINHUA", "Xinhua News Agency"),
    "China News Service": ("CNS",),
    "TASS": ("Tass", "ITAR-TASS", "Itar-Tass"),
    "Interfax": ("INTERFAX", "Interfax-Ukraine"),
    "RIA Novosti": ("RIA",),
    "Ukrinform": ("UKRINFORM",),
    "Kyodo News": ("Kyodo", "KYODO"),
    "Jiji Press": ("JIJI", "Jiji"),
    "Yonhap": ("YONHAP", "Yonhap News Agency"),
    "Central News Agency": ("CNA",),
    "Agenzia ANSA": ("ANSA",),
    "Adnkronos": (),
    "Agencia EFE": ("EFE", "EFE News"),
    "Europa Press": (),
    "Lusa": ("LUSA",),
    "Press Trust of India": ("PTI",),
    "Asian News International": ("ANI",),
    "Indo-Asian News Service": ("IANS",),
    "United News of India": ("UNI",),
    "Associated Press of Pakistan": ("APP",),
    "Bangladesh Sangbad Sangstha": ("BSS",),
    "Anadolu Agency": ("Anadolu", "AA"),
    "Canadian Press": ("CP", "The Canadian Press", "THE CANADIAN PRESS"),
    "Australian Associated Press": ("AAP",),
    "Tribune News Service": ("TNS", "Tribune Content Agency"),
    "Bernama": ("BERNAMA",),
    "Antara": ("ANTARA", "ANTARA News"),
    "Philippine News Agency": ("PNA",),
    "Vietnam News Agency": ("VNA",),
    "Emirates News Agency": ("WAM",),
    "Saudi Press Agency": ("SPA",),
    "Middle East News Agency": ("MENA",),
    "Islamic Republic News Agency": ("IRNA",),
    "News Agency of Nigeria": ("NAN",),
    "Ghana News Agency": ("GNA",),
    "Korean Central News Agency": ("KCNA",),
    "Austria Presse Agentur": ("APA",),
    "Keystone-SDA": ("Keystone-ATS", "SDA", "ATS"),
    "Belga": ("BELGA",),
    "Algemeen Nederlands Persbureau": ("ANP",),
    "Ritzau": (),
    "Norsk Telegrambyrå": ("NTB",),
    "Tidningarnas Telegrambyrå": ("TT",),
    "Polish Press Agency": ("PAP",),
    "Czech News Agency": ("CTK", "ČTK"),
    "Magyar Távirati Iroda": ("MTI",),
    "Bulgarian Telegraph Agency": ("BTA",),
    "Agerpres": ("AGERPRES",),
    "Tanjug": ("TANJUG",),
    "HINA": ("Hina",),
    "Agência Brasil": ("Agencia Brasil",),
    "Télam": ("Telam",),
    "Prensa Latina": (),
    "Inter Press Service": ("IPS",),
    "Thomson Reuters Foundation": (),
    "CNN": ("CNN Newsource", "CNN Wire", "CNN Newswire"),
    "States Newsroom": (),
    "Capitol News Illinois": (),
    "KFF Health News": (),
    "Stacker": (),
}

# Short forms that are also everyday abbreviations: taken only inside a dateline's brackets or a named credit.
_SHORT: Final = frozenset(form for forms in AGENCIES.values() for form in forms if form.isalpha() and len(form) <= 4)
AMBIGUOUS: Final = frozenset(
    ["PA", "AA", "CP", "UNI", "APP", "SPA", "NAN", "TT", "APA", "CNS", "SDA", "ATS", "CNA", "RIA", "MENA"]
)
"""Short forms that are states, places or words as well: no credit where they stand at the end of a line alone."""
_BY_FORM: Final = {form: name for name, forms in AGENCIES.items() for form in (name, *forms)}
_BY_LOWER: Final = {form.lower(): name for form, name in _BY_FORM.items() if form not in _SHORT}
_FORMS: Final = re.compile(
    r"(?<![\w.])(?:"
    + "|".join(re.escape(form) for form in sorted(_BY_FORM, key=len, reverse=True) if form not in _SHORT)
    + r")(?![\w-])"
)
_SEPARATORS: Final = re.compile(r"\s*(?:/|,|;|&|\||\band\b|\bwith\b)\s*")


_COMPILED: Final = 3
"""Agencies in one credit from which a story is put together from all of them."""

# An agency that no table knows is taken for one by its name alone.
_WIRE: Final = re.compile(
    r"(?:[A-Z][\w’'-]{1,20} ){0,3}(?:[A-Z][\w’'-]{0,20}(?:wire|Wire)|(?:News|Press|Wire|Newswire) (?:Agency|Service))"
)


def agency_named(words: str) -> str | None:
    """Return the agency that `words` name, and nothing but it (`AP`, `The Associated Press`); None where none."""
    words = words.strip(" \t\u00a0()[].,:-–—").removesuffix(" News").removesuffix(" news agency")
    known = _BY_FORM.get(words) or _BY_LOWER.get(words.lower())
    return known or (words if _WIRE.fullmatch(words[:80]) else None)


def agency_in(words: str) -> str | None:
    """Return the first agency in a credit of several parts (`dpa/AFP`, `AP and staff reports`); None where none.

    A credit to three or more (`Reuters, AFP, dpa`) says that the newsroom put the story together: it is nobody's copy.
    """
    found = list(dict.fromkeys(filter(None, map(agency_named, _SEPARATORS.split(words[:200])))))
    return found[0] if 0 < len(found) < _COMPILED else None


def agency_mentioned(words: str) -> str | None:
    """Return the first agency whose long form stands anywhere in `words`; None where none does."""
    found = _FORMS.search(words[:400])
    return _BY_FORM[found.group()] if found else None


UNKNOWN: Final = re.compile(
    r"[A-Z]{2,8}|[A-Z][\w’'-]*(?:[Ww]ire|[Nn]ews|[Pp]ress)|"
    r"(?:[A-Z][\w’'-]* ){1,4}(?:News|Press|Wire|Service|Agency|Media)"
)
"""The form of an agency's name that no table has."""
