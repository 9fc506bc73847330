import pytest

from copydesk.english.verbs import base_form


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("said", "say"),
        ("told", "tell"),
        ("denied", "deny"),
        ("denies", "deny"),
        ("planned", "plan"),
        ("noting", "note"),
        ("announced", "announce"),
        ("warns", "warn"),
        ("stressed", "stress"),
        ("pledges", "pledge"),
        ("criticized", "criticize"),
        ("Calling", "call"),
        ("wishes", "wish"),
        ("fled", "flee"),
        ("goes", "go"),
        ("hired", "hire"),
        ("lying", "lie"),
    ],
)
def test_the_base_form_of_a_verb_form(word: str, base: str) -> None:
    assert base_form(word) == base


def test_a_word_that_no_table_knows_comes_back_by_spelling() -> None:
    assert base_form("blorping") == "blorp"
    assert base_form("zq") == "zq"
