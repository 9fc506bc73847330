"""Days as mastheads print them in other languages than English: `10 марта 2026`, `2026年3月10日`, `10. März 2026`."""

import re
from datetime import date
from typing import Final, NamedTuple

# The months' names, in the forms that dates take, twelve to a language; a slash parts forms of one month.
_MONTHS_PRINTED: Final = (
    "januar/jänner februar/feber märz/maerz april mai juni juli august september oktober november dezember",
    "janvier février/fevrier mars avril mai juin juillet août/aout septembre octobre novembre décembre/decembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre/setiembre octubre noviembre diciembre",
    "janeiro fevereiro março/marco abril maio junho julho agosto setembro outubro novembro dezembro",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "januari februari maart april mei juni juli augustus september oktober november december",
    "januari februari mars april maj juni juli augusti september oktober november december",
    "januar februar marts/mars april maj/mai juni juli august september oktober november december/desember",
    "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta "
    "marraskuuta joulukuuta",
    "stycznia/styczeń lutego/luty marca/marzec kwietnia/kwiecień maja/maj czerwca/czerwiec lipca/lipiec "
    "sierpnia/sierpień września/wrzesień października/październik listopada/listopad grudnia/grudzień",
    "ledna/leden února/únor března/březen dubna/duben května/květen června/červen července/červenec srpna/srpen "
    "září října/říjen listopadu prosince/prosinec",
    "januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra",
    "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
    "siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga/studenog prosinca",
    "január február március április május június július augusztus szeptember október november december",
    "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "januari februari/pebruari maret april mei juni juli agustus september oktober november/nopember desember",
    "января/январь февраля/февраль марта/март апреля/апрель мая/май июня/июнь июля/июль августа/август "
    "сентября/сентябрь октября/октябрь ноября/ноябрь декабря/декабрь",
    "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "януари февруари март април май юни юли август септември октомври ноември декември",
    "ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου/μαίου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου "
    "νοεμβρίου δεκεμβρίου",
    "يناير/كانون-الثاني فبراير/شباط مارس/آذار أبريل/إبريل/نيسان مايو/أيار يونيو/حزيران يوليو/تموز أغسطس/آب "
    "سبتمبر/أيلول أكتوبر/تشرين-الأول نوفمبر/تشرين-الثاني ديسمبر/كانون-الأول",
    "בינואר/ינואר בפברואר/פברואר במרץ/מרץ באפריל/אפריל במאי/מאי ביוני/יוני ביולי/יולי באוגוסט/אוגוסט "
    "בספטמבר/ספטמבר באוקטובר/אוקטובר בנובמבר/נובמבר בדצמבר/דצמבר",
    "जनवरी फरवरी/फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर/सितम्बर अक्टूबर/अक्तूबर नवंबर/नवम्बर दिसंबर/दिसम्बर",
    "জানুয়ারি ফেব্রুয়ারি মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর",
    "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม",
)  # fmt: skip
_NUMBER_OF: Final = {
    form: number
    for language in _MONTHS_PRINTED
    for number, forms in enumerate(language.split(), 1)
    for form in forms.replace("-", " ").split("/")
}
_BUDDHIST: Final = 543  # years by which the Thai calendar is ahead
_WORD: Final = r"(?P<month>(?:[^\W\d_]|[\u0300-\u036f\u0900-\u0dff\u0e30-\u0e4e]){2,14}(?: (?:الأول|الثاني))?)"
_SHAPES: Final = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        r"(?<!\d)(?P<year>\d{4}) ?[年년] ?(?P<number>\d{1,2}) ?[月월] ?(?P<day>\d{1,2}) ?[日일]",
        rf"(?<!\d)(?P<day>\d{{1,2}})(?:\.|er|º|°|-go|e)?(?: d['’e]| de)? ?{_WORD}\.?,?(?: del?)? "
        r"(?P<year>\d{4})(?!\d)",
        rf"(?<!\d)(?P<year>\d{{4}})\.? {_WORD} (?P<day>\d{{1,2}})\b",
        r"(?<!\d)(?P<day>\d{1,2}) tháng (?P<number>\d{1,2}),? (?:năm )?(?P<year>\d{4})(?!\d)",
    )
)
_FIRST_YEAR: Final = 1990  # days before it were not published on the web
_LIKELY: Final = re.compile(r"\d{4}")


class OtherDay(NamedTuple):
    """A day in words: where it stands and its ISO 8601 form."""

    start: int
    end: int
    value: str


def other_days_in(words: str) -> list[OtherDay]:
    """Return the whole days in `words` that are printed in another language than English, in their order.

    Read are the first 300 characters.
    """
    words = words[:300]
    if not _LIKELY.search(words):
        return []
    found = [day for shape in _SHAPES for match in shape.finditer(words) if (day := _day_of(match))]
    found.sort()
    return [day for i, day in enumerate(found) if not any(day.start < before.end for before in found[:i])]


def _day_of(match: re.Match[str]) -> OtherDay | None:
    parts = match.groupdict()
    month = int(parts["number"]) if parts.get("number") else _NUMBER_OF.get(parts["month"].lower(), 0)
    year = int(parts["year"])
    year -= _BUDDHIST if 2500 <= year < 2700 else 0
    try:
        made = date(year, month, int(parts["day"]))
    except ValueError:
        return None
    return OtherDay(match.start(), match.end(), made.isoformat()) if made.year >= _FIRST_YEAR else None
