import pytest

from copydesk.articles.masthead.dateline import alone, opening
from copydesk.records import Dateline


@pytest.mark.parametrize(
    ("words", "place", "agency", "day", "rest"),
    [
        ("KYIV, Ukraine (AP) — The envoy", "KYIV, Ukraine", "Associated Press", None, "The envoy"),
        ("LONDON, March 3 (Reuters) - Shares fell", "LONDON", "Reuters", "2023-03-03", "Shares fell"),
        ("Kyiv, Ukraine – The envoy", "Kyiv, Ukraine", None, None, "The envoy"),
        ("NAIROBI | Rain fell", "NAIROBI", None, None, "Rain fell"),
        ("WASHINGTON — The Senate", "WASHINGTON", None, None, "The Senate"),
        ("WASHINGTON—The Senate", "WASHINGTON", None, None, "The Senate"),
        ("Berlin (dpa) - Die Lage", "Berlin", "Deutsche Presse-Agentur", None, "Die Lage"),
        ("ST. PAUL, Minn. (AP) -- Snow", "ST. PAUL, Minn.", "Associated Press", None, "Snow"),
        ("(Bloomberg) -- Oil rose", None, "Bloomberg", None, "Oil rose"),
        ("TOKYO, 3 March (Kyodo) - A quake", "TOKYO", "Kyodo News", "2023-03-03", "A quake"),
        ("GENEVA/OSLO, March 3 (Reuters) - The envoy", "GENEVA/OSLO", "Reuters", "2023-03-03", "The envoy"),
        ("NEW DELHI: The envoy", "NEW DELHI", None, None, "The envoy"),
        ("New Delhi, Mar 3 (PTI) The envoy", "New Delhi", "Press Trust of India", "2023-03-03", "The envoy"),
        ("MOSCOW, March 3. /TASS/. The envoy", "MOSCOW", "TASS", "2023-03-03", "The envoy"),
        ("Moscow. March 3. INTERFAX - The envoy", "Moscow", "Interfax", "2023-03-03", "The envoy"),
        ("LONDON (AP) The envoy", "LONDON", "Associated Press", None, "The envoy"),
        ("ODESA, Ukraine. – The envoy", "ODESA, Ukraine", None, None, "The envoy"),
        ("ODESA, Ukraine (Northwire) — The envoy", "ODESA, Ukraine", "Northwire", None, "The envoy"),
    ],
)
def test_datelines_open_a_story(words, place, agency, day, rest):
    found = opening(words, "2023-03-05")
    assert found is not None
    assert found.dateline == Dateline(place=place, agency=agency, day=day)
    assert words[found.end :].strip() == rest


@pytest.mark.parametrize(
    "words",
    [
        "The envoy – who had come late – left again.",
        "BREAKING — The Senate has voted",
        "Health – a matter of trust",
        "Watch: the storm",
        "He said (in London) - and meant it",
        "UPDATE: road closed",
        "London (or what is left of it) was quiet",
        "Either/or – a choice",
        "Jane Roe, a nurse – and a mother – left.",
        "",
        "—",
        "A" * 10_000,
    ],
)
def test_other_openings_are_no_datelines(words):
    assert opening(words) is None


def test_dateline_on_a_line_of_its_own():
    assert alone("Kyiv, Ukraine –") == Dateline(place="Kyiv, Ukraine")
    assert alone("KYIV, Ukraine (AP)") == Dateline(place="KYIV, Ukraine", agency="Associated Press")
    assert alone("Related Articles") is None
    assert alone("Kyiv, Ukraine") is None
