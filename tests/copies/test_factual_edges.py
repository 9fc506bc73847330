"""Changes of fact between two sentences, at the edges of what counts as one: rows of words, no alignment."""

import pytest

from copydesk.copies.changes.fact_rows import row_of
from copydesk.copies.changes.factual import changes
from copydesk.copies.changes.items import entity_types, names_of
from copydesk.copies.changes.wording import wording
from copydesk.copies.texts.view import view
from copydesk.records import Entity, Record, Time


def row(text, **fields):
    """Return the row of all words of a text."""
    one = view(Record(id="x", text=text, **fields))
    tokens = [token for sentence in one.sentences for token in sentence.tokens]
    return row_of(one, tokens, names_of([one]), entity_types(one))


def told(before, after):
    """Return the changes of fact from one sentence to another, and from the other to the one, as (kind, words)."""
    there = {(x.kind, x.before, x.after) for x in changes(row(before), row(after))[0]}
    back = {(x.kind, x.after, x.before) for x in changes(row(after), row(before))[0]}
    assert there == back, "what was dropped one way was put in the other way"
    return there


def kinds(before, after):
    return {kind for kind, *_ in told(before, after)}


# Names.


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Calif", "California", "respelt"),  # cut short after five letters
        ("Cali", "Califorest", "name"),  # of four letters it may be another
        ("Germany", "German", "respelt"), ("Germany", "Germanic", "respelt"),
        ("Kenya", "Kenyan", "respelt"), ("Norway", "Norwegian", "respelt"), ("China", "Chinese", "respelt"),
        ("Defensa", "Defense", "respelt"), ("Luka", "Luke", "name"),  # of so short a name it is another
        ("Oman", "Omany", "respelt"), ("Oma", "Omay", "name"),
        ("Kiev", "Kyiv", "respelt"), ("Holm", "Hollm", "respelt"), ("Farrow", "Barrow", "name"),
        ("Marla", "Marlo", "name"), ("Harris", "Harrison", "respelt"), ("Harr", "Harrow", "name"),
    ],
)  # fmt: skip
def test_forms_of_one_name(one, other, kind):
    assert told(f"The old firm of {one} sold the pier.", f"The old firm of {other} sold the pier.") == {
        (kind, one, other)
    }


@pytest.mark.parametrize(
    ("short", "long", "one"),
    [
        ("EU", "European Union", True), ("E.U.", "European Union", True), ("ABCDEF", "Aa Bb Cc Dd Ee Ff", True),
        ("ABCDEFG", "Aa Bb Cc Dd Ee Ff Gg", False),  # longer than such letters are
        ("EU", "European union", False), ("EU", "Energy Board", False),
    ],
)  # fmt: skip
def test_a_name_by_its_first_letters(short, long, one):
    found = kinds(f"They asked the {short} for more piers.", f"They asked the {long} for more piers.")
    assert ("respelt" in found) is one


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        # a number is paired with another by the words beside it: one right beside it, or two that are farther
        ("Now 300 boats lie there.", "Now 350 boats lie there.", {"number"}),
        ("Now 300 boats lie there.", "Now 350 ships lie there.", {"number"}),
        ("So the 300 grey boats lay there.", "And a 350 blue boats lay there.", {"number"}),
        ("So the 300 grey boats lay there.", "And a 350 blue ships lay there.", set()),
        ("Now boats off 300 old grey eels there.", "Here boats by 350 big blue eels now.", {"number"}),
        ("So the 300 grey boats lay there.", "And a 350 blue ships went away.", set()),
    ],
)
def test_a_number_stands_for_another_between_the_same_words(before, after, kind):
    assert kinds(before, after) == kind


@pytest.mark.parametrize(("mine", "theirs", "paired"), [(30, 30, True), (17, 53, False), (31, 31, False)])
def test_of_a_sentence_nine_hundred_pairs_of_facts_are_weighed(mine, theirs, paired):
    one = [f"{chr(65 + n // 26)}{chr(97 + n % 26)}qxv" for n in range(mine - 1)]
    other = [f"W{chr(97 + n // 26)}{chr(97 + n % 26)}dgm" for n in range(theirs - 1)]
    before = "we saw " + " ".join(one) + " with Farrowbank there"
    after = "we saw " + " ".join(other) + " with Barrowbank there"
    found = {(x.before, x.after) for x in changes(row(before), row(after))[0]}
    assert (("Farrowbank", "Barrowbank") in found) is paired


