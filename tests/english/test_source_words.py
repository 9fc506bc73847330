import pytest

from copydesk.english.source_words import gender_of, is_outlet, is_person_noun


@pytest.mark.parametrize("noun", ["seismologist", "rescuer", "diplomat", "eyewitness", "farmer"])
def test_nouns_that_mean_persons(noun: str) -> None:
    assert is_person_noun(noun)


@pytest.mark.parametrize("noun", ["quake", "report", "museum", "effect"])
def test_nouns_that_mean_no_persons(noun: str) -> None:
    assert not is_person_noun(noun)


def test_outlets_are_known_with_and_without_their_article() -> None:
    assert is_outlet("The Guardian")
    assert is_outlet("Al Jazeera")
    assert is_outlet("The Sun")
    assert not is_outlet("Sun")
    assert not is_outlet("Northgate")


def test_given_names_have_a_gender_unless_both_bear_them() -> None:
    assert gender_of("Ana") == "female"
    assert gender_of("Jürgen") == "male"
    assert gender_of("Jordan") is None
    assert gender_of("Xqz") is None
