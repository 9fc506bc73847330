"""English words that are times only in some places: months and seasons that are also verbs, short forms, zones."""

from collections.abc import Callable, Sequence

from copydesk.english.calendar import MONTHS, SHORT_MONTHS
from copydesk.english.lists import among, listed
from copydesk.english.numbers import ORDINALS

Test = Callable[[Sequence[str], int], bool]

_LEADS = among(
    "in of since by until till last next this early late mid - – to and through from during before after each every "
    "about around or past between for on late-"
)

_NAME_LEADS = among("and or to for from on with between about after before past")
_SURE_LEADS = among("in of since by until till last next early late mid")
_NTH = frozenset(word for word, number in ORDINALS.items() if number <= 13 or number == 20)
_NOT_MONTH_AFTER = among("be have not also well only still yet i you he she it we they")
_SEASON_LEADS = among(
    "this last next the each every in early late mid that of past previous - following same coming by since until till "
    "before during through come entire"
)
_SEASON_NOUNS = among(
    "offensive campaign season semester term break vacation harvest planting election elections training weather "
    "collection collections session meeting meetings holiday holidays sowing conscription draft"
)


def _near(words: Sequence[str], index: int) -> str:
    return words[index].lower() if 0 <= index < len(words) else ""


def _is_number(word: str) -> bool:
    return word[:1].isdigit()


def _capital(words: Sequence[str], index: int) -> bool:
    return words[index][:1].isupper()


def _capital_next(words: Sequence[str], index: int) -> bool:
    return index + 1 < len(words) and words[index + 1][:1].isupper()


def _month_like_verb(words: Sequence[str], index: int) -> bool:
    """Decide "May" and "March": a capital, and a number beside it or a word before it that goes with months."""
    if not _capital(words, index):
        return False
    before, after = _near(words, index - 1), _near(words, index + 1)
    if _is_number(after) or after in ("'s", "’s") or _is_number(before) or before in _SURE_LEADS or after in _NTH:
        return True
    if after in ("-", "–", "and", "or", "to") and _near(words, index + 2)[:3] in _MONTH_STARTS:
        return True
    if after == "," and _is_number(_near(words, index + 2)):
        return True
    if after in _NOT_MONTH_AFTER:
        return False
    if before in ("the", "a"):
        return after not in ("on", "of", "in", "for", "to", "against", "from", "was", ",", ".")
    return before in _LEADS


def _month_like_name(words: Sequence[str], index: int) -> bool:
    """Decide "April", "June", "August" and "Jan": not where a surname follows and no preposition leads."""
    if not _capital(words, index):
        return False
    before, after = _near(words, index - 1), words[index + 1] if index + 1 < len(words) else ""
    if _is_number(after) or _is_number(before):
        return True
    return before in _LEADS - _NAME_LEADS or not after[:1].isupper()


def _short_month(words: Sequence[str], index: int) -> bool:
    """Decide "Jan", "Mar", "Dec": a number beside it, or a full stop or a leading word."""
    if not _capital(words, index):
        return False
    before, after = _near(words, index - 1), _near(words, index + 1)
    if _is_number(after) or _is_number(before):
        return True
    if before == after == "-":  # 19-Nov-12
        return _is_number(_near(words, index - 2)) and _is_number(_near(words, index + 2))
    if after == ".":
        return _is_number(_near(words, index + 2)) or before in _LEADS
    return before in _LEADS and _near(words, index + 1) != "-" and not _capital_next(words, index)


def _short_day(words: Sequence[str], index: int) -> bool:
    """Decide "Sat", "Sun", "Wed": a capital, and a date after it."""
    if not _capital(words, index):
        return False
    ahead = [_near(words, index + i) for i in range(1, 4)]
    ahead = [word for word in ahead if word not in (".", ",")]
    return bool(ahead) and (_is_number(ahead[0]) or ahead[0][:3] in _MONTH_STARTS)


_MONTH_STARTS = frozenset(month[:3] for month in MONTHS)


