"""Events of short texts: what is told, how surely, when, by whom, on whose word; and what is none."""

from pathlib import Path

import pytest

import copydesk
from copydesk.language import parse
from copydesk.reading.events import event_coreference
from copydesk.reading.events.event_tree import Tree
from copydesk.records import all_spans


def events(text, published="2023-04-20"):
    record = copydesk.read_text(text, published=published)
    return record, {record.words(event.predicate.span): event for event in record.events}


def names(record, side):
    return record.participants(side)


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("Finland joined NATO on Tuesday.", "joined", "happened"),
        ("The president has resigned.", "resigned", "happened"),
        ("The minister is visiting Ukraine.", "visiting", "ongoing"),
        ("The committee will meet on Friday, the speaker said.", "meet", "scheduled"),
        ("Sweden is expected to join the alliance.", "join", "expected"),
        ("The general might attack the town.", "attack", "possible"),
        ("The general threatened to attack the town.", "attack", "possible"),
        ("The rebels failed to seize the bridge.", "seize", "denied"),
        ("The army did not bomb the hospital.", "bomb", "denied"),
        ("The minister refused to resign.", "resign", "denied"),
        ("No bomb was found at the station.", "found", "denied"),
        ("If the talks fail, the union will strike.", "fail", "possible"),
    ],
)
def test_how_surely_an_event_is_told(text, word, status):
    _, found = events(text)
    assert found[word].status == status


def test_the_words_that_decide_the_status_are_told():
    record, found = events("The general threatened to attack the town.")
    assert "threatened" in {record.words(span) for span in found["attack"].status_from}


@pytest.mark.parametrize(
    "text",
    [
        "He declined to give his name.",
        "She refused to provide details of the deal.",
        "The ministry declined to disclose the price.",
    ],
)
def test_who_does_not_speak_does_nothing(text):
    _, found = events(text)
    assert not {"declined", "refused", "give", "provide", "disclose"}.intersection(found)


def test_a_gift_that_is_declined_is_told():
    _, found = events("Norland refused to give the rebels weapons.")
    assert "refused" in found


def test_what_nobody_denounced_happened():
    _, found = events("Holt chided his party for failing to denounce the president's meeting with Putin.")
    assert found["meeting"].status not in ("denied", None)


def test_past_meetings_happened_and_are_not_the_one_to_come():
    record, _ = events("After past meetings with Putin in Hamburg, Trump will hold a meeting with Putin on Monday.")
    past, coming = (event for event in record.events if event.type == "CONSULT")
    assert (past.status, coming.status) == ("happened", "scheduled")
    assert past.time is None or past.time.value is None


def test_an_attack_on_others_is_another_attack():
    record, _ = events("Russia launched an attack on Ukraine. The president condemned the bombing of the hospital.")
    assert len([event for event in record.events if event.type == "ASSAULT"]) == 2


@pytest.mark.parametrize(("noun", "points"), [("The visit", True), ("His visit", True), ("Ruiz's visit", False)])
def test_an_article_or_a_pronoun_points_back_and_a_name_does_not(noun, points):
    tree = Tree(parse(f"{noun} to Norland followed."))
    assert event_coreference._is_pointing(tree, tree.forms.index("visit")) is points


def test_who_blames_one_and_then_another_blames_twice():
    record, _ = events("Trump blamed the hostilities on foolishness. He also blamed Barack Obama for failing to act.")
    assert len([event for event in record.events if event.predicate.lemma == "blame"]) == 2


@pytest.mark.parametrize(
    ("text", "word", "value"),
    [
        ("The minister invited the union to talks on Monday.", "talks", "2023-04-24"),
        ("The committee will meet on Friday, the speaker said.", "meet", "2023-04-21"),
        ("The committee met on Monday.", "met", "2023-04-17"),
        ("More people voted in Sunday's council election than in any since 1994.", "election", "2023-04-16"),
    ],
)
def test_what_is_to_come_on_a_weekday_is_on_the_next_one(text, word, value):
    _, found = events(text)
    assert found[word].time.value == value


def test_a_blast_with_a_place_of_its_own_is_not_whatever_was_told_before():
    _, found = events(
        "Terrorist bombings blew apart buildings. At least 82 people were killed and more than 1,700 injured, officials"
        " said. The blast in Nairobi occurred at about 10:35 a.m. Friday."
    )
    assert "blast" in found


def test_to_whom_it_was_done_is_not_where():
    _, found = events("Norland imposed sanctions on Minsk in May.")
    assert found["imposed"].place is None


