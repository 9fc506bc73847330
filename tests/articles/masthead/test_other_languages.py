import pytest

from copydesk.articles.masthead.masthead_dates import day_in
from copydesk.articles.masthead.other_bylines import other_byline


@pytest.mark.parametrize(
    "words",
    [
        "10 марта 2026, 09:00", "2026年3月10日 09:00", "10. März 2026", "10 mars 2026", "10 de marzo de 2026",
        "10 de março de 2026", "10 marzo 2026", "10 maart 2026", "10. maaliskuuta 2026", "10 marca 2026",
        "2026. március 10.", "10 Mart 2026", "10 березня 2026 р.", "10 Μαρτίου 2026", "10 مارس 2026", "10 במרץ 2026",
        "१० मार्च २०२६", "10 มีนาคม 2569", "2026년 3월 10일", "10 tháng 3 2026", "10 Maret 2026", "10 ožujka 2026",
    ],
)  # fmt: skip
def test_days_in_many_languages(words):
    assert day_in(words) == "2026-03-10"


@pytest.mark.parametrize("words", ["40 марта 2026", "10 stones 2026", "page 10 of 2026", "3 people 2026"])
def test_what_is_no_day(words):
    assert day_in(words) is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Von Anna Weber", ["Anna Weber"]),
        ("Von Anna Weber und Jan Kraus", ["Anna Weber", "Jan Kraus"]),
        ("Von Anna Weber, 10. März 2026", ["Anna Weber"]),
        ("Par Léa Martin", ["Léa Martin"]),
        ("Por María López y Juan Pérez", ["María López", "Juan Pérez"]),
        ("Автор: Мария Соколова", ["Мария Соколова"]),
        ("بقلم ليلى حداد", ["ليلى حداد"]),
        ("记者 王晓明", ["王晓明"]),
        ("김민수 기자", ["김민수"]),
    ],
)
def test_bylines_in_other_languages(line, names):
    assert [author.name for author in other_byline(line)] == names


@pytest.mark.parametrize(
    "line", ["Von Berlin nach Rom", "Par avion", "Di Caprio wins", "Por fin llega la lluvia", "Text"]
)
def test_what_is_no_byline(line):
    assert other_byline(line) == ()