def _season_like_verb(words: Sequence[str], index: int) -> bool:
    """Decide "fall" and "spring": a word before that goes with seasons, and no "of" but before a year."""
    before, after = _near(words, index - 1), _near(words, index + 1)
    if _is_number(after):
        return True
    if after in _SEASON_NOUNS and before not in ("to", "will", "would", "can", "could", "may", "n't"):
        return True
    if before not in _SEASON_LEADS:
        return False
    if after in ("of", "in", "from", "to"):
        then = _near(words, index + 2)
        return _is_number(then) or then in ("this", "last", "next") or before in ("this", "last", "next")
    return not (before == "of" and words[index][:1].islower() and after not in (".", ",", "of"))


_NO_PRESENT = among("account accounts affairs events of . , ; :")
_WATERS = among("electric electrical alternating direct ocean rip river strong")


def _current(words: Sequence[str], index: int) -> bool:
    """Decide "current": not "current account", "current affairs", "a strong current"."""
    return _near(words, index + 1) not in _NO_PRESENT and _near(words, index - 1) not in _WATERS


def _minutes(words: Sequence[str], index: int) -> bool:
    """Decide "minutes": not in "60 Minutes"."""
    return words[index] != "Minutes" or not _is_number(_near(words, index - 1))


def _no_title(words: Sequence[str], index: int) -> bool:
    """Decide "today", "now": not in "Russia Today", "Larry King Now"."""
    before = words[index - 1] if index else ""
    return not (_capital(words, index) and before[:1].isupper() and len(before) > 1 and before.lower() not in _NO_NAMES)


_OF_PAPERS = among("newspaper leading liberal conservative business sports popular independent opposition national")


def _daily(words: Sequence[str], index: int) -> bool:
    """Decide "daily": not in a name, and not the kind of paper, "the Communist Party daily Granma"."""
    before = words[index - 1] if index else ""
    paper = before[:1].isupper() or before in _OF_PAPERS or before.endswith(("-run", "-owned", "language"))
    return _no_title(words, index) and not (paper and _capital_next(words, index))


def _this(words: Sequence[str], index: int) -> bool:
    """Decide "this": not in the name of a programme, "This Week"."""
    return not (_capital(words, index) and _near(words, index + 1) in _PROGRAMMES and _capital_next(words, index))


_NO_NAMES = among("as by from right until since for but and even only just earlier later it is not here what are")
_PROGRAMMES = among("week morning month evening")
_PERIODS = among("second minute hour day week month quarter year")
_COUNTS = among("million billion trillion thousand hundred once twice times apiece head percent % )")
_NO_PLURALS = among(
    "was has is this as its his lasts takes plus versus needs means gets makes marks perhaps always us less unless "
    "thus yes across besides nearly costs spends serves runs wants"
)
_SUBJECTS = among("he she it who which that this")
_NO_RATE = among("ago earlier later before after - – long old of hence since from")


def no_rate(words: Sequence[str], index: int) -> bool:
    """Decide "a": not the one of "three flights a day", "$2 million a year", which means "each"."""
    if _near(words, index + 1) not in _PERIODS or _near(words, index + 2) in _NO_RATE:
        return True
    before = _near(words, index - 1)
    plural = len(before) > 3 and before.endswith("s") and before not in _NO_PLURALS
    if plural and _near(words, index - 2) in _SUBJECTS:
        return True
    return not (plural or before in _COUNTS or _is_number(before))


def _upper(words: Sequence[str], index: int) -> bool:
    return words[index].isupper()


_AUXILIARIES = among("to can could will would may might should must not can't won't cannot doesn't didn't")


def _no_verb(words: Sequence[str], index: int) -> bool:
    """Decide "last" in "could last several days"."""
    return _near(words, index - 1) not in _AUXILIARIES


_OVER_LEADS = among("for of after well just in little lasted last by with took take takes spent be was were")


def _over(words: Sequence[str], index: int) -> bool:
    """Decide "over a week": more than, not during."""
    return _near(words, index - 1) in _OVER_LEADS and _near(words, index + 1) not in ("the", "this", "last", "next")


_COUNTED = among(
    "people persons men women children soldiers troops workers employees jobs civilians prisoners refugees migrants "
    "deaths cases votes points shares dollars euros pounds tons tonnes miles kilometers kilometres metres meters feet "
    "km acres hectares homes houses units copies barrels square cubic megawatts mw degrees calories rpm mph kph others "
    "x × px"
)
_NUMBERED = among(
    "no form resolution flight route room highway number interstate bus suite box boeing model size page line x × "
    "section article chapter rule clause paragraph gate lot channel unit apartment lane"
)