def test_what_is_done_to_it_once_more_is_the_same():
    record, _ = events("Holm climbed the 204 steps of the light. He climbed them last Friday, his wife said.")
    assert len([event for event in record.events if event.predicate.lemma == "climb"]) == 1


def test_two_summits_of_one_sentence_are_two():
    record, _ = events("The president's NATO summit last week was secondary to Monday's Helsinki summit with Putin.")
    assert len([event for event in record.events if event.predicate.lemma == "summit"]) == 2


def test_who_did_it_to_whom():
    record, found = events("Russia invaded Ukraine in 2022.")
    event = found["invaded"]
    assert names(record, event.actors) == ["Russia"]
    assert "Ukraine" in names(record, event.recipients)
    assert event.actors[0].country == "RU"


def test_who_did_it_in_the_passive():
    record, found = events("The bridge was destroyed by Ukrainian forces on Monday.")
    assert names(record, found["destroyed"].actors) == ["Ukrainian forces"]
    assert found["destroyed"].actors[0].country == "UA"


def test_the_day_is_the_events_own_never_the_pages():
    _, found = events("Finland joined NATO on 4 April. Sweden applied, too.")
    assert found["joined"].time.value == "2023-04-04"
    assert found["joined"].time.from_ == "said"
    applied = found["applied"]
    assert applied.time is None or applied.time.value is None


def test_the_day_of_saying_is_not_the_day_of_what_is_said():
    _, found = events("Police shot two men, the mayor said on Tuesday.")
    shot = found["shot"]
    assert shot.time is None or shot.time.value is None


def test_what_goes_on_goes_on_when_it_is_told():
    _, found = events("The minister is visiting Ukraine, officials said Thursday.")
    assert found["visiting"].time.value == "2023-04-20"


def test_an_event_stands_on_the_word_of_its_source():
    record, found = events("The army shelled the market, doctors said on Monday.")
    saying = {one.id: one for one in record.attributions}[found["shelled"].attribution]
    assert record.words(*saying.source.spans) == "doctors"


def test_a_denial_is_kept_with_the_event():
    _, found = events("The ministry denied on Monday that its planes had bombed the clinic.")
    assert found["bombed"].status == "denied"
    assert found["bombed"].denied_by == (found["bombed"].attribution,)


def test_mentions_of_one_happening_are_joined():
    record, found = events("Stoltenberg visited Kyiv on Thursday. The visit was his first.")
    assert [record.words(mention.span) for mention in found["visited"].mentions] == ["visited", "visit"]


def test_a_planned_visit_is_not_one_that_took_place():
    _, found = events("The king visited Oslo in March. He will visit Oslo again in May.")
    assert len(found["visited"].mentions) == 1
    assert found["visit"].status in ("scheduled", "expected")


def test_dead_and_injured_are_those_of_its_own_clause():
    _, found = events("The blast killed 12 people and injured 30 others on Sunday.")
    tolls = [(event.dead, event.injured) for event in found.values()]
    assert (12, None) in tolls or (12, 30) in tolls


def test_every_span_lies_in_the_text(example):
    record = copydesk.read(example)
    assert record.events
    assert all(0 <= start <= end <= len(record.text) for start, end in all_spans(record))


@pytest.fixture(params=["1-wire-story.html", "5-rewritten-copy.txt"])
def example(request):
    return Path(__file__).resolve().parents[3] / "examples" / request.param


@pytest.mark.parametrize(
    "text",
    [
        "Rain",
        "Rovers 3, Town 1\nUnited 0, City 0\nAlbion 2, Wanderers 2",
        "2 eggs\n200 g flour\n1 pinch of salt",
        "Name | Age | City\nAnna | 31 | Oslo\nBo | 27 | Bergen",
    ],
)
def test_nothing_is_made_news_of_lists_and_scores(text):
    record, _ = events(text)
    assert not [event for event in record.events if event.notable]


def test_a_page_of_one_verb_a_thousand_times_tells_no_thousand_happenings():
    record, _ = events("Attack attack attack attack attack. " * 200)
    assert len([event for event in record.events if event.notable]) < 5


def test_a_pronoun_is_the_person_that_it_can_only_stand_for():
    record, found = events("Anna Kovacs resigned on Monday. She attacked the premier in a speech.")
    (actor,) = found["attacked"].actors
    assert record.words(*actor.spans) == "She"
    assert actor.entity == found["resigned"].actors[0].entity


