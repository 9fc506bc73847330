import pytest

from copydesk.reading.attributions.anonymity import anonymity_reason, with_clause
from copydesk.reading.attributions.sources import Behind, behind, page_of
from copydesk.records import Entity


def whole(words: str) -> tuple[tuple[int, int], ...]:
    return ((0, len(words)),)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Ana Ruiz", "named-person"),
        ("Mayor Ruiz", "named-person"),
        ("he", "named-person"),
        ("the mayor", "named-person"),
        ("they", "anonymous-group"),
        ("allied sources", "anonymous-group"),
        ("two senior officials", "anonymous-group"),
        ("half of the island’s voters", "anonymous-group"),
        ("Leaders of the union", "anonymous-group"),
        ("Two people briefed on the talks", "anonymous-group"),
        ("the allied official, who spoke on condition of anonymity", "anonymous-person"),
        ("a person familiar with the talks", "anonymous-person"),
        ("the harbour ministry", "named-organization"),
        ("FEMA", "named-organization"),
        ("Reuters", "media"),
        ("The Harbour Times", "media"),
        ("local media", "media"),
        ("the report", "document"),
        ("a new poll", "document"),
        ("documents obtained by the council", "document"),
    ],
)
def test_kind_by_words_alone(words: str, kind: str) -> None:
    assert behind(page_of(words, ()), whole(words), ()).kind == kind


def test_no_words_no_source() -> None:
    assert behind(page_of("text", ()), (), ()) == Behind("none", None)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("PERSON", "named-person"), ("ORG", "named-organization"), ("PLACE", "named-organization"), ("WORK", "document")],
)
def test_an_entity_decides_over_the_look_of_a_name(kind: str, expected: str) -> None:
    entity = Entity(id="e1", type=kind, name="Orrin Vale", mentions=((0, 10),))  # type: ignore[arg-type]
    assert behind(page_of("Orrin Vale", (entity,)), whole("Orrin Vale"), ()) == Behind(expected, entity)  # type: ignore[arg-type]


def test_the_entity_behind_a_source_is_its_head() -> None:
    text = "Harbour Office head Ana Ruiz"
    office = Entity(id="e1", type="ORG", name="Harbour Office", mentions=((0, 14),))
    ruiz = Entity(id="e2", type="PERSON", name="Ana Ruiz", mentions=((20, 28),))
    assert behind(page_of(text, (office, ruiz)), ((0, 28),), ()).entity is ruiz
    assert behind(page_of(text, (office, ruiz)), ((0, 14),), ()).entity is office
    text = "an aide to Ana Ruiz"
    ruiz = Entity(id="e2", type="PERSON", name="Ana Ruiz", mentions=((11, 19),))
    assert behind(page_of(text, (ruiz,)), whole(text), ()) == Behind("anonymous-person", None)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A Ruiz adviser", "anonymous-person"),
        ("Ruiz supporters", "anonymous-group"),
        ("the Ruiz campaign", "named-organization"),
        ("another baker, Ruiz", "named-person"),
        ("his sister, Ruiz, who left", "named-person"),
    ],
)
def test_a_name_before_a_noun_is_not_who_speaks(text: str, kind: str) -> None:
    at = text.index("Ruiz")
    ruiz = Entity(id="e1", type="PERSON", name="Ana Ruiz", mentions=((at, at + 4),))
    assert behind(page_of(text, (ruiz,)), whole(text), ()).kind == kind


def test_a_pronoun_is_the_last_one_who_spoke() -> None:
    text = "Ana Ruiz said so. The port agency agreed. She went on, and it closed. An aide nodded. He said no."
    ruiz = Entity(id="e1", type="PERSON", name="Ana Ruiz", mentions=((0, 8),))
    page = page_of(text, (ruiz,))
    first = Behind("named-person", ruiz)
    agency = Behind("named-organization", None)
    before = [((0, 8), first), ((18, 33), agency)]
    she, it, he = text.index("She"), text.index("it closed"), text.index("He said")
    assert behind(page, ((she, she + 3),), before) == first
    assert behind(page, ((it, it + 2),), before) == agency
    aide = text.index("An aide")
    before.append(((aide, aide + 7), Behind("anonymous-person", None)))
    assert behind(page, ((he, he + 2),), before).kind == "anonymous-person"


