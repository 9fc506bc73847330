import pytest

from copydesk.reading.attributions.sources import anonymity_reason, entity_of, kind_of
from copydesk.records import Entity


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Ana Ruiz", "named-person"),
        ("Mayor Ruiz", "named-person"),
        ("he", "named-person"),
        ("they", "anonymous-group"),
        ("allied sources", "anonymous-group"),
        ("two senior officials", "anonymous-group"),
        ("the allied official, who spoke on condition of anonymity", "anonymous-person"),
        ("a person familiar with the talks", "anonymous-person"),
        ("the harbour ministry", "named-organization"),
        ("Reuters", "media"),
        ("The Harbour Times", "media"),
        ("local media", "media"),
        ("the report", "document"),
        ("a new poll", "document"),
    ],
)
def test_kind(words: str, kind: str) -> None:
    assert kind_of(words, ((0, len(words)),), None) == kind


def test_no_words_no_source() -> None:
    assert kind_of("text", (), None) == "none"


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("the official, who spoke on condition of anonymity in line with port rules", "in line with port rules"),
        (
            "an aide who spoke on the condition of anonymity because she feared reprisals",
            "because she feared reprisals",
        ),
        ("an aide, because he was not authorised to speak publicly", "because he was not authorised to speak publicly"),
        ("a clerk granted anonymity to discuss private talks", "to discuss private talks"),
        ("the official, who spoke on condition of anonymity", None),
        ("the harbour master", None),
    ],
)
def test_reason_for_anonymity(words: str, reason: str | None) -> None:
    span = anonymity_reason(words, (0, len(words)))
    assert (words[slice(*span)] if span else None) == reason


def test_the_entity_behind_a_source_is_the_person_in_it() -> None:
    # Harbour Office head Ana Ruiz
    office = Entity(id="e1", type="ORG", name="Harbour Office", mentions=((0, 14),))
    ruiz = Entity(id="e2", type="PERSON", name="Ana Ruiz", mentions=((20, 28),))
    assert entity_of(((0, 28),), (office, ruiz)) is ruiz
    assert entity_of(((0, 14),), (office, ruiz)) is office
    assert entity_of((), (office, ruiz)) is None
