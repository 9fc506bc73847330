"""Numbers as written: digits, words, fractions, with their sign of money, scale and range."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from copydesk.english.amounts import FRACTIONS, NUMBER_WORDS, OF_LENGTH, OF_ONE_PERCENT, SCALES, SHORT_SCALES
from copydesk.english.currencies import CODES, SIGNS

_SIGN = "|".join(
    re.escape(sign).replace(r"\$", r"[ ]?\$").replace("/", "[ ]?/") for sign in sorted(SIGNS, key=len, reverse=True)
)
_CODE = "|".join(sorted(CODES))
_WORD = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
_SCALE = "|".join(sorted(SCALES, key=len, reverse=True))
_SHORT = "|".join(sorted(SHORT_SCALES, key=len, reverse=True))
_FRACTION = "|".join(sorted(FRACTIONS, key=len, reverse=True))
_SPACE = "[ \u00a0\u2009\u202f]"

_START = re.compile(
    rf"""
    (?: (?<![\w$]) (?P<sign>{_SIGN}) {_SPACE}? (?=\d) | (?<!\w) (?P<code>{_CODE}) {_SPACE}? (?=\d) )?
    (?<![^\W\d_]) (?<!\d) (?P<digits>\d++)
    | (?<![\w.-]) (?i: (?P<words> an?{_SPACE}(?=(?:{_SCALE})\b) | (?:{_WORD}) \b ) )
    | (?<![\w.-]) (?i: (?P<half> half ) {_SPACE} (?:of{_SPACE})? an?{_SPACE} (?P<of>{_SCALE}) \b )
    | (?<![\w.-]) (?i: (?P<fraction> half | an? {_SPACE} (?:{_FRACTION}) ) \b )
    """,
    re.VERBOSE,
)
_SIGNED = re.compile(rf"(?:{_SIGN}|(?<!\w)(?:{_CODE})){_SPACE}?(?=\d)")
# no possessive groups: before Python 3.11.5 one that fails halfway keeps what it has read, "2,000." with its full stop
_DIGITS = re.compile(
    rf"\d{{1,3}}(?:,\d{{2,3}})+(?!\d|,\d{{4}})(?:\.\d++)?"
    rf" | [1-9]\d{{0,2}}(?:{_SPACE}\d{{3}}(?!\d))+(?:\.\d++)? | \d++(?:\.\d++)?",
    re.VERBOSE,
)
_ANY = re.compile(rf"(?i:{_WORD})\b")
_MORE_WORDS = re.compile(rf"(?i)(?:{_SPACE}?-{_SPACE}?|{_SPACE})(?:and{_SPACE})?({_WORD})\b")
_SCALED = re.compile(rf"(?i)(?:{_SPACE}?-{_SPACE}?|{_SPACE}?)({_SCALE})\b(?!-)")
_SHORT_SCALED = re.compile(rf"({_SHORT}|K|M|MN|B|BN|Bn|TN|T)\b")
_AND_HALF = re.compile(rf"(?i)(?:{_SPACE}|-)(?:and(?:{_SPACE}|-)a(?:{_SPACE}|-)half\b|and{_SPACE}½)|{_SPACE}?½")
_FRACTION_AFTER = re.compile(rf"(?i)(?:{_SPACE}?-{_SPACE}?|{_SPACE})({_FRACTION})\b")
_RATIO = re.compile(
    rf"(?i){_SPACE}(?:in|out{_SPACE}of){_SPACE}(?:every{_SPACE})?(?:(\d{{1,7}}|\d{{1,3}}(?:,\d{{3}})+)(?![\w.,/:-]*\w)|({_WORD})\b(?!-))"
)
_OF_A_SCALE = re.compile(rf"(?i){_SPACE}of{_SPACE}an?{_SPACE}({_SCALE})\b")
_JOIN = re.compile(rf"{_SPACE}?[-–—]{_SPACE}?|{_SPACE}to{_SPACE}|{_SPACE}and{_SPACE}|{_SPACE}or{_SPACE}")


@dataclass(slots=True)
class Numeral:
    """A number as written. `start` is before the sign of money, `at` before the first figure or word."""

    start: int
    at: int
    end: int
    value: float
    high: float | None = None
    currency: str | None = None
    sign: str | None = None
    digits: bool = True
    fraction: bool = False
    scaled: bool = False
    plain: bool = True


def numerals(text: str) -> Iterator[Numeral]:
    """Yield the numbers of a text in order, ranges ("20 to 30") as one. Time grows with the text's length alone."""
    at = 0
    while True:
        found = _numeral(text, at)
        if not found:
            return
        at = found.end
        yield found


def number_at(text: str, at: int) -> Numeral | None:
    """Return the number that starts exactly at a position, money's sign included."""
    match = _START.match(text, at)
    return _read(text, match) if match else None