def test_a_relative_pronoun_is_the_words_before_it() -> None:
    text = "They asked the 436,219 people who voted."
    at = text.index("who")
    assert behind(page_of(text, ()), ((at, at + 3),), ()).kind == "anonymous-group"


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("the official, who spoke on condition of anonymity in line with port rules", "in line with port rules"),
        (
            "an aide who spoke on the condition of anonymity because she feared reprisals",
            "because she feared reprisals",
        ),
        ("an aide, because he was not authorised to speak publicly", "because he was not authorised to speak publicly"),
        ("an aide who was not authorized to speak, said the port was open.", "not authorized to speak"),
        ("a clerk granted anonymity to discuss private talks", "to discuss private talks"),
        ("a clerk asking not to be named for fear of the mayor, said so", "for fear of the mayor"),
        ("the official, who spoke on condition of anonymity", None),
        ("the official left. Others were not named because of a rule", None),
        ("the harbour master", None),
    ],
)
def test_reason_for_anonymity(words: str, reason: str | None) -> None:
    span = anonymity_reason(words, (0, 6))
    assert (words[slice(*span)] if span else None) == reason


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "the clerk, who spoke on condition of anonymity in line with port rules.",
            "the clerk, who spoke on condition of anonymity in line with port rules",
        ),
        ("the clerk, who asked not to be named. He left.", "the clerk, who asked not to be named"),
        (
            "the clerk speaking anonymously because of a feud, said so",
            "the clerk speaking anonymously because of a feud",
        ),
        ("the clerk, who left. Others spoke on condition of anonymity", "the clerk"),
        ("the clerk said on condition of anonymity", "the clerk"),
    ],
)
def test_a_source_takes_in_the_clause_that_withholds_its_name(text: str, expected: str) -> None:
    start, end = with_clause(text, (0, 9))
    assert text[start:end] == expected


def test_a_clause_that_withholds_a_name_takes_in_whose_name():
    text = "A harbor official, who spoke on condition of anonymity because he was not authorized to speak, said no."
    start = text.index("who")
    found = with_clause(text, (start, start + 3))
    assert text[slice(*found)] == text[: text.index(", said")]
    plain = "The docker who met her said no."
    assert with_clause(plain, (11, 22)) == (11, 22)


def test_a_description_is_the_person_whom_it_describes() -> None:
    text = "The port's chief said so. He left."
    ruiz = Entity(id="e1", type="PERSON", name="Ana Ruiz", mentions=((40, 48),), descriptions=((0, 16),))
    page = page_of(text, (ruiz,))
    found = behind(page, ((0, 16),), ())
    assert found == Behind("named-person", ruiz)
    he = text.index("He left")
    assert behind(page, ((he, he + 2),), [((0, 16), found)]) == found
    assert behind(page, ((0, 10),), ()).entity is None


@pytest.mark.parametrize(
    ("lead", "kind"),
    [
        ("A spokesman for the company, ", "named-person"),
        ("Another user, ", "named-person"),
        ("An aide to the senator, ", "anonymous-person"),
        ("A clerk who knows the mayor, ", "anonymous-person"),
    ],
)
def test_a_name_in_apposition_names_the_source_unless_another_may_be_meant(lead: str, kind: str) -> None:
    text = lead + "Per Lund"
    lund = Entity(id="e1", type="PERSON", name="Per Lund", mentions=((len(lead), len(text)),))
    assert behind(page_of(text, (lund,)), whole(text), ()).kind == kind
