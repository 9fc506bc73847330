"""Alterations, one kind at a time, on records that hold text alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.copies import compare
from copydesk.records import Entity, PageInfo, Record, Time

FRAME = (
    "The council of Harborside met in the old town hall after a long winter of storms.\n\n{}\n\n"
    "Residents filled the benches and the stairs, and the doors had to be left open."
)


def changed(before: str, after: str) -> set[tuple[str, str, str]]:
    result = compare(Record(id="a", text=FRAME.format(before)), Record(id="b", text=FRAME.format(after)))
    return {(a.kind, a.before, a.after) for a in result.alterations if a.weight >= 0.5}


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (
            "The bridge was closed by engineer Tom Farrow on Monday.",
            "The bridge was shut by engineer Tom Barrow on Monday.",
            {("name", "Farrow", "Barrow")},
        ),
        (
            "The group wants 300 new homes beside the river.",
            "The group would like 350 new homes near the river.",
            {("number", "300", "350")},
        ),
        (
            "The vote was put off until Tuesday, the clerk wrote.",
            "The vote was put off until Thursday, the clerk wrote.",
            {("date", "Tuesday", "Thursday")},
        ),
        (
            "The mayor will sign the plan before the summer recess.",
            "The mayor will not sign the plan before the summer recess.",
            {("negation", "", "not")},
        ),
        (
            "The harbor fund is allegedly short of money for dredging.",
            "The harbor fund is short of money for dredging.",
            {("certainty", "allegedly", "")},
        ),
        (
            "The ferry company lost half of its winter passengers, the port authority said.",
            "The ferry company lost half of its winter passengers.",
            {("attribution", "the port authority said", "")},
        ),
        (
            "The new ferry is expected to reach the harbor in May, Farrow said.",
            "The new ferry will reach the harbor in May, Farrow said.",
            {("certainty", "is expected to", "will")},
        ),
        (
            "The old crane seems to be the oldest on the coast.",
            "The old crane is the oldest on the coast.",
            {("certainty", "seems to", "is")},
        ),
        (
            "The pier will need new planks before the summer.",
            "The pier will need new planks before the summer, an engineer cautioned.",
            {("attribution", "", "an engineer cautioned")},
        ),
        (
            "Mayor Ann Whitlock said the old pier was never safe.",
            "A source said the old pier was never safe.",
            {("attribution", "Mayor Ann Whitlock said", "A source said")},
        ),
        (
            "They said the pier had to close for good.",
            "They said the pier had to close for good, Mayor Whitlock announced.",
            {("attribution", "", "Mayor Whitlock announced")},
        ),
        (
            "Lorne Cook reported from the harbor on the visit.",
            "Lone Cook reported from the harbor on the visit.",
            {("name", "Lorne", "Lone")},
        ),
        (
            "The visit was her first to the shipyard.",
            "The visit was her second to the shipyard.",
            {("number", "first", "second")},
        ),
        (
            "Ministers of the Harbor Contact Group met at the shipyard.",
            "Ministers of the Harbor Liaison Group gathered at the shipyard.",
            {("name", "Contact", "Liaison")},
        ),
        (
            "Fees for moorings rose sharply over the last two years.",
            "Fees for moorings fell sharply over the last two years.",
            {("meaning", "rose", "fell")},
        ),
        (
            "The city has no legal claim to the old shipyard.",
            "The city does not recognize a legal claim to the old shipyard.",
            {("meaning", "has no", "does not recognize")},
        ),
        (
            "“We shall pay for every plank of the pier,” said Whitlock.",
            "“We shall pay for every nail of the pier,” said Whitlock.",
            {("quote", "We shall pay for every plank of the pier,", "We shall pay for every nail of the pier,")},
        ),
        (
            "“The pier is ours. We shall pay for every plank of it,” said Whitlock.",
            "“The pier is ours. We shall pay for every nail of it,” said Whitlock.",
            {("quote", "We shall pay for every plank of it,", "We shall pay for every nail of it,")},
        ),
        (
            "Whitlock admitted that the pier had been sold to the bank.",
            "Whitlock denied that the pier had been sold to the bank.",
            {("meaning", "admitted", "denied")},
        ),
        (
            "Winds of 90 kilometers an hour blew over the old pier.",
            "Winds of 90 miles an hour blew over the old pier.",
            {("number", "90 kilometers an hour", "90 miles an hour")},
        ),
        (
            "At least 140 people had to leave their homes at the pier.",
            "Nearly 140 people had to leave their homes at the pier.",
            {("hedge-on-number", "At least 140 people", "Nearly 140 people")},
        ),
        (
            "The yard is the second largest yard of the northern coast.",
            "The yard is the largest yard of the northern coast.",
            {("number", "second largest", "largest")},
        ),
        (
            "The clerk looked into whether the fire at the pier was set on purpose.",
            "The clerk said the fire at the pier was set on purpose.",
            {("certainty", "whether", "said")},
        ),
        (
            "In the margin of the harbor plan someone has written a rude word.",
            "In the margin of the harbor plan the mayor has written a rude word.",
            {("certainty", "someone", "the mayor")},
        ),
        (
            "The pier was unsafe for years, according to a memo seen by the Coastal Gazette.",
            "The pier was unsafe for years, according to a memo.",
            {("attribution", "seen by the Coastal Gazette", "")},
        ),
        (
            "Whitlock said she had been “in the grip of a fever” for most of the winter.",
            "Whitlock said she had been in the grip of a fever for most of the winter.",
            {
                (
                    "quotation-marks-lost",
                    "“in the grip of a fever”",
                    "Whitlock said she had been in the grip of a fever for most of the winter.",
                )
            },
        ),
        (
            "Whitlock denied that. The ferry was sound, the spokeswoman of the company told reporters.",
            "Whitlock confirmed that, the spokeswoman of the company said.",
            {("meaning", "denied", "confirmed")},
        ),
        (
            "His lawyer said that Barlow still did not accept the verdict of June and may appeal.",
            "His lawyer said that Barlow will accept the verdict of June and may not appeal.",
            {("negation", "not accept", "accept"), ("negation", "appeal", "not appeal")},
        ),
        (
            "Ruth Adeyemi lost the use of her left arm in the fall from the pier.",
            "Ruth Adeyemi lost the use of her right arm in the fall from the pier.",
            {("meaning", "left", "right")},
        ),
        (
            "Ute Brandt, deputy chair of the works council, said that nobody at the pier had been told.",
            "Ute Brandt, chair of the works council, said that nobody at the pier had been told.",
            {("meaning", "deputy chair", "chair")},
        ),
        (
            "A Gazette reporter at the pier saw residents of Harborside wrapped in blankets around fires.",
            "Residents of Harborside were wrapped in blankets around fires at the pier.",
            {("attribution", "A Gazette reporter at the pier saw", "")},
        ),
        (
            "Two officials with knowledge of the inspection said that a crack in the pier was left out of the report.",
            "Sources said that a crack in the pier was left out of the report of the inspection.",
            {("source-widened", "Two officials with knowledge of the inspection said", "Sources said")},
        ),
    ],
)
def test_one_fact_altered(before, after, expected):
    assert changed(before, after) == expected


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The harbor plan was organized in two stages.", "The harbour plan was organised in 2 stages."),
        ("The pilots arrived from Kyiv late on Monday.", "The pilots arrived from Kiev late on Monday."),
        ("Neighboring Millbrook will join the plan soon.", "Neighbouring Millbrook will join the plan soon."),
        ("The harbor fund may be short of money.", "The harbor fund is perhaps short of money."),
        ("The old credit reports of the harbor were free.", "The old credit reports of the port were free."),
        ("The bells rang, the ferry docked and all went home.", "The bells rang, the ferry docked and everyone left."),
        ("Work starts on January 5, Farrow said.", "Work starts on 5 January, Farrow said."),
        ("The Ukraine delegation left before lunch.", "The Ukrainian delegation departed before lunch."),
        ("The pier failed a safety check in the fall.", "The pier did not pass a safety check in the fall."),
        ("At least 11 people were hurt on the pier.", "No fewer than 11 people were hurt on the pier."),
        ("The council warned of a threat to US harbors.", "The council warned of a threat to American harbors."),
        ("The letter went to Ann Roe, D-Calif., in May.", "The letter went to Ann Roe of California in May."),
        (
            "“The pier is ours. We shall pay for it,” said the mayor in the hall.",
            "'The pier is ours. We shall pay for it,' said the mayor in the hall.",
        ),
        (
            "Whitlock said “the old pier was never in better shape than now” in the hall.",
            "Whitlock said the pier was “never in better shape than now” in the hall.",
        ),
        ("The clerk asked whether the pier was sound.", "The clerk asked if the pier was sound."),
        ("The bench was made by someone in the village.", "The bench was made by a man in the village."),
        ("The blast was felt as far away as Millbrook.", "The blast could be felt as far away as Millbrook."),
        (
            "Ruth Adeyemi, a former nurse of Harborside, is well.",
            "Ruth Adeyemi of Harborside, formerly a nurse, is well.",
        ),
        ("Travellers may claim compensation until October.", "Travellers can claim compensation until October."),
        ("The council wrote to the E.U. on Monday.", "The council wrote to the European Union on Monday."),
        (
            "“Eleven years is not enough, but at least he cannot touch anybody else,” Adeyemi said.",
            "“Eleven years is not enough. But at least he can't touch anybody else,” Adeyemi said.",
        ),
        ("He left the right pier before noon.", "He left the pier on the right before noon."),
    ],
)
def test_house_style_is_no_fact(before, after):
    assert changed(before, after) == set()


def test_moved_and_left_out_sentences():
    rows = [f"The {n} committee heard about {n} piers and the cost of their {w}." for n, w in
            (("first", "timber"), ("harbor", "granite"), ("bridge", "concrete"), ("ferry", "paint"))]  # fmt: skip
    a = Record(id="a", text="\n\n".join(rows))
    b = Record(id="b", text="\n\n".join([rows[2], rows[0], rows[1]]))
    kinds = [(x.kind, x.before[:20]) for x in compare(a, b).alterations]
    assert ("moved", "The bridge committee") in kinds
    assert ("omission", "The ferry committee ") in kinds
    assert len(kinds) == 2


def test_a_record_tells_a_place_from_a_person():
    texts = ("Trains to Harborside run twice an hour again.", "Trains to Millbrook run twice an hour again.")
    records = [
        Record(id=name, text=text, entities=(Entity(id="e1", type="PLACE", name=name, mentions=((10, end),)),))
        for name, text, end in (("Harborside", texts[0], 20), ("Millbrook", texts[1], 19))
    ]
    (alteration,) = compare(*records).alterations
    assert (alteration.kind, alteration.before, alteration.after) == ("place", "Harborside", "Millbrook")


def test_dates_that_resolve_to_one_day_are_no_change():
    a = Record(
        id="a",
        text="The pier opens to walkers on Thursday at noon.",
        times=(Time(span=(29, 37), type="DATE", value="2023-04-20"),),
    )
    b = Record(
        id="b",
        text="The pier opens to walkers on April 20 at noon.",
        times=(Time(span=(29, 37), type="DATE", value="2023-04-20"),),
    )
    assert not [x for x in compare(a, b).alterations if x.kind in {"date", "number"}]


def test_what_records_lack_is_said():
    lacking = compare(Record(id="a", text="One line."), Record(id="b", text="One line.")).lacking
    assert lacking == (
        "sentences, entities, times, attributions of a",
        "sentences, entities, times, attributions of b",
    )


@given(st.text(max_size=300), st.text(max_size=300))
def test_any_two_texts_compare(one, other):
    result = compare(Record(id="a", text=one), Record(id="b", text=other))
    assert 0 <= result.copied <= 1
    assert 0 <= result.kept <= 1
    for a in result.alterations:
        assert a.a is None or one[slice(*a.a)] == a.before
        assert a.b is None or other[slice(*a.b)] == a.after


def test_a_text_is_a_copy_of_itself():
    text = FRAME.format("“Nobody can read 300 pages between lunch and supper,” said Grace Whitlock.")
    result = compare(Record(id="a", text=text), Record(id="b", text=text))
    assert (result.relation, result.copied, result.kept, result.alterations) == ("copy", 1.0, 1.0, ())


@pytest.mark.parametrize(
    "piece",
    ["word ", "Name ", "7 ", "not ", "Ann said, ", "“a” ", "‘a’b", "\u201c", "A. ", "\n", "Ann told 7 men not to go. "],
)
def test_hostile_texts_are_bounded(piece):
    one, other = piece * 3_000, piece * 2_700 + "Other words here. " + piece * 50
    result = compare(Record(id="a", text=one), Record(id="b", text=other))
    assert len(result.matches) <= 400


def test_when_a_page_was_put_out_and_its_buttons_are_no_facts_of_the_story():
    story = "The old pier of Harborside was sold to a hotel group on Monday, Mayor Ann Whitlock said."
    lines = (
        "Published 3:15 a.m. ET July 15, 2018 | Updated 7:29 a.m. ET\n\nCONNECT TWEET 30 COMMENT\n\n{}",
        "Published 12:15 a.m. MT July 15, 2018 | Updated 4:29 a.m. MT\n\nCONNECT TWEET 27 COMMENT\n\n{}",
    )
    a, b = (Record(id=name, text=line.format(story)) for name, line in zip("ab", lines, strict=True))
    assert not [x for x in compare(a, b).alterations if x.weight >= 0.5]


def test_a_negation_that_stands_elsewhere_was_not_lost():
    first = "Whitlock, who was sworn in on Monday, said that the pier had never been in better shape since the storms."
    second = "Whitlock was sworn in on Monday in the old hall.\n\nThe pier had never been in better shape, she said."
    assert not [x for x in changed(first, second) if x[0] == "negation"]


def test_captions_hardly_matter_and_lines_of_credits_not_at_all():
    story = FRAME.format("The bridge was closed by engineer Tom Farrow on Monday.")
    caption = "Mayor Ann Roe, left, and engineer Tom Farrow look at the pier of Harborside on Monday, March 3, 2026."
    credit = "(Reporting by Selma Okoye in Harborside and Tomas Lind in the capital; Editing by Gareth Pryce)"
    result = compare(Record(id="a", text=f"{caption}\n\n{story}\n\n{credit}"), Record(id="b", text=story))
    left_out = {change.before: change.weight for change in result.alterations if change.kind == "omission"}
    assert left_out == {caption: 0.05}


def test_of_a_translation_no_sentence_is_left_out_or_put_in():
    german = (
        "Der Rat von Harborside kam nach einem langen Winter im alten Rathaus zusammen. Die Brücke wurde am Montag von "
        "dem Ingenieur Tom Farrow gesperrt. Die Reparatur kostet etwa 340 Millionen Euro."
    )
    english = FRAME.format("The bridge was closed by engineer Tom Farrow on Monday. It costs some 340 million euros.")
    records = [
        Record(id=id_, page=PageInfo(language=language), text=text)
        for id_, language, text in (("a", "en", english), ("b", "de", german))
    ]
    assert not {change.kind for change in compare(*records).alterations} & {"omission", "addition", "hedge-on-number"}