def test_of_a_name_that_one_side_has_oftener_the_oddest_is_left_over():
    assert told("Holm told Moss that Holm would pay Lund.", "Holm told Moss that Berg would pay Lund.") == {
        ("name", "Holm", "Berg")
    }


def test_a_place_is_another_place_where_both_records_say_that_it_is_one():
    def at(name, type_):
        text = f"Trains to {name} run again."
        return row(text, entities=(Entity(id="e1", type=type_, name=name, mentions=((10, 10 + len(name)),)),))

    def kind(one, other):
        return [x.kind for x in changes(at("Harborside", one), at("Millbrook", other))[0]]

    assert kind("PLACE", "PLACE") == ["place"]
    assert kind("PLACE", "PERSON") == ["name"]
    assert kind("PERSON", "PLACE") == ["name"]


def test_a_name_that_a_record_gives_in_two_forms_is_respelt():
    entity = Entity(id="e1", type="PLACE", name="Odesa", variants=("Hadjibey",), mentions=())
    one, other = row("The boats left Odesa early.", entities=(entity,)), row("The boats left Hadjibey early.")
    assert [x.kind for x in changes(one, other)[0]] == ["respelt"]
    assert [x.kind for x in changes(other, one)[0]] == ["respelt"]
    other = row("The boats left Hadjivar early.")
    assert "respelt" not in [x.kind for x in changes(one, other)[0]]


# Dates.


@pytest.mark.parametrize(
    ("value", "theirs", "kinds_"),
    [
        ("2023-04-20", "2023-04-20", set()),
        ("2023-04-20", "2023-04-21", {"date"}),
        ("XXXX-04-20", "XXXX-04-20", {"date"}),
    ],
)
def test_parts_of_dates_that_resolve_to_one_day_are_none_that_differ(value, theirs, kinds_):
    one = row("The pier opens on Thursday at noon.", times=(Time(span=(18, 26), type="DATE", value=value),))
    other = row("The pier opens on Friday at noon.", times=(Time(span=(18, 24), type="DATE", value=theirs),))
    assert {x.kind for x in changes(one, other)[0]} == kinds_


@pytest.mark.parametrize(("first", "last"), [(0, 26), (18, 40)])
def test_a_time_that_ends_outside_the_sentence_resolves_nothing_in_it(first, last):
    text = "Noon. The pier opens on Thursday at noon. Noon."
    one = view(Record(id="x", text=text, times=(Time(span=(first, last), type="DATE", value="2023-04-20"),)))
    tokens = one.sentences[1].tokens
    mine = row_of(one, tokens, frozenset(), {})
    other = row("The pier opens on Friday at noon.", times=(Time(span=(18, 24), type="DATE", value="2023-04-20"),))
    assert "date" in {x.kind for x in changes(mine, other)[0]} or first == 18


