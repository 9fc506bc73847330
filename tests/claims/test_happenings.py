"""Happenings of a story: events of several pages that are one, and what copies made of them."""

import msgspec
import pytest

from copydesk.claims import find_happenings, with_happenings
from copydesk.claims.happenings import _same_place
from copydesk.copies.copy_types import Edge, Family, Node, Story
from copydesk.records import Entity, Event, EventTime, Participant, Predicate, Record

TEXT = "Kersh shelled Halm."


def record(page, **event):
    entities = (
        Entity(id="e1", type="PLACE", name="Kersh", mentions=((0, 5),)),
        Entity(id="e2", type="PLACE", name="Halm", mentions=((14, 18),)),
    )
    told = Event(
        id="v1",
        mentions=(Predicate(span=(6, 13), lemma="shell"),),
        type="ASSAULT",
        actors=(Participant(spans=((0, 5),), entity="e1"),),
        recipients=(Participant(spans=((14, 18),), entity="e2"),),
        salient=True,
        **event,
    )
    return Record(id=page, text=TEXT, sentences=((0, len(TEXT)),), entities=entities, events=(told,))


def story(edges=()):
    families = (Family(id="f", source="x", members=("a", "b")),) if edges else (
        Family(id="f", source="x", members=("a",)),
        Family(id="g", source="y", members=("b",)),
    )  # fmt: skip
    nodes = tuple(Node(id=page, kind="report", family="f") for page in "ab")
    return Story(id="s", title="t", pages=("a", "b"), texts=len(families), families=families, nodes=nodes, edges=edges)


def happenings(first, second, edges=()):
    records = {"a": record("a", **first), "b": record("b", **second)}
    return find_happenings(story(edges), records)


COPY = (Edge(source="a", target="b", kind="copy", copied=0.9, confidence=0.9),)


def test_pages_that_tell_of_one_event_share_a_happening():
    (found,) = happenings({"status": "happened"}, {"status": "happened"})
    assert (found.pages, found.texts, found.type) == (2, 2, "ASSAULT")
    assert [(told.page, told.event) for told in found.events] == [("a", "v1"), ("b", "v1")]
    assert not found.drift


def test_a_copy_that_made_may_into_did_is_told():
    (found,) = happenings({"status": "possible"}, {"status": "happened"}, COPY)
    assert [(d.kind, d.before, d.after) for d in found.drift] == [("certainty", "possible", "happened")]
    assert (found.pages, found.texts) == (2, 1)


def test_a_copy_that_changed_the_toll_is_told():
    (found,) = happenings({"dead": 12}, {"dead": 20}, COPY)
    assert [(d.kind, d.before, d.after) for d in found.drift] == [("toll", "12", "20")]


def test_a_copy_that_lost_a_denial_is_told():
    first = {"status": "denied", "denied_by": ("a1",)}
    (found,) = happenings(first, {"status": "happened"}, COPY)
    assert {d.kind for d in found.drift} == {"certainty", "denial-lost"}


def test_minor_events_make_no_happening():
    bare = record("a")
    minor = msgspec.structs.replace(bare.events[0], type=None, salient=False)
    assert find_happenings(story(), {"a": msgspec.structs.replace(bare, events=(minor,))}) == ()


def test_a_day_that_is_not_known_is_no_drift():
    first, second = ({"time": EventTime(value=value, from_="said")} for value in ("2026-10-09", "XXXX-WXX-5"))
    (found,) = happenings(first, second, COPY)
    assert not found.drift


def test_a_story_is_given_its_happenings():
    records = {"a": record("a", status="happened"), "b": record("b", status="happened")}
    assert len(with_happenings(story(), records).happenings) == 1


def test_what_was_before_the_news_is_another_happening():
    before, now = ({"time": EventTime(relative=side, from_="tense")} for side in ("background", "news"))
    assert len(happenings(before, now)) == 2
    assert len(happenings(now, now)) == 1


def test_people_without_a_name_are_the_same_in_copies_alone():
    def unnamed(page):
        one = record(page, status="happened")
        event = msgspec.structs.replace(one.events[0], actors=(Participant(spans=((0, 8),)),), recipients=())
        return msgspec.structs.replace(one, text="The army shelled Halm.", entities=(), events=(event,))

    records = {page: unnamed(page) for page in "ab"}
    assert [found.pages for found in find_happenings(story(COPY), records)] == [2]
    assert [found.pages for found in find_happenings(story(), records)] == [1, 1]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Odesa", "Odessa", True),
        ("the Hague", "The Hague", True),
        ("Odesa", "Lviv", False),
        ("Nowhereton", "Odesa", False),
    ],
)
def test_a_place_in_another_spelling_is_no_changed_place(one, other, same):
    assert _same_place(one, other) is same
