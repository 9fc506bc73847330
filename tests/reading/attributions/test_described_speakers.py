"""Whom a description without a name stands for, and when nobody is told."""

import pytest

from copydesk.reading.attributions.described_speakers import described_body, described_speaker
from copydesk.reading.attributions.page_lookup import page_of
from copydesk.reading.attributions.source_resolution import SourceIdentity
from copydesk.records import Entity, Span


def person(text: str, name: str, role: str | None = None) -> Entity:
    at = text.index(name)
    return Entity(id=name, type="PERSON", name=name, role=role, mentions=((at, at + len(name)),))


def described(text: str, words: str, people: list[Entity], spoke: list[Entity]) -> str | None:
    """Return the name of whom the last words of a kind stand for."""
    at = text.rindex(words)
    before: list[tuple[Span, SourceIdentity]] = [(p.mentions[0], SourceIdentity("named-person", p)) for p in spoke]
    found = described_speaker(page_of(text, people), (at, at + len(words)), before)
    return found.name if found else None


def test_a_bare_title_is_the_only_holder_s_even_where_another_spoke_since() -> None:
    text = "Ambassador to Norway Jon Lund left. Ada Holt agreed. It is late, the ambassador said."
    people = [person(text, "Jon Lund"), person(text, "Ada Holt")]
    assert described(text, "the ambassador", people, people) == "Jon Lund"


def test_where_another_of_the_kind_is_brought_in_nobody_is_told_unless_the_one_spoke_last() -> None:
    text = "Justice Jon Lund left. A young judge came. Ada Holt agreed. It is late, the judge said."
    lund, holt = person(text, "Jon Lund"), person(text, "Ada Holt")
    assert described(text, "the judge", [lund, holt], [lund, holt]) is None
    assert described(text, "the judge", [lund, holt], [lund]) == "Jon Lund"


def test_a_title_with_more_to_it_is_told_only_of_who_spoke_last() -> None:
    text = "Senator Jon Lund left. Ada Holt agreed. It is late, the young senator said."
    lund, holt = person(text, "Jon Lund"), person(text, "Ada Holt")
    assert described(text, "the young senator", [lund, holt], [lund, holt]) is None
    assert described(text, "the young senator", [lund, holt], [lund]) == "Jon Lund"


def test_of_two_holders_neither_is_told() -> None:
    text = "Senator Jon Lund left. Senator Ada Holt agreed. It is late, the senator said."
    people = [person(text, "Jon Lund"), person(text, "Ada Holt")]
    assert described(text, "the senator", people, people) is None


@pytest.mark.parametrize(("more", "name"), [(0, "Jon Lund"), (1, None)])
def test_a_description_has_five_words_at_most(more: int, name: str | None) -> None:
    words = "the " + "young " * (3 + more) + "senator"
    text = f"Senator Jon Lund left. It is late, {words} said."
    lund = person(text, "Jon Lund")
    assert described(text, words, [lund], [lund]) == name


@pytest.mark.parametrize(("more", "name"), [(0, "Jon Lund"), (1, None)])
def test_a_title_with_what_it_is_of_begins_sixty_characters_before_the_name(more: int, name: str | None) -> None:
    title = "Ambassador to " + "N" * 15 + " " + "O" * 15 + " " + "P" * (60 - 14 - 33 + more) + " "
    text = f"{title}Jon Lund left. It is late, the ambassador said."
    lund = person(text, "Jon Lund")
    assert len(title) == 60 + more
    assert described(text, "the ambassador", [lund], [lund]) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Varda Press Agency has it. So it was, the agency said.", "Varda Press Agency"),
        ("The Varda Press Agency has it. An agency of the state agreed. So it was, the agency said.", None),
        ("The Varda Press Agency has it. So it was, the bank said.", None),
    ],
)
def test_a_body_s_noun_alone_is_the_only_one_with_it_in_its_name(text: str, name: str | None) -> None:
    start = text.index("Varda")
    body = Entity(id="e1", type="ORG", name="Varda Press Agency", mentions=((start, start + 18),))
    at = text.rindex("the ")
    found = described_body(page_of(text, [body]), (at, text.index(" said", at)))
    assert (found.name if found else None) == name


def test_a_noun_with_marks_of_a_pattern_in_it_is_looked_for_as_it_is() -> None:
    text = "Justice Jon Lund left. It is late, the judge(s said."
    lund = person(text, "Jon Lund")
    assert described(text, "the judge(s", [lund], [lund]) is None


@pytest.mark.parametrize(("more", "found"), [(0, True), (1, False)])
def test_what_stands_more_than_thirty_thousand_characters_before_is_not_looked_at(more: int, found: bool) -> None:
    name = "Varda Press Agency"
    text = name + " " * (30_000 - len(name) + more) + "the agency said."
    body = Entity(id="e1", type="ORG", name=name, mentions=((0, len(name)),))
    at = text.index("the agency")
    assert (described_body(page_of(text, [body]), (at, at + 10)) is not None) is found