# Negation and doubt.


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("The mayor will not sign it.", "The mayor will sign it.", {"negation"}),
        ("The mayor can't sign it.", "The mayor can sign it.", {"negation"}),
        ("The mayor will not sign it.", "The clerk will print it.", set()),  # keeps none of the words beside it
        ("Old boats never cross green bays.", "Old boats trail deep blue seas.", {"negation"}),  # two of them
        ("Old boats never cross green bays.", "Big boats trail deep blue seas.", set()),  # one of four
        ("Old boats never cross.", "Old boats cross.", {"negation"}),
        ("Boats never.", "Boats here.", {"negation"}),  # the only one
        ("He saw old boats never cross deep green bays.", "He saw long boats pass deep green bays.", {"negation"}),
        # one of three, where half of all words are the same: five of ten, of eleven
        (
            "Boats never cross bays where old grey lamps burn bright red.",
            "Boats lie near where old grey lamps hang bright dry low wet dim.",
            {"negation"},
        ),
        (
            "Boats never cross bays where old grey lamps burn bright red green.",
            "Boats lie near where old grey lamps hang bright dry low wet dim.",
            set(),
        ),
    ],
)
def test_a_negation_is_lost_where_what_it_goes_with_stays(before, after, kind):
    assert kinds(before, after) == kind


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("The pier may close soon.", "The pier closes soon.", {"certainty"}),
        ("The pier may close soon.", "Perhaps the pier closes soon.", set()),  # a doubt for a doubt
        ("The pier may close soon.", "The pier can close soon.", set()),
        ("The pier may close soon.", "The pier will close soon.", {"certainty"}),
        ("The pier may close soon.", "The pier seemingly closes soon.", set()),  # a weaker word for it
        ("The clerk checked whether the pier closes.", "The clerk checked if the pier closes.", set()),
        ("The clerk checked if whether the pier closes.", "The clerk checked if the pier closes.", {"certainty"}),
        ("Someone sold the old pier.", "A man sold the old pier.", set()),
        ("The pier is expected to close soon.", "The pier will close soon.", {"certainty"}),
        ("The pier is now expected to close soon.", "The pier will close soon.", {"certainty"}),
        ("The pier seems to close soon.", "The pier closes soon.", {"certainty"}),
        ("Expected to close, the pier stood.", "Asked to close, the pier stood.", set()),  # nobody is said to expect it
        ("The pier could still be felt there.", "The pier was felt there.", set()),
        ("She asked him whether the pier closes.", "She asked him about the pier.", set()),
        ("She asked the old man whether the pier closes.", "She asked the old man about the pier.", {"certainty"}),
        ("She met with May there.", "She met with Moss there.", {"name"}),
    ],
)  # fmt: skip
def test_a_doubt_is_lost_where_nothing_stands_for_it(before, after, kind):
    assert kinds(before, after) == kind


@pytest.mark.parametrize(
    ("before", "after", "instead"),
    [
        ("The pier may close soon.", "The pier will close soon.", ("may", "will")),
        ("The pier is expected to close soon.", "The pier will close soon.", ("is expected to", "will")),
        ("The pier seems to close soon.", "The pier will surely close soon.", ("seems to", "will surely")),
        ("The pier seems to close soon.", "The pier has to be the first of all to close soon.", ("seems to", "")),
        ("The pier may close soon.", "The pier a b c d close soon.", ("may", "a b c d")),
        ("The pier may close soon.", "The pier a b c d e close soon.", ("may", "")),  # more than stands for a doubt
        ("The pier will not close soon.", "The pier will surely close soon.", ("not", "")),
    ],
)
def test_what_stands_in_the_place_of_a_doubt(before, after, instead):
    (change,) = [x for x in changes(row(before), row(after))[0] if x.kind in {"certainty", "negation"}]
    assert (change.before, change.after) == instead
    (change,) = [x for x in changes(row(after), row(before))[0] if x.kind in {"certainty", "negation"}]
    assert (change.after, change.before) == instead


@pytest.mark.parametrize(
    ("before", "after", "denied"),
    [
        ("The city has no legal claim to it.", "The city does not recognize a legal claim to it.", True),
        ("There is no claim of the city.", "The city doesn't recognize a claim.", True),
        ("The city has no legal claim to it.", "The city has not a legal claim to it.", False),
        ("The city has no claim and does not recognize one.", "The city does not recognize a claim.", False),
        ("The city has no claim.", "The city has no claim and does not recognize one.", False),
    ],
)
def test_another_thing_is_denied(before, after, denied):
    assert any(kind == "meaning" for kind, *_ in told(before, after)) is denied


@pytest.mark.parametrize(
    ("before", "after", "exchanged"),
    [
        ("The city did not accept it and may appeal.", "The city accepted it and may not appeal.", True),
        ("The city did not so accept it and may appeal.", "The city accepted it and may not so appeal.", True),
        ("The city did not of the accept it.", "The city accepted it and may not of the appeal.", False),
    ],
)
def test_what_is_denied_is_one_of_two_words_after_the_negation(before, after, exchanged):
    assert ("negation" in kinds(before, after)) is exchanged


# Opposites.