_STREETS = among(
    "avenue ave street st road rd boulevard blvd drive lane court square place way highway parkway terrace crescent row"
)
_YEAR_LEADS = _LEADS | among(
    "the a his her its their 's ’s ( year fiscal spring summer autumn fall winter circa '' “ \" , ."
)


def is_year(words: Sequence[str], index: int) -> bool:
    """Decide whether four digits are a year: not where they count something, number a thing or are half of a ratio."""
    before, after = _near(words, index - 1), _near(words, index + 1)
    if after in _COUNTED or before in _NUMBERED or after in ("form", "forms"):
        return False
    if after == ":" and _is_number(_near(words, index + 2)):
        return False
    if _capital_next(words, index) and any(_near(words, index + step) in _STREETS for step in (1, 2, 3)):
        return False
    plural = len(after) > 3 and after.endswith("s") and after not in _NO_PLURALS and not _capital_next(words, index)
    return not (plural and before not in _YEAR_LEADS and before[:3] not in _MONTH_STARTS)


_SPORT = among(
    "goal goals scored score scorer goalkeeper striker midfielder defender penalty penalties match matches team teams "
    "coach half-time halftime touchdown touchdowns quarterback kick kicked header referee league cup minute fans "
    "tackle basket rebounds points yards pitch kickoff kick-off substitute visitors hosts victory win"
)


_MATCH = among(
    "goal scored scorer goalkeeper striker midfielder penalty touchdown touchdowns kick header half-time halftime "
    "quarterback kickoff kick-off"
)
"""Words of a match that alone tell whose half it is, where no word of trade stands beside them."""
_TRADE = among("% percent profit profits sales revenue earnings $ € £ growth economy gdp shares output year")


def _no_half_of_match(words: Sequence[str], index: int) -> bool:
    """Decide "half" and "quarter": not the one of a match, "early in the second half"."""
    if _near(words, index - 1) not in _NTH and _near(words, index - 2) not in _NTH:
        return True
    if any(word[:1].isdigit() and len(word) == 4 for word in words[index + 1 : index + 4]):
        return True
    near = [word.lower() for word in words[max(0, index - 30) : index + 30]]
    beside = {word.lower() for word in words[max(0, index - 8) : index + 8]}
    if beside & _MATCH and not beside & _TRADE:
        return False
    return sum(word in _SPORT for word in near) < 2


_NOW_GOES_ON = among("i we you let let's he she they it ,")


def _now(words: Sequence[str], index: int) -> bool:
    """Decide "now": not where it opens a sentence only to go on, "Now, I am no lawyer"; not in a name."""
    before = words[index - 1] if index else "."
    if words[index] == "Now" and before[-1] in ".?!“\"'`\n:":
        return _near(words, index + 1) not in _NOW_GOES_ON
    return _no_title(words, index)


DOUBTFUL: dict[str, Test] = {
    "may": _month_like_verb,
    "march": _month_like_verb,
    **dict.fromkeys(listed("april june august"), _month_like_name),
    **dict.fromkeys(SHORT_MONTHS, _short_month),
    **dict.fromkeys(listed("mon tue tues wed thu thur thurs fri sat sun"), _short_day),
    "last": _no_verb,
    "current": _current,
    **dict.fromkeys(listed("today tonight nightly weekly monthly"), _no_title),
    "now": _now,
    "daily": _daily,
    "half": _no_half_of_match,
    "quarter": _no_half_of_match,
    "this": _this,
    "minutes": _minutes,
    **dict.fromkeys(("a", "an"), no_rate),
    "over": _over,
    "spring": _season_like_verb,
    "fall": _season_like_verb,
    **dict.fromkeys(("eastern", "pacific"), _capital),
    **dict.fromkeys(listed("january february july september october november december"), _capital),
    **dict.fromkeys(listed("monday tuesday wednesday thursday friday saturday sunday"), _capital),
    **dict.fromkeys(listed("gmt utc z est edt cst cdt mst mdt pst pdt et pt cet cest eet eest bst msk ist"), _upper),
    **dict.fromkeys(listed("wat sast eat pkt sgt awst kst acst acdt nzst nzdt akst akdt hst"), _upper),
    **dict.fromkeys(listed("jst hkt aest aedt ad bc bce ce"), _upper),
}
