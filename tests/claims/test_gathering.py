"""Which sentences of a story say the same: across wordings, figures written otherwise, and quotations that go on."""

import msgspec
import pytest

import copydesk
from copydesk.claims.claim_weights import shipped
from copydesk.claims.gathering import gather
from copydesk.claims.likeness import Likeness, Stems
from copydesk.claims.statements import statements


def told(text, page):
    return statements(copydesk.read_text(text, published="2026-05-12", id=page))


def groups(*texts, parents=None, families=None, translations=()):
    pages = [told(text, str(number)) for number, text in enumerate(texts)]
    return gather(pages, parents or {}, families or {}, shipped().same, translations)


def together(found, one, other):
    return any({one, other} <= {f"{s.page}.{s.number}" for s in group.statements} for group in found)


def test_a_figure_in_words_meets_the_same_figure_in_digits():
    found = groups(
        "The lander sent no signal for about 40 minutes after touchdown, the observatory said.",
        "Contact with the lander was lost for some forty minutes after touchdown, the observatory said.",
    )
    assert together(found, "0.0", "1.0")


def test_two_tolls_are_two_claims_across_families():
    found = groups(
        "The flood killed at least 14 people in Marland, police said.",
        "The flood killed at least 31 people in Marland, police said.",
    )
    assert not together(found, "0.0", "1.0")


def test_a_copy_that_changed_the_toll_makes_no_claim_of_its_own():
    found = groups(
        "The flood killed at least 14 people in Marland, police said.",
        "The flood killed at least 31 people in Marland, police said.",
        parents={"1": "0"},
        families={"0": "a", "1": "a"},
    )
    assert together(found, "0.0", "1.0")


def test_a_quotation_that_goes_on_is_one_with_its_beginning():
    (first, *others) = groups(
        '"I was given the memo. I never read it to the end. I should have done so that week," the minister Ada '
        "Brennock told parliament.\n\nThe bridge had been closed in April after a cable broke."
    )
    assert [one.number for one in (*first.statements, *first.rest)] == [0, 1, 2]
    assert len(others) == 1


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Did the minister read the memo about cracks in the bridge?", "question"),
        ("The transport ministry did not answer calls from Reuters.", "unanswered"),
        ("The transport ministry declined to comment.", "unanswered"),
        ("The minister answered every letter.", "sentence"),
    ],
)
def test_what_says_nothing_is_told_from_sentences(text, form):
    last = "The bridge was closed on April 2 after a hanger broke."
    assert told(f"{last}\n\n{text}\n\n{last}", "p")[1].form == form


def test_a_dateline_on_its_own_is_no_statement():
    text = "KISAMBWE, Tanzania (AP) —\n\nThe bridge was closed on April 2 after a hanger broke."
    assert [one.number for one in told(text, "p")] == [len(copydesk.read_text(text).sentences) - 1]


def test_a_sentence_that_stands_twice_on_a_page_is_said_once():
    text = "Demonstrators called on the president of Marland to stand up for human rights.\n\n"
    assert len(groups(text * 3)) == 1


def test_likeness_does_not_depend_on_which_comes_first():
    one = told("The bridge was closed on April 2 after a hanger broke.", "a")[0]
    other = told("On 2 April a hanger gave way and the bridge was not opened again.", "b")[0]
    likeness = Likeness(Stems([one, other]), {"b": "a"}, {}, shipped().same)
    assert likeness.of(one, other) == likeness.of(other, one)
    assert 0 < likeness.of(one, other) < 1


def test_two_speakers_on_one_topic_make_two_claims_unless_they_say_the_same():
    first = "The dam at Halm let out 412 cubic metres a second on Tuesday morning, minister Ada Moss said."
    topic = "The dam at Halm was built with 12 pumps too few on Tuesday ground, engineer Per Lund said."
    same = "The dam at Halm let out 412 cubic metres a second on Tuesday morning, engineer Per Lund said."
    assert not together(groups(first, topic), "0.0", "1.0")
    assert together(groups(first, same), "0.0", "1.0")


def test_a_caption_is_no_statement():
    text = "Police closed the Marland bridge on Monday, officials said.\n\nCars wait at the Marland bridge on Monday."
    record = copydesk.read_text(text, published="2026-05-12")
    assert [one.number for one in statements(record)] == [0, 1]
    caption = msgspec.structs.replace(record.blocks[1], kind="caption")
    record = msgspec.structs.replace(record, blocks=(record.blocks[0], caption))
    assert [one.number for one in statements(record)] == [0]


GERMAN = (
    "Beim Brand im Hafen von Oberwyk sind am Dienstag 14 Lastwagen zerstört worden. "
    "Verletzte gab es keine. "
    "Der Sachschaden liegt bei 3 Millionen Euro, sagte Kommandant Jonas Ebert."
)
ENGLISH = (
    "Fourteen trucks were destroyed on Tuesday in a fire at the port of Oberwyk. {middle}"
    "Damage is put at 3 million euros, commander Jonas Ebert said."
)


def test_a_sentence_of_a_translation_between_two_laid_ones_lies_on_the_one_between_theirs():
    texts = (GERMAN, ENGLISH.format(middle="Nobody was hurt. "))
    family = {"parents": {"1": "0"}, "families": {"0": "a", "1": "a"}}
    assert together(groups(*texts, **family, translations={"1"}), "0.1", "1.1")
    assert not together(groups(*texts, **family), "0.1", "1.1"), "in one language words must tell"


def test_a_sentence_that_a_translation_adds_lies_on_none():
    found = groups(
        GERMAN,
        ENGLISH.format(middle="Nobody was hurt. A crane fell into the water. The harbour master has asked for help. "),
        parents={"1": "0"},
        families={"0": "a", "1": "a"},
        translations={"1"},
    )
    assert not any(together(found, "0.1", f"1.{number}") for number in (1, 2, 3))


def test_two_statements_of_one_source_are_not_alike_for_its_words():
    found = groups(
        "“The envoy is in Oberwyk,” said a harbour official, who spoke on condition of anonymity because he was not "
        "authorised to discuss the visit.",
        "A harbour official, who spoke on condition of anonymity because he was not authorised to discuss the visit, "
        "said that insurers had asked for written guarantees.",
    )
    assert not together(found, "0.0", "1.0")


def test_a_statement_that_names_little_but_its_source_is_told_by_it():
    (one, *_) = told("Commander Jonas Ebert of the harbour police said so.", "0")
    assert one.stems
