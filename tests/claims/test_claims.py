"""Claims of pages written for these tests: one agency's report with two copies, and a local paper's own report."""

import json

import msgspec
import pytest

import copydesk
from copydesk.claims import find_claims, with_claims
from copydesk.claims.claim_lines import behind_words, sentence
from copydesk.claims.claim_weights import shipped
from copydesk.claims.descent import Descent
from copydesk.claims.finding import claims_of, count_origins

WIRE = """SKERRY, Marland (Reuters) - Fire destroyed the ferry terminal at Skerry on Tuesday, killing at least four \
people, the harbour police said.

"We found four bodies in the waiting room," police commander Ada Brennock told Reuters.

The terminal's owner, Skerry Lines, denied that the fire doors had been locked.

Brennock said 312 passengers had been taken to a school."""
COPY = WIRE.replace("SKERRY, Marland (Reuters) - ", "").replace("killing at least four", "killing at least six")
LOCAL = """Skerry's ferry terminal burned down on Tuesday. The fire doors had been locked, dock worker Per Holm told \
the Skerry Post.

Police commander Ada Brennock said 312 passengers were sleeping in a school."""
DAYS = {"wire": "2026-05-12", "copy": "2026-05-13", "local": "2026-05-13"}


@pytest.fixture(scope="module")
def records():
    texts = {"wire": WIRE, "copy": COPY, "local": LOCAL}
    return {key: copydesk.read_text(text, published=DAYS[key], id=key) for key, text in texts.items()}


@pytest.fixture(scope="module")
def claims(records):
    chain = Descent(
        order=("wire", "copy", "local"),
        parents={"copy": "wire"},
        families={"wire": "a", "copy": "a", "local": "b"},
        newsrooms={"wire": "Reuters", "copy": "Reuters", "local": "Skerry Post"},
    )
    return claims_of(chain, records, msgspec.structs.replace(shipped(), level=0.0))


def claim_with(claims, words):
    found = [claim for claim in claims if words in claim.claim]
    assert found, [claim.claim for claim in claims]
    return found[0]


def test_a_page_that_carries_a_text_adds_no_origin_and_no_hearing(claims):
    claim = claim_with(claims, "four bodies")
    assert [origin.name for origin in claim.origins] == ["police commander Ada Brennock"]
    assert claim.heard_by == ("Reuters",)
    assert [(page.page, page.role) for page in claim.pages] == [("wire", "heard"), ("copy", "carried")]
    assert claim.carriers == 1


def test_two_newsrooms_that_heard_one_speaker_have_one_origin(claims):
    claim = claim_with(claims, "312 passengers")
    assert len(claim.origins) == 1
    assert "Ada Brennock" in claim.origins[0].name
    assert set(claim.heard_by) == {"Reuters", "Skerry Post"}


def test_a_carrier_that_changed_a_figure_is_told(claims):
    claim = claim_with(claims, "destroyed the ferry terminal")
    (page,) = [page for page in claim.pages if page.page == "copy"]
    assert any(item.kind == "number" for item in page.altered)


def test_every_span_points_at_words_of_its_page(claims, records):
    for claim in claims:
        for page in claim.pages:
            for start, end in page.spans:
                assert 0 <= start < end <= len(records[page.page].text)
        for origin in claim.origins:
            for start, end in origin.spans:
                assert records[origin.page].text[start:end].strip()


def test_the_line_says_who_heard_it_and_who_carries_it(claims):
    words = behind_words(claim_with(claims, "four bodies"))
    assert words.startswith("police commander Ada Brennock (heard by Reuters); carried by 1 page")
    assert sentence(claims[0]).endswith(".")


def test_the_same_pages_give_the_same_claims(claims, records):
    story = copydesk.trace(records.values())[0]
    assert find_claims(story, records) == find_claims(story, dict(reversed(records.items())))


def test_a_story_gets_its_claims_and_its_number_of_origins(records):
    story = with_claims(copydesk.trace(records.values())[0], records)
    assert story.claims
    assert story.origins == count_origins(story.claims)
    data = json.loads(story.to_json())
    assert data["claims"][0]["id"] == "c1"
    assert msgspec.json.decode(msgspec.json.encode(story), type=type(story)) == story


def test_pages_that_say_nothing_have_no_claims():
    record = copydesk.read_text("404", id="empty")
    assert find_claims(copydesk.trace([record])[0], {"empty": record}) == ()


@pytest.mark.parametrize(
    ("sentences", "whole"),
    [(1, True), (2, True), (4, True), (5, False)],
)
def test_a_claim_is_told_with_its_quotation_to_the_end(sentences, whole):
    said = ["We closed the bridge over the Halm in April.", *(f"We told the town of step {n}." for n in range(2, 9))]
    quotation = " ".join(said[:sentences])[:-1]
    text = f'"{quotation}," police commander Ada Brennock told Reuters.\n\nThe bridge is 90 metres long.'
    record = copydesk.read_text(text, published="2026-05-12", id="p")
    chain = Descent(order=("p",), parents={}, families={"p": "a"}, newsrooms={"p": "Reuters"})
    (claim, *_) = [
        claim
        for claim in claims_of(chain, {"p": record}, msgspec.structs.replace(shipped(), level=0.0))
        if "over the Halm" in claim.claim
    ]
    assert ("told Reuters" in claim.claim) == whole
    assert claim.claim.count('"') % 2 == 0


@pytest.mark.parametrize(("word", "told"), [("admitted", ["meaning"]), ("has denied", [])])
def test_a_newsroom_that_heard_the_opposite_is_told(word, told):
    texts = {
        "wire": "The terminal's owner, Skerry Lines, denied that the fire doors had been locked.\n\nFour people died.",
        "local": f"The terminal's owner, Skerry Lines, {word} that the fire doors had been locked.\n\nIt rained.",
    }
    pages = {key: copydesk.read_text(text, published="2026-05-12", id=key) for key, text in texts.items()}
    chain = Descent(
        order=("wire", "local"),
        parents={},
        families={"wire": "a", "local": "b"},
        newsrooms={"wire": "Reuters", "local": "Skerry Post"},
    )
    found = claims_of(chain, pages, msgspec.structs.replace(shipped(), level=0.0))
    rows = [page for claim in found if "Skerry Lines" in claim.claim for page in claim.pages if page.page == "local"]
    assert [item.kind for row in rows for item in row.altered] == told
    assert [row.role for row in rows] == ["heard"]
