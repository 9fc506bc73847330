"""What is told of two texts whose aligned sentences are given, at the edges of each bound."""

import pytest

from copydesk.copies.changes.alterations import alterations, bylines
from copydesk.copies.changes.bounds import bounds
from copydesk.copies.changes.finer_links import echoed, elsewhere, headline, masthead, refined
from copydesk.copies.changes.lost import leaks, lost_credits, lost_hearers, lost_marks
from copydesk.copies.texts.align import SentenceMatch
from copydesk.copies.texts.view import view
from copydesk.records import Author, Credit, Defect, PageInfo, Quantity, Record


def seen(text, **fields):
    return view(Record(id="x", text=text, **fields))


def match(a=(0,), b=(0,), similarity=0.9, ordered=True):
    return SentenceMatch(tuple(a), tuple(b), similarity, ordered)


def listed(before, after, *links):
    """Return what became of a text as (kind, words before, words after), in the order told."""
    return [(x.kind, x.before, x.after) for x in alterations(before, after, links)]


# Sentences.


def test_a_sentence_that_is_the_same_letter_by_letter_has_no_changes():
    one = seen("The pier of Karlo closed on Monday.")
    assert listed(one, one, match()) == []


def test_sentences_left_out_stand_after_their_neighbour_and_those_put_in_where_they_stand():
    one = seen("Ruth Holm sold it. The boats left early. Rain fell on Karlo. Nobody slept.")
    other = seen("Ruth Holm sold it. Lamps burned in Teluna. Rain fell on Karlo. Nobody slept.")
    assert listed(one, other, match(), match((2,), (2,)), match((3,), (3,))) == [
        ("omission", "The boats left early.", ""), ("addition", "", "Lamps burned in Teluna."),
    ]  # fmt: skip
    assert listed(one, other, match((2,), (2,)), match((3,), (3,)))[0][0] == "omission"


def test_what_was_moved_is_told_where_it_stands():
    one, other = seen("Rain fell on Karlo. Nobody slept."), seen("Nobody slept. Rain fell on Karlo.")
    assert listed(one, other, match((1,), (0,), ordered=False), match((0,), (1,))) == [
        ("moved", "Nobody slept.", "Nobody slept.")
    ]


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("the boats lay there", 0.12),  # a tenth, and half a hundredth a word
        ("they met Holm and 30 boats", 0.19),  # three hundredths a fact
        ("Then " + "Holm, 30, " * 9 + "met", 0.6),  # six tenths at most
        ("Ann Holm, left, and Per Moss look at boats.", 0.05),  # a caption
        ("Ann Holm, left, and Per Moss " + "look " * 90 + "at boats.", 0.6),  # too long for a caption
    ],
)
def test_what_a_whole_sentence_weighs(text, weight):
    (change,) = alterations(seen(text), seen(""), ())
    assert (change.kind, change.weight) == ("omission", weight)
    (change,) = alterations(seen(""), seen(text), ())
    assert (change.kind, change.weight) == ("addition", weight)


@pytest.mark.parametrize(("similarity", "told"), [(0.59, False), (0.6, True), (0.61, True)])
@pytest.mark.parametrize("gathering", [0, 1])
def test_of_a_page_that_gathers_many_stories_only_like_sentences_tell(similarity, told, gathering):
    pages = ["The pier cost 300 crowns then.", "The pier cost 350 crowns then."]
    views = [
        seen(text, headline="Live updates: pier" if number == gathering else "Pier")
        for number, text in enumerate(pages)
    ]
    assert (("number", "300", "350") in listed(*views, match(similarity=similarity))) is told
    plain = [seen(text, headline="Pier") for text in pages]
    assert ("number", "300", "350") in listed(*plain, match(similarity=0.1))


