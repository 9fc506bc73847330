import json

import pytest

from copydesk.articles.markup.blocks import blocks_of
from copydesk.articles.markup.completeness import completeness
from copydesk.articles.markup.metadata import metadata_of

LONG = ["word " * 99 + "end."] * 4


def found(head="", body="", story=LONG, url="https://courier.example/a/pier", declared=0, linked=None):
    script = (
        f"<script type='application/ld+json'>{json.dumps({'@type': 'NewsArticle', **linked})}</script>"
        if linked
        else ""
    )
    page = blocks_of(f"<html><head>{head}{script}</head><body>{body}</body></html>".encode())
    return completeness(page, metadata_of(page), story, page.texts, url, declared)


def test_a_story_is_whole_only_where_the_page_bears_it_out():
    assert found().complete == "unknown"
    assert found(declared=400).complete == "whole"
    assert found(linked={"isAccessibleForFree": "True"}).complete == "whole"
    assert found(linked={"isAccessibleForFree": True}, declared=2000).complete == "unknown"


@pytest.mark.parametrize(
    "options",
    [
        {"linked": {"isAccessibleForFree": False}, "story": ["The board voted on Tuesday."]},
        {"linked": {"isAccessibleForFree": "http://schema.org/False"}, "story": ["The board voted …"], "body": "x"},
        {"body": "<div class='paywall'>Subscribe to continue reading</div>", "story": ["The board voted on Tuesday …"]},
        {"body": "<div class='article-paywall'>Offer</div>", "declared": 1200},
    ],
)
def test_a_cut_story_is_a_teaser(options):
    cut = found(**options)
    assert cut.complete == "teaser"
    assert cut.reason


@pytest.mark.parametrize(
    "options",
    [
        {"head": "<link rel='next' href='?page=3'>"},
        {"head": "<link rel='next' href='/a/pier/2/'>"},
        {
            "head": "<link rel='prev' href='https://courier.example/a/pier?page=1'>",
            "url": "https://courier.example/a/pier?page=2",
        },
        {"body": "<p>Page 2 of 3</p>"},
    ],
)
def test_one_of_several_pages_is_a_part(options):
    assert found(**options).complete == "part"


def test_a_link_to_the_next_post_of_a_blog_makes_no_part():
    assert found(head="<link rel='next' href='https://courier.example/a/another-pier'>").complete == "unknown"
