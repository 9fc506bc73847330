"""Plain words for codes."""

import pytest

from copydesk.web.plain_words import count, day, days, plain_value, safe_link, short


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2026-10-08", "Thursday 8 October 2026"),
        ("2026-10", "October 2026"),
        ("2026", "2026"),
        ("2026-W41", "week 41 of 2026"),
        ("2026-W41-WE", "weekend of week 41 of 2026"),
        ("2026-Q3", "quarter 3 of 2026"),
        ("2026-SU", "summer 2026"),
        ("199", "the 1990s"),
        ("19", "the 1900s"),
        ("P1Y", "1 year"),
        ("PT30M", "30 minutes"),
        ("P3M", "3 months"),
        ("2026-07-11/2026-07-12", "Saturday 11 July 2026 to Sunday 12 July 2026"),
        ("2026-10-08T09:14", "Thursday 8 October 2026, 09:14"),
        ("2026-10-08TEV", "Thursday 8 October 2026, evening"),
        ("XXXX-WXX-4", "a Thursday, which one is not known"),
        ("XXXX-10-08", "8 October"),
        ("2026-09-XX", "a day in September 2026"),
        ("2026-99-XX", "a day in 2026-99"),
        ("PRESENT_REF", "now"),
        ("2026-02-31", "2026-02-31"),
        ("PXY", "some years"),
        ("PX", "some time"),
        ("P", "some time"),
        ("TEV", "evening"),
        ("XXXX-XX-XXT20:00", "a day, which one is not known, 20:00"),
        ("2026-10-08TX", "Thursday 8 October 2026, at a time not known"),
        ("2026-W41-2", "a time, which one is not known"),
        ("R1/2026", "a time, which one is not known to 2026"),
        ("20261", "a time, which one is not known"),
        ("", ""),
    ],
)
def test_timex_values(value, words):
    assert plain_value(value) == words


def test_days():
    assert day("2026-10-08T10:02:00-04:00") == "8 October 2026"
    assert day(None) == ""
    assert days("2026-10-08", "2026-10-09") == "8–9 October 2026"
    assert days("2026-09-30", "2026-10-09") == "30 September – 9 October 2026"
    assert days("2025-12-31", "2026-01-01") == "31 December 2025 – 1 January 2026"
    assert days("2026-10-08", None) == days("2026-10-08", "2026-10-08") == "8 October 2026"


@pytest.mark.parametrize(
    "location",
    [
        None,
        "javascript:alert(1)",
        " javascript:alert(1)//http://a.example",
        "JaVaScRiPt:alert(1)",
        "data:text/html,<script>",
        "vbscript:x",
        "file:///etc/passwd",
        "//a.example",
        "http:///nohost",
        "http://a.example/\njavascript:",
        "http://[bad",
        "examples/page.html",
    ],
)
def test_only_web_addresses_are_linked(location):
    assert safe_link(location) is None


def test_web_addresses_are_linked():
    assert safe_link("https://pier.example/a?b=1") == "https://pier.example/a?b=1"


def test_counts_and_cuts():
    assert (count(1, "page"), count(1204, "page"), count(2, "copy", "copies")) == ("1 page", "1,204 pages", "2 copies")
    assert short("one two three", 8) == "one two…"
    assert short("x" * 100, 8) == "x" * 8 + "…"