@pytest.mark.parametrize(("one", "other", "foreign"), [("en", "de", True), ("en", "en", False), ("en", None, False)])
def test_of_two_languages_neither_doubts_nor_sentences_left_out_are_told(one, other, foreign):
    before = "The pier may close soon. It cost 300 crowns. Rain fell there."
    after = "The pier closes soon. It cost 350 crowns."
    for first, second in ((one, other), (other, one)):
        kinds = {
            kind
            for kind, *_ in listed(
                seen(before, page=PageInfo(language=first)), seen(after, page=PageInfo(language=second)),
                match(), match((1,), (1,)),
            )
        }  # fmt: skip
        assert kinds & {"certainty", "omission", "number"} == (
            {"number"} if foreign else {"certainty", "omission", "number"}
        )


@pytest.mark.parametrize(
    ("name", "other", "told"),
    [("Aleksandra", "Alexandra", False), ("Abcdefgh", "Abcdefxy", False), ("Abcdefg", "Abcdexy", True)],
)  # three quarters of the letters
@pytest.mark.parametrize("languages", [("en", "ru"), ("ru", "en"), ("en", "en")])
def test_a_name_in_another_languages_spelling_is_no_other_name(name, other, told, languages):
    views = [
        seen(f"They met {who} there.", page=PageInfo(language=language))
        for who, language in zip((name, other), languages, strict=True)
    ]
    kinds = {kind for kind, *_ in listed(*views, match())}
    assert ("name" in kinds) is (told or languages == ("en", "en"))


def test_a_headline_says_neither_who_said_it_nor_the_sites_name():
    one = seen("Pier will close soon, mayor says | Karlo Post\n\nRain fell.")
    other = seen("Pier will close soon | Teluna Post\n\nRain fell.")
    assert not [x for x in listed(one, other, match(), match((1,), (1,))) if x[0] in {"attribution", "name"}]
    one = seen("The pier will close soon, the mayor said.")
    other = seen("The pier will close soon.")
    assert "attribution" in [kind for kind, *_ in listed(one, other, match())]


# Words that stand elsewhere.


def test_a_source_that_stands_in_the_next_sentence_was_not_dropped():
    one = seen("The pier will close soon, Holm said. Rain fell.")
    for after, told in (
        ("The pier will close soon. Holm left early.", False),
        ("Holm left early. The pier will close soon.", False),
        ("The pier will close soon. Rain fell. Holm left early.", True),
        ("The pier will close soon. Moss left early.", True),
    ):
        at = next(i for i, s in enumerate(seen(after).sentences) if "close" in after[slice(*s.span)])
        assert ("attribution" in [kind for kind, *_ in listed(one, seen(after), match((0,), (at,)))]) is told, after


@pytest.mark.parametrize(
    ("text", "other", "there"),
    [
        ("The pier was never sold again.", "Rain fell. It was never to be sold.", True),
        ("The pier was never sold again.", "Rain fell. It was never bought.", False),
        ("The pier was never in the use of boats.", "It was never in a use of boats.", True),  # three words behind
        ("The pier was never in any of the boats.", "It was never in any of the boats.", False),
        ("Sold it was never.", "Sold it was never.", False),  # nothing behind
    ],
)
def test_words_that_stand_elsewhere_before_the_same_word(text, other, there):
    at = text.index("never")
    assert elsewhere(seen(text), (at, at + 5), seen(other)) is there
    assert elsewhere(seen(text), (999, 1004), seen(other)) is False


# Bylines.


@pytest.mark.parametrize(
    ("name", "other", "told"),
    [
        ("Lone Cook", "Lorne Cook", True),
        ("Lone Cook", "Lone Cook", False),
        ("Abcdefgh", "Abcdefxy", True),
        ("Abcd", "Abcx", True),
        ("Abc", "Abx", False),
    ],
)
def test_a_byline_is_another_where_most_letters_are_the_same(name, other, told):
    assert (
        bool(bylines(Record(id="a", authors=(Author(name=name),)), Record(id="b", authors=(Author(name=other),))))
        is told
    )


