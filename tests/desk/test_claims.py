"""Search over claims: the claims of a desk's stories that have some words."""

import pytest

import copydesk
from copydesk.copies.copy_types import Story
from copydesk.desk import Desk, search_claims
from copydesk.desk.claim_search import with_words
from copydesk.errors import DateError
from copydesk.records import Claim, ClaimPage, Origin, Record

WIRE = """SKERRY, Marland (Reuters) - Fire destroyed the ferry terminal at Skerry on Tuesday, killing at least four \
people, the harbour police said.

"We found four bodies in the waiting room," police commander Ada Brennock told Reuters.

The terminal's owner, Skerry Lines, denied that the fire doors had been locked."""
MARKET = """The town council of Ostmark voted on Monday to move the fish market to the old dock, mayor Ivo Sand said.

Sand said the move would cost 12 million euros."""


@pytest.fixture
def desk(tmp_path):
    records = [
        copydesk.read_text(WIRE, published="2026-05-12", id="wire"),
        copydesk.read_text(MARKET, published="2026-06-02", id="market"),
    ]
    with Desk(tmp_path / "desk.db") as desk:
        list(desk.add(records))
        yield desk


def found(desk, words, **filters):
    return [claim.claim for story, _ in search_claims(desk, words, **filters) for claim in story.claims]


def test_claims_are_found_by_their_words_and_no_other_claim_of_the_story_comes_along(desk):
    claims = found(desk, "ferry terminal")
    assert claims
    assert all("ferry terminal" in claim for claim in claims)
    assert found(desk, "zeppelin") == []


def test_words_must_stand_in_one_claim(desk):
    assert found(desk, "ferry")
    assert not found(desk, "ferry euros")


def test_a_filter_chooses_the_pages(desk):
    assert found(desk, "ferry", day="2026-05")
    assert not found(desk, "ferry", day="2026-06")
    with pytest.raises(DateError):
        found(desk, "ferry", day="soon")


def told(*claims):
    text = "".join(claims)
    records = {"p": Record(id="p", text=text)}
    rows, at = [], 0
    for number, words in enumerate(claims, 1):
        page = ClaimPage(page="p", spans=((at, at + len(words)),), role="heard")
        origin = Origin(name=f"Speaker {number}", kind="named-person", first_hand="said", page="p", spans=())
        rows.append(Claim(id=f"c{number}", claim=words, pages=(page,), origins=(origin,)))
        at += len(words)
    return [
        (Story(id="s", title="t", pages=("p",), texts=1, families=(), nodes=(), edges=(), claims=tuple(rows)), records)
    ]


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("bridge", ["c1", "c2"]),
        ('"closed bridge"', []),
        ("bridge -toll", ["c1"]),
        ("-toll", ["c1"]),
        ("harbour OR toll", ["c2"]),
        ("bridges", ["c1", "c2"]),
        ("speaker 2", ["c2"]),
        ("", ["c1", "c2"]),
        ('" ) NOT', []),
        ("!!!", []),
    ],
)
def test_what_is_typed_means_what_it_means_in_the_search_over_pages(words, ids):
    kept = [
        claim.id
        for story, _ in with_words(told("The bridge was closed. ", "The bridge takes a toll. "), words)
        for claim in story.claims
    ]
    assert sorted(kept) == ids
