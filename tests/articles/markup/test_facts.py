import json

import pytest

from copydesk.articles.markup.blocks import blocks_of
from copydesk.articles.markup.metadata import metadata_of
from copydesk.articles.markup.page_facts import facts_of


def facts(head="", linked=None, url="https://courier.example/world/pier", headline="Pier closes", opening=()):
    script = f"<script type='application/ld+json'>{json.dumps(linked)}</script>" if linked else ""
    page = blocks_of(f"<html><head>{head}{script}</head><body><p>It is told.</p></body></html>".encode())
    return facts_of(page, metadata_of(page), url, headline, [*opening])


def test_what_metadata_say_of_a_page():
    linked = {
        "@type": "NewsArticle",
        "articleSection": "World",
        "keywords": ["pier", "World", "ships"],
        "image": {"url": "/p.jpg"},
        "license": "https://creativecommons.org/licenses/by/4.0/",
    }
    found = facts("<link rel='canonical' href='/world/pier-closes'>", linked)
    assert found.canonical == "https://courier.example/world/pier-closes"
    assert (found.kind, found.section, found.tags) == ("news", "World", ("pier", "ships"))
    assert found.image == "https://courier.example/p.jpg"
    assert found.licence == "https://creativecommons.org/licenses/by/4.0/"


@pytest.mark.parametrize(
    ("options", "kind"),
    [
        ({"linked": {"@type": "LiveBlogPosting"}}, "live-blog"),
        ({"linked": {"@type": "OpinionNewsArticle"}}, "opinion"),
        ({"url": "https://courier.example/opinion/pier"}, "opinion"),
        ({"url": "https://courier.example/opinionated-cooks/pier"}, None),
        ({"headline": "Review: The Pier at the Playhouse"}, "review"),
        ({"headline": "Pier vote: live updates"}, "live-blog"),
        ({"opening": ("FOR IMMEDIATE RELEASE",)}, "press-release"),
        ({"opening": ("OSLO, March 3, 2026 /PRNewswire/ -- Norrlinje said",)}, "press-release"),
        ({}, None),
    ],
)
def test_the_kind_of_a_page(options, kind):
    assert facts(**options).kind == kind


def test_an_address_that_is_none_is_left_out():
    assert facts("<link rel='canonical' href='javascript:x'>", url=None).canonical is None
    assert facts("<meta property='og:image' content='http://[x'>").image is None