@pytest.mark.parametrize(("place", "told"), [(19, True), (20, False)])
def test_twenty_authors_are_compared(place, told):
    many = [Author(name=f"{chr(65 + n)}{chr(75 + n % 9)}qx{n}") for n in range(place)]
    short, long = (Record(id=id_, text="By X", authors=names) for id_, names in (
        ("a", (Author(name="Lone Cook"),)), ("b", (*many, Author(name="Lorne Cook"))),
    ))  # fmt: skip
    assert bool(bylines(short, long)) is told
    assert bool(bylines(long, short)) is told


def test_a_byline_points_at_its_words_where_they_stand_in_the_text():
    (change,) = bylines(
        Record(id="a", text="Lone Cook", authors=(Author(name="Lone Cook"),)),
        Record(id="b", text="Rain", authors=(Author(name="Lorne Cook"),)),
    )
    assert (change.a, change.b, change.before, change.after) == ((0, 9), None, "Lone Cook", "Lorne Cook")


# Headlines, mastheads and sentences that are clauses of others.


@pytest.mark.parametrize(
    ("text", "number", "is_one"),
    [
        ("Pier closes\n\nRain fell.", 0, True), ("Pier closes \t\nRain fell.", 0, True),
        ("Pier closes.\n\nRain fell.", 0, False),
        ("Pier closes\n\nRain fell.", 1, False), ("Pier closes", 0, False), ("", 0, False),
    ],
)  # fmt: skip
def test_what_a_headline_is(text, number, is_one):
    assert headline(seen(text), number) is is_one


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Updated 7:29 a.m. ET", True), ("Rain fell at 7:29 am there.", False), ("Posted at 7:29 a.m.", True),
        ("They left at 7:29 a.m.", False), ("Share this", True), ("Pier of Karlo", False),
        ("Updated " + "x" * 152, True), ("Updated " + "x" * 153, False),  # 160 characters, 161
    ],
)  # fmt: skip
def test_what_a_line_of_the_masthead_is(text, is_one):
    assert masthead(seen(text), 0) is is_one


def taken(sentence, mine="Rain fell.", theirs=""):
    """Tell whether a left-over sentence of A is taken into the link of the sentence before it."""
    one, other = seen(f"{mine} {sentence}"), seen(theirs)
    (link,) = refined(one, other, [match((0,), tuple(range(len(other.sentences))))])
    (back,) = refined(other, one, [match(tuple(range(len(other.sentences))), (0,))])
    assert (back.a, back.b) == (link.b, link.a)
    return link.a == (0, 1)


@pytest.mark.parametrize(
    ("sentence", "theirs", "is_taken"),
    [
        ("It cost 340 then.", "Rain fell for 340 hours.", True),  # a number of three digits
        ("They paid the old grey cat 340 crowns.", "Rain fell for 340 hours.", True),  # whatever else it says
        ("They paid the old grey cat 34 crowns.", "Rain fell for 34 hours.", False),
        ("It cost 34 crowns more.", "Rain fell for 34 hours.", False),
        ("Boats of Karlo left.", "Rain fell as boats reached Karlo.", True),  # two of three words, one a name
        ("Boats of Karlo left early.", "Rain fell as boats reached Karlo.", True),  # half
        ("Boats of Karlo left early yesterday.", "Rain fell as boats reached Karlo.", False),
        ("They left early.", "Rain fell as they left early.", False),  # without a name or number
        # of a longer sentence three words with two names, four with one
        ("The grey boats of Karlo paid nine hungry old cats for pies.", "Rain fell as grey boats saw Karlo.", False),
        ("The grey boats of Karlo paid nine hungry old cats for pies.", "Rain fell as old grey boats saw Karlo.", True),
        ("The boats of Karlo and Oster paid nine old cats for pies.", "Rain fell as boats of Karlo saw Oster.", True),
        ("The boats of Karlo and Oster paid nine old cats for pies.", "Rain fell as Karlo saw Oster.", False),
        ("Boats of Karlo left.", "Rain fell.", False),
    ],
)  # fmt: skip
def test_a_left_over_sentence_is_a_clause_of_another(sentence, theirs, is_taken):
    assert taken(sentence, theirs=theirs) is is_taken


