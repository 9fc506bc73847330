import pytest

from copydesk.language import parse
from copydesk.reading.attributions import find_attributions
from copydesk.reading.attributions.page_lookup import page_of
from copydesk.reading.attributions.pronouns import resolve
from copydesk.reading.attributions.source_resolution import SourceIdentity
from copydesk.reading.attributions.verb_grammar import Grammar
from copydesk.reading.entities import find_entities


def speaker(text: str, word: str) -> tuple[str, str | None]:
    """Return the kind and the name behind the last source that is a word."""
    document = parse(text)
    entities = find_entities(document)
    names = {entity.id: entity.name for entity in entities}
    found = find_attributions(text, document=document, entities=entities)
    source = [item.source for item in found if [text[s:e] for s, e in item.source.spans] == [word]][-1]
    return source.kind, names.get(source.entity or "")


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Ana Ruiz met Tom Lee on Monday. She said the plan was dead.", "She", "Ana Ruiz"),
        ("Tom Lee spoke first. Later Ana Ruiz said the town was lost. He said help was coming.", "He", "Tom Lee"),
        ("Ana Ruiz said the town was lost. She said help was coming.", "She", "Ana Ruiz"),
        ("Ana Ruiz, who said she was ill, left.", "who", "Ana Ruiz"),
        ("Mr Lee and Ms Ruiz met. He said help was coming.", "He", "Lee"),
    ],
)
def test_a_pronoun_is_the_one_who_fits(text: str, word: str, name: str) -> None:
    found = speaker(text, word)
    assert found == ("named-person", found[1])
    assert name in (found[1] or "")


def test_who_is_named_in_what_is_told_does_not_tell_it() -> None:
    text = "Rao met Lund.\n\nZameer Khan had retorted on Monday.\n\nKhan should not make such remarks, he said."
    assert speaker(text, "he")[1] is None
    told = "Karl Berg met Tom Lee on Monday, Berg said.\n\nLee had lost his nerve, he said."
    assert speaker(told, "he") == ("named-person", "Karl Berg")


def test_subjects_inside_a_quotation_do_not_speak_it() -> None:
    text = "At the hall, Ana Ruiz had a question for the mayor.\n\n“As the driver left, my son ran,” she said."
    assert speaker(text, "she") == ("named-person", "Ana Ruiz")


def test_where_two_fit_nobody_is_named() -> None:
    assert speaker("Tom Lee and Karl Berg met. Ana Ruiz stayed at home. He said help was coming.", "He")[1] is None


def test_a_party_s_it_is_not_the_capital_named_later() -> None:
    text = (
        "At a rally on Monday, the ruling party doubled down on its plans, which it said were needed to protect the "
        "country, while Brussels said the rules broke the law."
    )
    assert speaker(text, "it")[1] is None


def test_the_subject_of_the_paragraph_before_goes_before_an_earlier_speaker() -> None:
    text = (
        "“We are late,” Peter Baxter said.\n\nMayor Holt went into the hearing on the bridge.\n\n"
        "He called the plan a “waste of money.”"
    )
    assert speaker(text, "He")[1] == "Holt"


def test_a_sentence_that_goes_on_about_somebody_gives_no_other() -> None:
    text = (
        "“We are late,” Peter Baxter said. He listed the problems that George Holt will face at the hearing. "
        "“We have no engineers,” he said."
    )
    assert speaker(text, "he")[1] == "Peter Baxter"


def test_who_stands_in_a_clause_below_is_not_taken_where_others_are_named() -> None:
    text = (
        "Peter Baxter was late again on Monday.\n\nIt will be the first meeting since George Holt took office.\n\n"
        "“I am always late,” he said."
    )
    assert speaker(text, "he")[1] is None


def test_the_subject_of_a_quotation_s_earlier_paragraph_does_not_speak_it() -> None:
    text = "Karl Berg took the chair.\n\n“The athlete lives in Porth.\n\n“It is a business. It looks bad,” he said."
    document = parse(text)
    page = page_of(text, find_entities(document), Grammar(document))
    berg = SourceIdentity("named-person", page.mentions[0][1])
    at, last = text.index("he said"), text.index("It looks")
    assert resolve(page, "he", at, [((0, 9), berg)], [(last, at - 1)]) == berg


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Norvane Ltd said it was over. Costs, they said, had doubled.", "named-organization"),
        ("Norvane Ltd said it was over. Drivers went home. Costs, they said, had doubled.", "anonymous-group"),
    ],
)
def test_they_are_the_body_that_spoke_right_before_unless_a_group_came_since(text: str, kind: str) -> None:
    assert speaker(text, "they")[0] == kind


def test_they_are_two_named_people_who_spoke_right_before() -> None:
    text = "Mr. Berg and Ms. Ruiz said it was over. Costs, they said, had doubled."
    assert speaker(text, "they") == ("named-person", None)


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Karl Berg said Tom Lee was late. He added that it was over.", "He", "Karl Berg"),
        ("Karl Berg said Tom Lee was late, but he added that it was over.", "he", "Karl Berg"),
        ("Karl Berg saw that Tom Lee was late. He added that it was over.", "He", None),
        ("Okwaro Neb said Tom Lee was late. He added that it was over.", "He", None),
        ("Karl Berg said Tom Lee was right when he said that it was over.", "he", None),
    ],
)
def test_who_said_something_goes_on_speaking_whoever_stands_in_it(text: str, word: str, name: str | None) -> None:
    assert speaker(text, word)[1] == name
