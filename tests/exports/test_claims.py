"""Claims in the forms that other programs read."""

import csv
import json

import pytest

from copydesk.copies import Family, Node, Story
from copydesk.exports.claim_exports import FORMATS
from copydesk.records import Altered, Claim, ClaimPage, Origin
from exports.sample import FULL

CLAIM = Claim(
    id="c1",
    claim="=The north pier will shut.",
    origins=(Origin(name="Ada Moss", kind="named-person", first_hand="said", page=FULL.id, spans=((14, 22),)),),
    heard_by=("Example News",),
    pages=(
        ClaimPage(
            page=FULL.id,
            spans=((0, 12),),
            role="heard",
            altered=(Altered(kind="number", before="30 cracks", after="31 cracks"),),
        ),
    ),
    marks=("single-origin",),
)
STORY = Story(
    id="story-1",
    title="Pier",
    pages=(FULL.id,),
    texts=1,
    families=(Family(id=FULL.id, source="Example News", members=(FULL.id,)),),
    nodes=(Node(id=FULL.id, kind="original", family=FULL.id),),
    claims=(CLAIM,),
)
TOLD = [(STORY, {FULL.id: FULL})]


def test_csv_has_a_row_for_each_page_of_a_claim_and_no_formula():
    (row,) = csv.DictReader(list(FORMATS["csv"](TOLD)))
    assert row["words"] == "'=The north pier will shut."
    assert row["origins"] == "Ada Moss"
    assert row["role"] == "heard"
    assert row["page_words"] == FULL.text[:12]
    assert row["altered"] == "number: 30 cracks → 31 cracks"


def test_a_claim_review_has_no_rating():
    document = json.loads("\n".join(FORMATS["claimreview"](TOLD)))
    (review,) = document["@graph"]
    assert review["claimReviewed"] == CLAIM.claim
    assert review["itemReviewed"]["author"][0]["name"] == "Ada Moss"
    assert review["itemReviewed"]["appearance"][0]["headline"] == FULL.headline
    assert "reviewRating" not in review


def test_followthemoney_links_origins_to_articles():
    found = [json.loads(line) for line in FORMATS["followthemoney"](TOLD)]
    by_schema = {entity["schema"]: entity for entity in found}
    link = by_schema["UnknownLink"]["properties"]
    assert link["subject"] == [by_schema["LegalEntity"]["id"]]
    assert link["object"] == [by_schema["Article"]["id"]]


@pytest.mark.filterwarnings("ignore")
def test_followthemoney_reads_the_entities():
    library = pytest.importorskip("followthemoney")
    for line in FORMATS["followthemoney"](TOLD):
        data = json.loads(line)
        assert set(data["properties"]) <= set(library.model.get(data["schema"]).properties)


@pytest.mark.parametrize("form", FORMATS)
def test_no_story_gives_no_claims(form):
    assert "Ada" not in "".join(FORMATS[form]([]))