def test_words_that_a_link_accounts_for_already_take_no_other_sentence():
    assert not taken("Boats of Karlo left.", "Boats saw Karlo.", "Boats of Karlo left.")


def test_a_link_has_three_sentences_at_most():
    one = seen("Rain fell. Holm paid 111. Moss paid 222. Lund paid 333.")
    other = seen("Rain fell as Holm paid 111, Moss paid 222 and Lund paid 333.")
    (link,) = refined(one, other, [match()])
    assert link.a == (0, 1, 2)


def test_a_sentence_beside_a_moved_link_or_further_away_is_not_taken():
    one = seen("Rain fell. Nobody slept. Holm paid 111.")
    other = seen("Rain fell as Holm paid 111.")
    assert refined(one, other, [match()])[0].a == (0,)
    one = seen("Rain fell. Holm paid 111.")
    assert refined(one, other, [match(ordered=False)])[0].a == (0,)
    assert refined(one, other, [match()])[0].a == (0, 1)


def test_a_headline_is_no_clause_and_leaves_its_link():
    one, other = seen("Holm paid 111\n\nRain fell."), seen("Rain fell as Holm paid 111.")
    assert refined(one, other, [match((1,))])[0].a == (1,)
    assert refined(one, other, [match((0, 1))])[0].a == (1,)
    assert refined(one, other, [match((0,))])[0].a[0] == 0
    assert refined(other, one, [match((0,), (0, 1))])[0].b == (1,)


@pytest.mark.parametrize(
    ("sentence", "other", "echoes"),
    [
        ("Boats of Karlo left.", "The boats saw Karlo.", True),  # two words, a name
        ("Boats of Karlo left.", "The trains saw Karlo.", False),
        ("The boats of Karlo left.", "The boats left.", False),  # no name
        ("Old boats of Karlo carried grey stones, nine cats.", "The boats saw Karlo.", False),  # two of eight
        ("Old boats of Karlo carried grey stones.", "The boats saw Karlo.", True),  # two of six
        ("Old boats of Karlo carried grey wet stones.", "The boats saw Karlo.", False),  # of seven
        (
            "Old wet boats of Karlo carried grey stones, black sand and coal.",
            "Old boats saw Karlo.",
            True,
        ),  # three of ten
        (
            "Old boats of Karlo carried grey stones, black sand and coal.",
            "The old boats saw Karlo.",
            True,
        ),  # three of nine
    ],
)
def test_a_sentence_that_another_text_may_say_too(sentence, other, echoes):
    assert bool(echoed(seen(sentence), seen(other))) is echoes


# Credits, quotation marks, hearers.


def lost(before, after=None):
    return [(x.before, x.after, x.note) for x in lost_credits(before, after or Record(id="b", text="Rain fell."))]


AP = Credit(agency="Associated Press", form="dateline", span=(7, 9))
TEXT = "KARLO (AP) — Rain fell."


@pytest.mark.parametrize(
    ("credits", "gone"),
    [
        ((), [("KARLO (AP", "", "the credit is gone")]),
        ((Credit(agency="AP", form="sign-off"),), []),  # the same agency
        ((Credit(agency="Reuters", form="sign-off"),), [("KARLO (AP", "", "the credit is gone")]),
        ((Credit(agency="Reuters", form="sign-off", span=(0, 4)),), [("KARLO (AP", "Rain", "another credit")]),
        ((Credit(agency="AP", form="told", span=(0, 4)),), [("KARLO (AP", "", "the credit is gone")]),
    ],
)
def test_a_credit_that_no_page_carries_on(credits, gone):
    assert lost(Record(id="a", text=TEXT, credits=(AP,)), Record(id="b", text="Rain fell.", credits=credits)) == gone