def test_a_participant_has_no_clause_and_no_other_in_its_words():
    record, found = events("Police shot a man who had climbed the wall. Peru and Chile signed a treaty.")
    assert "a man" in {record.words(*one.spans) for one in found["shot"].recipients}
    assert [record.words(*one.spans) for one in found["signed"].actors] == ["Peru", "Chile"]


def test_an_interview_with_a_newsroom_is_no_consultation():
    _, found = events("Donald Trump spoke to CBS News on Saturday.")
    assert all(event.type is None for event in found.values())


def test_hours_before_something_leave_nothing_open():
    _, found = events("The excerpts were published hours before the president arrived in Helsinki.")
    assert found["arrived"].status != "denied"


def test_the_reason_for_withholding_a_name_tells_no_event():
    _, found = events(
        "The visit is going well, said an official who spoke anonymously as he was not authorized to discuss it."
    )
    assert "discuss" not in found


@pytest.mark.parametrize(
    "text",
    [
        "The sea attacks the land at night,\nthe moon surrenders to the sun,\n"
        "that killed the hours with candlelight\nand now the war is won.",
        "Nielsen says ###",
        "Premier League: Arsenal 2-1 Chelsea; Leeds 0-0 Everton (Neto 12, Jota 45).",
        "- 2 eggs\n- 100 g flour\n\nBeat the eggs and fold in the flour.",
    ],
)
def test_poems_headlines_scores_and_recipes_tell_nothing_notable(text):
    record, _ = events(text)
    assert [record.words(event.predicate.span) for event in record.events if event.notable] == []


ACCIDENT = (
    "Two passengers were killed and at least 17 people injured when a tram left the rails near the harbour on Monday "
    "evening, the fire service said."
)


def test_harm_that_nobody_is_said_to_do_is_no_assault():
    record, found = events(ACCIDENT)
    assert found["killed"].type is None
    assert names(record, found["killed"].recipients) == ["Two passengers"]
    assert names(record, found["injured"].recipients) == ["at least 17 people"]
    _, found = events(
        "Two passengers were killed when gunmen opened fire on a tram near the harbour on Monday evening."
    )
    assert found["killed"].type == "ASSAULT"


def test_what_nothing_denies_is_not_told_as_denied():
    _, found = events("In 2014 he was hours late for a meeting with the chancellor.")
    assert found["meeting"].status != "denied"
    _, found = events("Talks were to begin in Lisbon but were called off.")
    assert found["begin"].status == "denied"


def test_who_speaks_takes_no_part_in_what_the_quotation_tells():
    text = "As the historian Olga Brandt stated, “The alliance has ignored Russia’s objections and expanded eastward.”"
    record, found = events(text)
    assert "Olga Brandt" not in " ".join(names(record, found["ignored"].actors))


def test_a_caption_tells_no_events():
    story = (
        "The mayor opened the new bridge on Monday. It was closed after a flood damaged two of its pillars in March."
    )
    _, found = events(f"{story}\n\nFILE - Mayor Ana Ruiz, left, visits Lima in this June 24, 2003 file photo.")
    assert "opened" in found
    assert "visits" not in found


def test_a_verb_that_stands_for_another_is_no_news():
    _, found = events("Famous for his tardiness, the president did it again on Monday.")
    assert not found["did"].notable


def test_the_place_of_a_dateline_takes_no_part():
    record = copydesk.read_text(
        "IZMAIL, Ukraine — The European Union’s envoy for transport toured the docks at Odesa on Thursday with two "
        "aides and no motorcade, the port said.",
        published="2026-10-08",
    )
    assert all("Izmail" not in "; ".join(record.participants(event.actors)) for event in record.events)


def test_who_asks_not_to_be_named_or_does_not_answer_does_nothing():
    record = copydesk.read_text(
        "Two people familiar with the talks said that insurers want guarantees. They asked not to be named because the "
        "talks are private. The ministry declined to say whom the envoy would meet.",
        published="2026-10-08",
    )
    assert {"ask", "decline"}.isdisjoint(event.predicate.lemma for event in record.events)


def test_one_person_stands_once_among_the_actors():
    record = copydesk.read_text(
        "Marta Lindqvist had visited Odesa before the terminal closed, but this was her first trip since it reopened.",
        published="2026-10-08",
    )
    for event in record.events:
        names = record.participants(event.actors)
        assert len(names) == len(set(names))


