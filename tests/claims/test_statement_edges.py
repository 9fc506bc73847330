"""Statements at the edges of their bounds, on records whose findings are given."""

import pytest

from copydesk.claims.statements import statements
from copydesk.records import Attribution, Block, Content, Cue, Entity, Event, Predicate, Quantity, Record, Source

from .given import at, page, said


def told(text, **fields):
    return statements(page(text, **fields))


BOATS = "Grey boats left Karlo early. Rain fell on the old pier."


# Which sentences are statements.


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Grey boats left Karlo.", "sentence"), ("Did grey boats leave?", "question"),
        ("“Did grey boats leave?”", "question"),
        ("Holm did not answer the boats.", "unanswered"), ("Holm declined to comment on boats.", "unanswered"),
        ("Holm answered the boats.", "sentence"), ("Holm refused to sell boats.", "sentence"),
        ("Grey boats left Karlo:", "sentence"),
    ],
)  # fmt: skip
def test_the_form_of_a_statement(text, form):
    assert [one.form for one in told(text)] == [form]


@pytest.mark.parametrize(("text", "count"), [("Boats.", 0), ("It was so.", 0), ("Boats left.", 1)])
def test_a_statement_has_two_words_of_content(text, count):
    assert len(told(text)) == count


def test_a_line_is_a_statement_where_an_event_stands_in_it():
    line = "Grey boats left Karlo"
    event = Event(id="v1", mentions=(Predicate(span=at(line, "left"), lemma="leave"),))
    assert told(line) == []
    assert [(one.form, one.events) for one in told(line, events=(event,))] == [("line", (event,))]


def test_a_sentence_within_a_caption_is_no_statement():
    blocks = (Block(span=(0, 28), kind="caption"), Block(span=(29, 56), kind="paragraph"))
    assert [one.number for one in told(BOATS, blocks=blocks)] == [1]
    assert [one.number for one in told(BOATS, blocks=(Block(span=(0, 27), kind="caption"),))] == [0, 1]
    assert [one.number for one in told(BOATS, blocks=(Block(span=(0, 28), kind="paragraph"),))] == [0, 1]


@pytest.mark.parametrize(("place", "found"), [(399, True), (400, False)])
def test_four_hundred_sentences_of_a_page_are_looked_at(place, found):
    text = "No. " * place + "Grey boats left."
    spans = (*((4 * n, 4 * n + 3) for n in range(place)), (4 * place, len(text)))
    assert bool(statements(Record(id="p", text=text, sentences=spans))) is found


@pytest.mark.parametrize(("place", "known"), [(119, True), (120, False)])
def test_a_hundred_and_twenty_words_of_a_sentence_are_looked_at(place, known):
    (one,) = told("grey boats " + "x " * (place - 2) + "Karlo.")
    assert ("karlo" in one.stems) is known
    assert ("karlo" in one.names) is known


def test_numbers_count_with_those_of_quantities_in_full():
    text = "Grey boats cost 1.2 million crowns, some 30 to 35 each."
    quantities = (
        Quantity(span=at(text, "1.2 million"), value=1_200_000.0),
        Quantity(span=at(text, "30 to 35"), value=30.0, high=35.5),
    )  # fmt: skip
    (one,) = told(text, quantities=quantities)
    assert {"1200000", "30", "35.5"} <= one.numbers & one.stems
    assert one.quantities == quantities
    first, second = told(BOATS, quantities=(Quantity(span=(29, 33), value=7.0),))
    assert (first.quantities, len(second.quantities)) == ((), 1)


def test_tolls_are_of_people_only_the_first_of_a_kind():
    text = "Two were killed, 3 hurt, 9 boats lost; 5 killed in all."
    quantities = tuple(
        Quantity(span=at(text, words), value=value, high=high, kind=kind)
        for words, value, high, kind in (
            ("Two", 2.0, None, "people-killed"), ("3", 3.0, 4.0, "people-injured"), ("9", 9.0, None, "count"),
            ("5", 5.0, None, "people-killed"),
        )
    )  # fmt: skip
    (one,) = told(text, quantities=quantities)
    assert one.tolls == {"people-killed": (2.0, 2.0), "people-injured": (3.0, 4.0)}


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("Boats never left Karlo.", True),
        ("Boats didn’t leave.", True),
        ("Holm denied boats left.", True),
        ("Boats left.", False),
    ],
)
def test_a_statement_that_denies(text, negated):
    assert [one.negated for one in told(text)] == [negated]


def test_how_far_down_a_statement_stands():
    assert [one.depth for one in told(BOATS)] == [0.0, 1.0]
    assert [one.depth for one in told("Grey boats left.")] == [0.0]


# Whose statement a sentence is.


@pytest.mark.parametrize(("share", "attributed"), [(9, False), (10, True), (11, True)])
def test_a_sentence_is_a_sources_statement_from_a_tenth_of_it(share, attributed):
    text = (
        "Boats left Karlo early, and rain fell on the pier as old lamps in the hall burned all night, Moss said"
        + "x" * 99
    )[:99] + "."
    assert len(text) == 100
    attribution = Attribution(
        id="a1", source=Source(kind="named-person"), cue=Cue(), content=Content(spans=((0, share),), speech="indirect")
    )
    (one,) = told(text, attributions=(attribution,))
    assert (one.attribution is attribution) is attributed