def test_a_text_keeps_its_credits_where_it_keeps_one_of_them():
    two = Record(id="a", text=TEXT, credits=(AP, Credit(agency="Reuters", form="sign-off")))
    kept = Record(id="b", text="Rain fell.", credits=(Credit(agency="Reuters", form="sign-off"),))
    assert lost(two, kept) == []
    assert [note for *_, note in lost(two, Record(id="b", text="Rain fell.", credits=(
        Credit(agency="AFP", form="sign-off", span=(0, 4)),)))] == ["another credit"]  # fmt: skip


@pytest.mark.parametrize(("length", "shown"), [(90, True), (91, False)])
def test_a_credit_is_shown_with_its_line_where_that_is_short(length, shown):
    text = "Noon.\n" + "x" * length + "AP rain fell."
    at = 6 + length
    credit = Credit(agency="AP", form="dateline", span=(at, at + 2))
    assert lost(Record(id="a", text=text, credits=(credit,)))[0][0] == ("x" * length + "AP" if shown else "AP")


@pytest.mark.parametrize(
    ("before", "after", "note"),
    [
        ({"text": "By Ann Holm\n\nRain fell."}, {}, "the byline is gone"),
        ({"text": "By Ann Holm\n\nRain fell."}, {"text": "By Per Moss\n\nRain fell."}, None),
        ({"text": "By Ann Holm\n\nRain fell."}, {"authors": (Author(name="Per Moss"),)}, None),
        ({"text": "By Ann Holm\n\nRain fell."}, {"text": "holm: rain fell."}, None),
        ({"text": "By Ann Holm\n\nRain fell."}, {"text": "Holmes: rain fell."}, "the byline is gone"),
        ({"text": "By Ann Holm\n\nRain fell.", "publisher": "Karlo Post"}, {"text": "The Karlo Post: rain."}, None),
        ({"text": "By Ann Holm\n\nRain fell.", "publisher": "Karlo Post"}, {}, "the byline is gone"),
        ({"text": "x" * 598 + "\nBy Ann Holm\n\nRain fell."}, {}, "the byline is gone"),
        ({"text": "x" * 599 + "\nBy Ann Holm\n\nRain fell."}, {}, None),  # too far down
        ({"text": "By Ann Holm\n\nRain fell."}, {"text": "x" * 598 + "\nBy Per Moss"}, None),
        ({"authors": (Author(name="Ann Holm"),)}, {}, "the byline is gone"),
        ({"authors": (Author(name="Ann Holm"),)}, {"authors": (Author(name="Per Moss"),)}, None),
        ({"authors": (Author(name="Ann Holm"),)}, {"text": "By Per Moss\n\nRain fell."}, None),
        ({"text": "Rain fell (Coastwire) in the bay."}, {}, "no longer a release"),
        ({"text": "Rain fell (Coastwire) in the bay."}, {"text": "From Coastwire: rain fell."}, None),
        ({}, {}, None),
    ],
)
def test_a_byline_that_is_gone(before, after, note):
    found = lost(
        Record(id="a", **({"text": "Rain fell."} | before)), Record(id="b", **({"text": "Rain fell."} | after))
    )
    assert [words for *_, words in found] == ([note] if note else [])