@pytest.mark.parametrize(
    ("before", "turned"),
    [
        ("Moss denied old grey boats there.", True),  # three words from a word that both have beside it
        ("Moss denied old grey wet boats there.", False),
    ],
)
def test_opposites_stand_in_one_place_beside_the_same_words(before, turned):
    assert ("meaning" in kinds(before, "Early that long wet day near boats he admitted all.")) is turned


@pytest.mark.parametrize(
    ("after", "turned"),
    [
        ("Moss did not pass the test.", False),
        ("Moss did not as of pass the test.", False),  # a negation reaches three words far
        ("Moss did not as of it pass the test.", True),
    ],
)
def test_a_negated_opposite_says_the_same(after, turned):
    assert ("meaning" in kinds("Moss failed the test.", after)) is turned


# Sources.


@pytest.mark.parametrize(
    ("clause", "told_so"),
    [
        ("the old boat", True),  # of three words anybody speaks
        ("the old grey boat", False), ("old Ann of Karlo", True),  # of four somebody with a name
        ("the old grey boat Ann", False),
    ],
)  # fmt: skip
def test_a_short_clause_at_the_end_says_who_told_it(clause, told_so):
    found = told(f"Rain fell there, {clause} quacked.", "Rain fell there.")
    assert found == ({("attribution", f"{clause} quacked", "")} if told_so else set())


# Quotations.


@pytest.mark.parametrize(
    ("before", "after", "changed"),
    [
        ("we pay for every plank", "we pay for every nail", True),
        ("we pay", "we sold", False),  # too short to be told
        ("we pay now", "we pay soon", True),
        ("pay every plank here", "pay each nail here", True),  # half of the words
        ("pay every plank here", "pay each nail there", False),
        ("we pay for every plank", "we pay for every plank of it", False),  # at more length
        ("we pay for the plank", "we pay for a plank", False),  # by small words alone
        ("we cannot pay for the plank", "we can't pay for the plank", False),
        ("we can pay for the plank", "we can not pay for the plank", True),
    ],
)  # fmt: skip
def test_a_quotation_is_changed_in_some_of_its_words(before, after, changed):
    one, other = f"She said “{before}” in the hall.", f"She said “{after}” in the hall."
    assert ("quote" in kinds(one, other)) is changed


def test_a_quotation_is_compared_with_the_one_that_is_most_like_it():
    one = "She said “we pay for every plank” in the hall."
    other = "She said “we thank you all” and “we pay for every nail” in the hall."
    assert ("quote", "we pay for every plank", "we pay for every nail") in {
        (x.kind, x.before, x.after) for x in changes(row(one), row(other))[0]
    }


# Wording that is left over.


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("The boat sank slowly.", "The boat sank.", {"reworded"}),
        ("The boat sank there.", "The boat sank.", set()),  # a small word
        ("The boat sank slowly near green hills.", "The boat sank.", {"omission"}),  # four words of content
        ("The boat sank slowly near hills.", "The boat sank.", {"reworded"}),
        ("The boat sank slowly near green hills.", "The boat sank early.", {"reworded"}),
        ("The boat sank in slowly rising green water.", "In slowly rising green water the boat sank.", {"reworded"}),
        ("The colour faded.", "The color faded.", {"respelt"}),
        ("The theatre closed.", "The theater closed.", {"respelt"}),
        ("The programme ended.", "The program ended.", {"respelt"}),
        ("The catalogue sold.", "The catalog sold.", {"respelt"}),
        ("They walked home.", "They walks home.", {"reworded"}),
    ],
)  # fmt: skip
def test_what_becomes_of_words_that_no_fact_accounts_for(before, after, kind):
    assert {x.kind for x in wording(row(before), row(after), (set(), set()))} == kind
    back = {"omission": "addition"}
    assert {x.kind for x in wording(row(after), row(before), (set(), set()))} == {back.get(x, x) for x in kind}


def test_words_that_a_fact_accounts_for_are_no_wording():
    one, other = row("The old boat sank."), row("The boat sank.")
    assert [x.before for x in wording(one, other, (set(), set()))] == ["old"]
    assert wording(one, other, ({1}, set())) == []