@pytest.mark.parametrize(("act", "vouched"), [("said", True), ("document", True), ("thought", False)])
def test_only_what_a_source_said_or_wrote_is_its_statement(act, vouched):
    text = "Boats left Karlo, Moss said."
    attribution = said(text, "Moss", "Boats left Karlo", act=act)
    (one,) = told(text, attributions=(attribution,))
    assert (one.attribution is attribution) is vouched


def test_the_outermost_of_two_attributions_counts_then_the_one_that_says_more():
    text = "Moss said that Holm said boats left Karlo early."
    outer = said(text, "Moss", "that Holm said boats left Karlo early", id_="a1")
    inner = said(text, "Holm", "boats left Karlo early", id_="a2", inside="a1")
    more = said(text, "Holm", "Moss said that Holm said boats left Karlo early", id_="a3", inside="a1")
    less = said(text, "Holm", "boats left", id_="a4")
    assert told(text, attributions=(inner, outer))[0].attribution is outer
    assert told(text, attributions=(more, outer))[0].attribution is outer
    assert told(text, attributions=(less, outer))[0].attribution is outer
    assert told(text, attributions=(outer, less))[0].attribution is outer
    same = said(text, "Holm", "that Holm said boats left Karlo early", id_="a5")
    assert told(text, attributions=(outer, same))[0].attribution is outer


@pytest.mark.parametrize(
    ("second", "context"),
    [
        ("It fell on the old pier.", True), ("“Rain fell on the pier.”", True),
        ("The rain fell on the “old pier”.", True),
        ("Rain fell on the old pier.", False),
    ],
)  # fmt: skip
def test_a_sentence_that_leans_on_the_one_before_is_of_its_source(second, context):
    text = f"Boats left Karlo early, Moss said. {second}"
    attribution = said(text, "Moss", "Boats left Karlo early")
    first, other = told(text, attributions=(attribution,))
    assert (first.context, first.attribution) == (False, attribution)
    assert (other.context, other.attribution) == (context, attribution if context else None)
    apart = ((0, 34), (35, len(text)))
    assert told(text, attributions=(attribution,), paragraphs=apart)[1].attribution is None
    assert told(text, attributions=(attribution,), paragraphs=())[1].attribution is None


def test_a_statement_that_goes_on_is_resumed():
    text = "Boats left Karlo early. Rain fell on the pier, Moss said."
    attribution = said(text, "Moss", "Boats left Karlo early. Rain fell on the pier")
    assert [one.resumed for one in told(text, attributions=(attribution,))] == [False, True]
    two = (said(text, "Moss", "Boats left Karlo early."), said(text, "Moss", "Rain fell on the pier", id_="a2"))
    assert [one.resumed for one in told(text, attributions=two)] == [False, False]


@pytest.mark.parametrize(("opening", "pronoun"), [("She", True), ("“They", True), ("You", False), ("Boats", False)])
def test_a_statement_that_begins_with_a_pronoun(opening, pronoun):
    assert told(f"{opening} left Karlo early.")[0].pronoun is pronoun


@pytest.mark.parametrize(
    ("kind", "entity", "speaker"),
    [
        ("named-person", "e1", "office"), ("named-person", "e2", "person"), ("named-person", None, "person"),
        ("named-organization", None, "office"), ("anonymous-person", None, "office"), ("none", None, None),
    ],
)  # fmt: skip
def test_what_a_page_says_of_a_speaker(kind, entity, speaker):
    text = "Boats left Karlo, Moss said."
    entities = tuple(
        Entity(id=id_, type="PERSON", name="Moss", mentions=(), role=role)
        for id_, role in (("e1", "mayor"), ("e2", None))
    )
    attribution = said(text, "Moss", "Boats left Karlo", kind=kind, entity=entity)
    assert told(text, attributions=(attribution,), entities=entities)[0].speaker == speaker


def test_the_words_of_a_source_and_of_why_it_is_not_named_are_no_words_of_its_statement():
    text = "A guard of the hall, not allowed to speak, said boats left Karlo early."
    attribution = said(
        text, "A guard of the hall", "boats left Karlo early", kind="anonymous-person", reason="not allowed to speak"
    )
    (one,) = told(text, attributions=(attribution,))
    assert not one.stems & {"guard", "hall", "allow", "speak"}
    assert {"boat", "karlo"} <= one.stems
    assert one.source == {"guard", "hall"}
    text = "A guard of the hall said so."
    (one,) = told(text, attributions=(said(text, "A guard of the hall", "so"),))
    assert {"guard", "hall"} <= one.stems  # little but the source stands there


@pytest.mark.parametrize(("between", "left_out"), [(1, True), (2, False)])
def test_two_descriptions_of_sources_that_run_on_into_a_sentence_are_looked_at(between, left_out):
    text = "x " * 10 + "Noon. Boats left Karlo early."
    start = text.index("Boats")
    sources = [(0, start + 5), *((2 + 2 * n, 3 + 2 * n) for n in range(between))]
    attributions = tuple(
        Attribution(id=f"a{n}", source=Source(kind="named-person", spans=(span,)), cue=Cue(),
                    content=Content(spans=((0, 1),), speech="indirect"))
        for n, span in enumerate(sources)
    )  # fmt: skip
    one = told(text, attributions=attributions)[-1]
    assert ("boat" not in one.stems) is left_out