def test_a_byline_at_the_end_of_the_head_is_given_whole():
    assert lost(Record(id="a", text="x" * 590 + "\nBy Ann Holm\n\nRain fell."))[0][0] == "By Ann Holm"


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("She said “the old pier sank” then.", "She said the old pier sank then.", True),
        ("She said “the pier sank” then.", "She said the pier sank then.", True),  # few words, but in a row
        ("She said “pier sank” then.", "She said pier sank then.", False),  # only two
        ("She said “the pier sank” then.", "She said it sank at the pier.", False),
        ("She said “the old pier sank” then.", "She said the old boat sank then.", False),  # of so few all must stand
        ("She said “old grey piers often sink” then.", "She said old grey piers sank often.", True),
        ("She said “old grey piers often sink” then.", "She said old grey piers moved.", True),  # three of five
        ("She said “old grey piers often sink” then.", "She said old piers moved.", False),
        ("She said “grey piers often sink” then.", "She said grey piers often moved.", False),  # of four all must stand
        ("She said “old grey piers often sink near Karlo” then.", "She said old grey piers often moved.", False),
        ("She said “old grey piers often sink near Karlo” then.", "She said old grey piers often sink.", True),
        ("She said “the old pier sank” then.", "She said ‘‘the old pier sank then.", False),  # marked in another way
        ("She said “the old pier sank” then.", "She said “the old pier sank” then.", False),
        (
            "She said “old grey piers often sink” then.",
            "She said “old grey piers” do. Old grey piers often sink.",
            False,
        ),
        ("She said “the old\npier sank” then.", "She said the old pier sank then.", False),  # marks of two paragraphs
        ("She said “ the old pier sank” then.", "She said the old pier sank then.", False),
        ("She said “the old pier sank” then.", "", False),
    ],
)
def test_a_quotation_without_its_marks(before, after, told):
    assert [x.kind for x in lost_marks(seen(before), seen(after))] == (["quotation-marks-lost"] if told else [])


@pytest.mark.parametrize(
    ("text", "after", "kept", "told"),
    [
        ("It sank, by a memo seen by the Karlo Post then.", "It sank.", (0, 99), True),
        ("It sank, by a memo seen by the Karlo Post then.", "It sank, the Karlo Post has it.", (0, 99), False),
        ("It sank, by a memo seen by the Karlo Post then.", "It sank.", (0, 5), False),  # not of what B says, too
        ("A Karlo Post reporter in the bay saw it.", "It sank.", (0, 99), True),
        ("A Karlo Post reporter in the bay saw it.", "The Karlo Post: it sank.", (0, 99), False),
    ],
)
def test_who_has_a_document_or_saw_it(text, after, kept, told):
    found = [*lost_hearers(Record(id="a", text=text), Record(id="b", text=after), [kept])]
    assert [x.kind for x in found] == (["attribution"] if told else [])


@pytest.mark.parametrize(
    ("credits", "kept", "told"),
    [
        ((), (0, 99), True), ((Credit(agency="Associated Press", form="told", span=(0, 2)),), (0, 99), False),
        ((Credit(agency="AP", form="sign-off"),), (0, 99), True), ((), (10, 99), False),
    ],
)  # fmt: skip
def test_to_whom_a_source_spoke(credits, kept, told):
    told_to = Credit(agency="AP", form="told", span=(9, 11))
    before = Record(id="a", text="She told AP of it.", credits=(told_to, Credit(agency="AFP", form="sign-off")))
    after = Record(id="b", text="She told of it.", credits=(*credits, Credit(agency="AFP", form="sign-off")))
    assert bool([*lost_hearers(before, after, [kept])]) is told


def test_a_first_person_that_is_nobodys_is_told_where_only_the_copy_has_it():
    leak = Record(id="b", text="I saw.", defects=(Defect(kind="first-person-leak", span=(0, 6), note=""),))
    other = Record(id="b", text="I saw.", defects=(Defect(kind="encoding", span=(0, 6), note=""),))
    assert [x.after for x in leaks(Record(id="a"), leak)] == ["I saw."]
    assert [*leaks(leak, leak)] == []
    assert [x.after for x in leaks(other, leak)] == ["I saw."]
    assert [*leaks(Record(id="a"), other)] == []


# Numbers with their bounds and units.


def number(text, **fields):
    return seen(text, quantities=(Quantity(**({"span": (0, len(text)), "value": 150.0} | fields)),))