def test_who_only_tells_of_a_passive_clause_does_nothing_in_it():
    record = copydesk.read_text(
        "The whole lot had been sold out ahead of Monday's fair, chief executive Samuli Marsh told reporters.",
        published="2026-05-15",
    )
    sold = [event for event in record.events if event.predicate.lemma.startswith("sell")]
    assert sold
    assert not any(event.actors for event in sold)


def test_the_place_of_what_happened_before_is_not_where_it_happened():
    record = copydesk.read_text(
        "Harlow Brewing was fined on Tuesday after waste had killed 2,000 fish in the River Ennis, the court said.",
        published="2026-05-15",
    )
    fined = [event for event in record.events if event.predicate.lemma == "fine"]
    assert fined
    assert all(event.place is None for event in fined)


def test_talking_to_an_outlet_is_no_news():
    record = copydesk.read_text("Speaking to Fox News on Sunday, Ambassador Jon Marsh said the talks would go on.")
    assert not [event for event in record.events if event.predicate.lemma == "speak" and event.notable]


def test_a_request_to_readers_and_a_credit_tell_no_event():
    story = "Mayor Ana Ruiz met engineers in Oslo on Tuesday to talk about the bridge."
    asked = "Watch more of the talk with Ana Ruiz in Oslo above."
    credited = "The Northwire contributed to this report."
    record, found = events(f"{story}\n\n{asked}\n\n{credited}")
    assert "met" in found
    assert all(event.predicate.span[1] <= len(story) for event in record.events)


def test_nobody_acts_on_himself():
    text = "Oligarch Oleg Dorn, who is also sanctioned, agreed to sell shares in an effort to get the sanctions lifted."
    for event in events(text)[0].events:
        acting = {one.entity for one in event.actors if one.entity}
        assert not acting & {one.entity for one in event.recipients}


def test_who_only_tells_of_a_deed_or_judges_it_did_not_do_it():
    record, found = events("Ministers welcomed the arrest of two generals on Monday.")
    assert "Ministers" not in names(record, found["arrest"].actors)
    record, found = events(
        "British officials believe the nerve agent attack on a former spy was carried out by the military service."
    )
    assert "British officials" not in names(record, found["attack"].actors)


def test_a_name_beside_the_noun_for_who_judges_did_not_do_it_either():
    record, found = events("Newspaper Nordbladet dismissed the federal inquiry into the work of Per Holm on Monday.")
    assert not {"Nordbladet", "Newspaper Nordbladet"} & set(names(record, found["inquiry"].actors))


def test_what_is_attacked_in_words_is_not_assaulted():
    _, found = events("President Lund attacked the media on Sunday as the “enemy of the people.”")
    assert found["attacked"].type is None
    _, found = events("The army attacked the village on Sunday.")
    assert found["attacked"].type == "ASSAULT"


def test_who_orders_a_deed_or_announces_it_may_have_done_it():
    record, found = events("Russia launched an attack on Ukraine on Monday.")
    assert "Russia" in {name for event in found.values() for name in names(record, event.actors)}


def test_a_verb_with_an_object_of_its_own_takes_none_from_the_clause_before():
    record, found = events(
        "The paper dismissed the inquiry into Ada Moss and praised Tom Farrow for meeting Per Holm on Monday."
    )
    assert "Tom Farrow" in names(record, found["praised"].recipients)
    assert "Ada Moss" not in names(record, found["praised"].recipients)


def test_people_killed_when_a_vehicle_struck_something_were_killed_by_an_accident():
    headline = "Two killed as ferry strikes pier"
    story = (
        "At least two people were killed and 14 injured when a passenger ferry struck a pier on Saturday, police said."
    )
    for text in (story, f"{headline}\n\n{story}"):
        _, found = events(text)
        assert (found["killed"].type, found["killed"].kind) == (None, "accident")
    _, found = events("Two people were killed when gunmen struck a pier on Saturday, police said.")
    assert found["killed"].kind != "accident"


def test_who_visits_a_town_is_there_and_who_blames_a_country_need_not_be():
    record, found = events("Envoy Ada Moss visited Odesa on Tuesday. The minister blamed Moldova for the delay.")
    assert record.place_of(found["visited"].place) == "Odesa"
    assert found["blamed"].place is None


def test_whose_arrival_it_is_arrives_and_is_no_recipient_of_what_came_after_it():
    record, found = events("The meeting started late following Putin's delayed arrival to Finland.")
    assert names(record, found["started"].recipients) == []
    assert names(record, found["arrival"].actors) == ["Putin"]
    assert names(record, found["arrival"].recipients) == []