def _numeral(text: str, at: int) -> Numeral | None:
    for match in _START.finditer(text, at):
        found = _read(text, match)
        if found:
            return found
    return None


def _read(text: str, match: re.Match[str]) -> Numeral | None:
    start = match.start()
    if match["half"]:
        return Numeral(start, start, match.end(), SCALES[match["of"].lower()] / 2, digits=False, plain=False)
    if match["fraction"]:
        word = match["fraction"].split()[-1].lower()
        found = Numeral(start, start, match.end(), FRACTIONS[word], digits=False, fraction=True, plain=False)
        if scale := _OF_A_SCALE.match(text, found.end):  # a quarter of a million
            found.value *= SCALES[scale[1].lower()]
            found.end, found.fraction, found.scaled = scale.end(), False, True
        elif of_one := OF_ONE_PERCENT.match(text, found.end):  # half of 1 percent, half a percentage point
            found.end, found.fraction = of_one.end(), False
        return found
    if match["words"]:
        return _words(text, match)
    return _figures(text, match)


def _words(text: str, match: re.Match[str]) -> Numeral | None:
    start, end = match.span("words")
    first = match["words"].lower()
    article = first[0] == "a" and not first.isalpha()
    found = Numeral(start, start, end, 1.0 if article else NUMBER_WORDS[first], digits=False)
    if article:
        found.end = end - 1
    total, group = 0.0, found.value
    while True:
        scale = _SCALED.match(text, found.end)
        more = None if scale or article else _MORE_WORDS.match(text, found.end)
        if scale:
            size = SCALES[scale[1].lower()]
            if size <= 100:
                group *= size
            else:
                total, group = total + max(group, 1.0) * size, 0.0
            found.scaled, article = True, False
            found.end = scale.end()
        elif more and _adds(group, NUMBER_WORDS[more[1].lower()], found):
            group += NUMBER_WORDS[more[1].lower()]
            found.end = more.end()
        else:
            break
    found.value = total + group
    return _with_parts(text, found)


def _adds(group: float, value: float, found: Numeral) -> bool:
    """Tell whether a further number word goes on with this number: "twenty-one", "two hundred and forty"."""
    if found.scaled and group % 100 == 0:
        return value < 100
    return group % 10 == 0 and group % 100 >= 20 and value < 10


def _figures(text: str, match: re.Match[str]) -> Numeral | None:
    at = match.start("digits")
    figures = _DIGITS.match(text, at)
    if not figures:
        return None
    end = figures.end()
    sign = match["sign"] or match["code"]
    start = match.start() if sign else at
    if not sign and _glued(text, at):
        return None
    printed = re.sub(r"[^\d.]", "", figures[0])
    if len(printed) > 18:
        return None
    found = Numeral(start, at, end, float(printed), plain=figures[0].isdigit())
    if sign:
        found.sign = re.sub(r"\s", "", sign)
        found.currency = SIGNS.get(found.sign, found.sign)
    return _with_parts(text, found)


def _glued(text: str, at: int) -> bool:
    """Tell whether digits go on a word, a name or an address: "F-16", "3:10", "x2", "Covid - 19"."""
    before = text[at - 1 : at]
    if before and before in ":/@_=&?#+*.,\\'’" and (before not in ".,'’" or text[at - 2 : at - 1].isdigit()):
        return True
    if before in ("-", "–", "−") and at >= 2:
        return text[at - 2].isalnum()
    return False


def _with_parts(text: str, found: Numeral) -> Numeral | None:
    """Read on after the first figures: halves, scales, ratios, ranges."""
    half = _AND_HALF.match(text, found.end)
    if half and found.value < 1000:
        found.value += 0.5
        found.end, found.plain = half.end(), False
        if not found.digits and (scale := _SCALED.match(text, found.end)):
            found.value *= SCALES[scale[1].lower()]
            found.end, found.scaled = scale.end(), True
    if not found.fraction and found.value < 100 and found.value == int(found.value) and not found.sign:
        part = _FRACTION_AFTER.match(text, found.end)
        if (
            part
            and (found.value == 1 or part[1].lower().endswith("s"))
            and found.value * FRACTIONS.get(part[1].lower(), 1) < 1
        ):
            found.value *= FRACTIONS[part[1].lower()]
            found.end, found.fraction, found.plain = part.end(), True, False
            return found
        ratio = _RATIO.match(text, found.end)
        if ratio:
            whole = float(ratio[1].replace(",", "")) if ratio[1] else NUMBER_WORDS[ratio[2].lower()]
            if found.value < whole and whole in (2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 50, 100, 1000, 10000, 100000):
                found.value /= whole
                found.end, found.fraction, found.plain = ratio.end(), True, False
                return found
    _scale(text, found)
    if found.digits and _unread(text, found):
        return None
    found = _range(text, found)
    return None if found.digits and found.high is None and _PAIR.match(text, found.end) else found


