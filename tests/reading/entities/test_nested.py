"""Names inside names: kept as nested mentions of what the page has, and no reason to put anything on the map."""

from reading.entities.test_entities import document

from copydesk.reading.entities import find_entities


def test_a_name_that_the_page_has_is_noted_inside_a_longer_one() -> None:
    d = document(
        "Manchester slept. Manchester United won. The Ada Reyes Trust paid Ada Reyes.",
        ("Manchester United", "ORG"), ("Ada Reyes Trust", "ORG"), ("Manchester", "PLACE"), ("Ada Reyes", "PERSON"),
    )  # fmt: skip
    found = {e.name: [d.text[slice(*span)] for span in e.nested] for e in find_entities(d) if e.nested}
    assert found == {"Manchester": ["Manchester"], "Ada Reyes": ["Ada Reyes"]}


def test_a_place_that_stands_only_inside_an_organization_is_no_entity() -> None:
    d = document("The Kinshasa Environment Ministry met.", ("Kinshasa Environment Ministry", "ORG"))
    (ministry,) = find_entities(d)
    assert (ministry.type, len(ministry.mentions)) == ("ORG", 1)


def test_words_that_are_no_names_are_not_nested() -> None:
    d = document("The Bank of Ilk and the Works Council met.", ("Bank of Ilk", "ORG"), ("Works Council", "ORG"))
    assert all(not e.nested for e in find_entities(d))