@pytest.mark.parametrize(
    ("before", "after", "note", "weight"),
    [
        (("over 150", {"bound": "min"}), ("under 150", {"bound": "max"}), "the number is bounded the other way", 0.6),
        (
            ("over 150", {"bound": "min"}),
            ("nearly 150", {"bound": "approx"}),
            "the number is bounded the other way",
            0.6,
        ),
        (("over 150", {"bound": "min"}), ("150", {}), "another bound", 0.6),
        (("about 150", {"bound": "approx"}), ("150", {}), "another bound", 0.3),
        (("about 150", {"bound": "approx"}), ("some 150", {"bound": "approx"}), None, 0),
        (
            ("150 km", {"unit": "km", "kind": "length"}),
            ("150 miles", {"unit": "mi", "kind": "length"}),
            "another unit",
            0.9,
        ),
        (("150 km", {"unit": "km", "kind": "length"}), ("150 kg", {"unit": "kg", "kind": "weight"}), None, 0),
        (
            ("$150", {"unit": "USD", "kind": "money"}),
            ("A$150", {"unit": "AUD", "kind": "money"}),
            None,
            0,
        ),  # any dollar
        (
            ("US$150", {"unit": "USD", "kind": "money"}),
            ("A$150", {"unit": "AUD", "kind": "money"}),
            "another unit",
            0.9,
        ),
        (("$150", {"unit": "USD", "kind": "money"}), ("€150", {"unit": "EUR", "kind": "money"}), "another unit", 0.9),
        (("150 km", {"unit": "km"}), ("150", {}), None, 0),
        (("over 150", {"bound": "min", "kind": "age"}), ("150", {}), None, 0),
        (("over 150", {"bound": "min", "high": 160.0}), ("150", {}), None, 0),
    ],
)
def test_a_number_that_stayed_with_another_bound_or_unit(before, after, note, weight):
    one, other = number(before[0], **before[1]), number(after[0], **after[1])
    for x, y in ((one, other), (other, one)):
        assert [(c.note, c.weight) for c in bounds(x, y)] == ([(note, weight)] if note else [])


@pytest.mark.parametrize(
    ("value", "fields", "theirs", "compared"),
    [
        (100.0, {}, {}, True), (99.0, {}, {}, False), (100.5, {}, {}, False),  # telling by itself
        (9.0, {"of": "boats"}, {"of": "boat"}, True), (9.0, {"of": "boats"}, {"of": "cats"}, False),
        (9.0, {"of": "boats"}, {}, False),
        (9.0, {"kind": "percentage"}, {"kind": "percentage"}, True), (9.0, {"kind": "other"}, {"kind": "other"}, False),
        (9.0, {"kind": "percentage"}, {"kind": "money"}, False),
        (9.0, {"unit": "km", "kind": "length"}, {"unit": "km", "kind": "length"}, True),
        (9.0, {"unit": "km", "kind": "length", "of": "road"}, {"unit": "km", "kind": "speed", "of": "road"}, False),
    ],
)  # fmt: skip
def test_a_small_number_is_one_only_of_one_thing(value, fields, theirs, compared):
    one, other = number("over N", value=value, bound="min", **fields), number("N", value=value, **theirs)
    assert bool([*bounds(one, other)]) is compared


def test_a_headline_may_leave_out_a_bound_for_lack_of_room():
    quantities = (Quantity(span=(0, 3), value=150.0),)
    head = seen("150 boats sank\n\nRain fell.", quantities=quantities)
    story = number("over 150", bound="min")
    assert [*bounds(head, story)] == []
    bounded = seen("150 boats sank\n\nRain fell.", quantities=(Quantity(span=(0, 3), value=150.0, bound="max"),))
    assert len([*bounds(bounded, story)]) == 1


@pytest.mark.parametrize(("start", "told"), [(99_991, True), (99_992, False)])
def test_numbers_are_looked_for_in_a_hundred_thousand_characters(start, told):
    one = seen(" " * start + "over $150")
    assert bool([*bounds(one, seen("under $150"))]) is told


@pytest.mark.parametrize(("place", "told"), [(299, True), (300, False)])
def test_three_hundred_numbers_of_a_text_are_looked_at(place, told):
    many = tuple(Quantity(span=(0, 1), value=1000.0 + n) for n in range(place))
    one = seen("over 150", quantities=(*many, Quantity(span=(0, 8), value=150.0, bound="min")))
    assert bool([*bounds(one, number("150"))]) is told