def _scale(text: str, found: Numeral) -> None:
    """Multiply by "million", "bn", "k" after the figures."""
    if not found.digits:
        return
    for _ in range(2):
        match = _SCALED.match(text, found.end)
        if match and (SCALES[match[1].lower()] != 100 or found.plain):
            found.value *= SCALES[match[1].lower()]
            found.end, found.scaled = match.end(), True
            continue
        break
    if found.scaled:
        return
    short = _SHORT_SCALED.match(text, found.end) or (
        _SHORT_SCALED.match(text, found.end + 1) if found.sign and text[found.end : found.end + 1] == " " else None
    )
    if not short:
        return
    name = short[1].lower()
    spaced = short.start() > found.end
    if name == "t" or (spaced and len(name) < 2 and not short[1].isupper()):
        return
    if name == "m" and not found.sign and not (short[1] == "M" or _counts_after(text, short.end())):
        return
    if name == "b" and not found.sign:
        return
    found.value *= SHORT_SCALES[name]
    found.end, found.scaled = short.end(), True


_AFTER = re.compile(r"[ ]([^\W\d_]{2,30})")


def _counts_after(text: str, at: int) -> bool:
    """Tell whether a word follows that millions count ("3m people"), and not one of length ("3m tall")."""
    match = _AFTER.match(text, at)
    return match is not None and match[1].islower() and match[1] not in OF_LENGTH and match[1].endswith(("s", "people"))


_PAIR = re.compile(r"[-–]\d")
_TAIL = re.compile(r"[.,:/]\d|['’′″\"”]\d|[-–]\d{1,4}(?!\d)(?:[-–/]\d)|(?:st|nd|rd|th|s)\b|[:/]\w")


def _unread(text: str, found: Numeral) -> bool:
    """Tell whether the figures go on into something else: "3:07:35", "13th", "1990s", "518-474-1418", "737MAX"."""
    return bool(_TAIL.match(text, found.end))


def _range(text: str, found: Numeral) -> Numeral:
    join = _JOIN.match(text, found.end)
    if not join:
        return found
    word = join[0].strip()
    after = join.end()
    signed = _SIGNED.match(text, after)
    if signed and not found.sign:
        return found
    match = _START.match(text, after)
    if not match or match["half"] or match["fraction"] or found.fraction:
        return found
    if bool(match["digits"]) != found.digits:
        return found
    other = _bare(text, match)
    if other is None or other.value <= 0:
        return found
    low = found.value
    if other.scaled and not found.scaled and low < other.value / (scale := _scale_of(other)) * 1.0001:
        low *= scale
    if not low < other.value <= low * 20:
        return found
    if word == "and" and not re.search(
        r"(?i)\bbetween (?:about |around |roughly )?$", text[max(0, found.start - 20) : found.start]
    ):
        return found
    if word == "or" and other.value != low + 1:
        return found
    if word == "to" and re.search(
        r"(?i)\b(?:from|by) (?:about |around |roughly )?$", text[max(0, found.start - 20) : found.start]
    ):
        return found
    if len(word) == 1 and not word.isalpha() and found.plain and 1900 <= low < 2100 and 1900 < other.value < 2100:
        return found
    found.value, found.high, found.end, found.plain = low, other.value, other.end, False
    found.scaled = found.scaled or other.scaled
    return found


def _scale_of(other: Numeral) -> float:
    for size in (1e12, 1e9, 1e7, 1e6, 1e5, 1e3, 1e2):
        if other.value >= size and other.scaled:
            return size
    return 1.0


def _bare(text: str, match: re.Match[str]) -> Numeral | None:
    """Return a second number without looking for a range of its own."""
    if match["words"]:
        if match["words"].lower()[0] == "a" and not match["words"].isalpha():
            return None
        first = match["words"].lower()
        found = Numeral(match.start(), match.start(), match.end(), NUMBER_WORDS[first], digits=False)
        more = _MORE_WORDS.match(text, found.end)
        if more and _adds(found.value, NUMBER_WORDS[more[1].lower()], found):
            found.value += NUMBER_WORDS[more[1].lower()]
            found.end = more.end()
        scale = _SCALED.match(text, found.end)
        if scale:
            found.value *= SCALES[scale[1].lower()]
            found.end, found.scaled = scale.end(), True
        return found
    figures = _DIGITS.match(text, match.start("digits"))
    if not figures:
        return None
    printed = re.sub(r"[^\d.]", "", figures[0])
    if len(printed) > 18:
        return None
    found = Numeral(match.start(), figures.start(), figures.end(), float(printed), sign=match["sign"] or match["code"])
    _scale(text, found)
    return None if _unread(text, found) else found
