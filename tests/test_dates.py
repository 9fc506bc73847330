"""The day that a page takes from its family."""

from copydesk.dates import family_day


def test_a_page_without_a_day_takes_the_one_that_most_copies_tell() -> None:
    assert family_day(["2024-05-15", None, "2024-05-14T10:00:00Z", "2024-05-15"]) == "2024-05-15"


def test_of_two_days_told_as_often_it_is_the_earlier() -> None:
    assert family_day(["2024-05-15", "2024-05-14"]) == "2024-05-14"


def test_copies_that_lie_weeks_apart_tell_no_day() -> None:
    assert family_day(["2024-05-15", "2024-06-14"]) is None
    assert family_day([None]) is None
