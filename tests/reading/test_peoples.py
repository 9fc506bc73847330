"""A country's name, its people's and its adjective have one base; other names keep their own."""

import pytest

from copydesk.reading.peoples import base_of


@pytest.mark.parametrize(
    ("people", "country"),
    [
        ("Ukrainian", "Ukraine"), ("Russian", "Russia"), ("American", "U.S."), ("French", "France"), ("Iraqi", "Iraq"),
        ("Chinese", "China"), ("Japanese", "Japan"), ("Italian", "Italy"), ("Mexican", "Mexico"), ("Kenyan", "Kenya"),
        ("Brazilian", "Brazil"), ("Georgian", "Georgia"), ("Israeli", "Israel"), ("Dutch", "the Netherlands"),
        ("Iranian", "Iran"), ("Egyptian", "Egypt"), ("South Korean", "South Korea"), ("Norwegian", "Norway"),
        ("Mozambican", "Mozambique"), ("Togolese", "Togo"), ("Spaniard", "Spain"), ("Danish", "Denmark"),
        ("Dane", "Denmark"),
        ("Mauritanian", "Mauritania"), ("Mauritian", "Mauritius"), ("Nigerien", "Niger"), ("Nigerian", "Nigeria"),
        ("Slovenian", "Slovenia"), ("Slovak", "Slovakia"), ("Kyrgyz", "Kyrgyzstan"),
    ],
)  # fmt: skip
def test_one_base(people: str, country: str) -> None:
    assert base_of(people) == base_of(country) == base_of(country + "’s")


@pytest.mark.parametrize("name", "NATO Porth Democrats an Catalan Roman Tagalog Xhosa Kiwi Pole".split())
def test_other_names_keep_their_own(name: str) -> None:
    assert base_of(name) == name.casefold()
