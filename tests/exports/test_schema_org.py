"""JSON-LD against the vocabulary of schema.org as rdflib ships it, read by rdflib's own JSON-LD parser."""

import io
import json

import pytest

from copydesk.exports import schema_org
from exports.sample import FULL, RECORDS

# property → the types that schema.org gives it to (inherited types named where we use them)
DOMAINS = {
    "identifier": {"NewsArticle"},
    "url": {"NewsArticle"},
    "headline": {"NewsArticle"},
    "abstract": {"NewsArticle"},
    "articleSection": {"NewsArticle"},
    "articleBody": {"NewsArticle"},
    "author": {"NewsArticle"},
    "dateline": {"NewsArticle"},
    "locationCreated": {"NewsArticle"},
    "datePublished": {"NewsArticle"},
    "dateModified": {"NewsArticle"},
    "publisher": {"NewsArticle"},
    "creditText": {"NewsArticle"},
    "inLanguage": {"NewsArticle"},
    "mentions": {"NewsArticle"},
    "about": {"NewsArticle"},
    "hasPart": {"NewsArticle"},
    "name": {"Person", "Organization", "Place", "Event", "CreativeWork", "Product", "Thing"},
    "alternateName": {"Person", "Organization", "Place", "Event", "CreativeWork", "Product", "Thing"},
    "description": {"Person", "Organization", "Event"},
    "keywords": {"Event"},
    "startDate": {"Event"},
    "eventStatus": {"Event"},
    "location": {"Event"},
    "contributor": {"Event"},
    "jobTitle": {"Person"},
    "affiliation": {"Person"},
    "workLocation": {"Person"},
    "sameAs": {"Place"},
    "address": {"Place"},
    "addressCountry": {"PostalAddress"},
    "geo": {"Place"},
    "latitude": {"GeoCoordinates"},
    "longitude": {"GeoCoordinates"},
    "text": {"Quotation"},
    "spokenByCharacter": {"Quotation"},
}


def objects(value):
    if isinstance(value, dict):
        yield value
    for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from objects(one)


@pytest.fixture(scope="module")
def document():
    out = io.BytesIO()
    assert schema_org.write(iter(RECORDS), out) == 3
    return json.loads(out.getvalue())


def test_every_property_belongs_to_its_type(document):
    assert document["@context"] == "https://schema.org"
    for article in document["@graph"]:
        for node in objects(article):
            for name in set(node) - {"@type", "@id"}:
                assert node["@type"] in DOMAINS[name], (node["@type"], name)


def test_every_term_is_in_the_published_vocabulary(document):
    rdflib = pytest.importorskip("rdflib")
    terms = {str(term).rpartition("/")[2] for term in dir(rdflib.SDO)}
    used = {name for node in objects(document["@graph"][0]) for name in node if not name.startswith("@")}
    assert used <= terms
    assert {node["@type"] for node in objects(document["@graph"][0])} <= terms


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_reads_as_a_graph(document):
    rdflib = pytest.importorskip("rdflib")
    local = document | {"@context": {"@vocab": "https://schema.org/"}}  # the published context, without the network
    graph = rdflib.Graph().parse(data=json.dumps(local), format="json-ld")
    sdo = rdflib.SDO
    assert len(set(graph.subjects(rdflib.RDF.type, sdo.NewsArticle))) == 3
    (quotation,) = graph.subjects(rdflib.RDF.type, sdo.Quotation)
    speaker = graph.value(quotation, sdo.spokenByCharacter)
    assert str(graph.value(speaker, sdo.name)) == "Ada Moss"


def test_only_direct_speech_is_a_quotation_without_its_marks():
    (quotation,) = schema_org.news_article(FULL)["hasPart"]
    assert quotation["text"] == "It is not safe, It never was."


def test_what_is_not_known_is_absent(document):
    assert set(document["@graph"][1]) == {"@type", "@id", "identifier"}
