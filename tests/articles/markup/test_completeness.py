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


WALL = "<div class='paywall'>Subscribe to continue reading</div>"


def words(count, end="end."):
    return ["word " * (count - 1) + end]


@pytest.mark.parametrize(
    ("count", "declared", "complete"),
    [(80, 100, "whole"), (79, 100, "unknown"), (130, 100, "whole"), (131, 100, "unknown"), (80, 0, "unknown")],
)
def test_a_story_is_whole_where_it_has_about_as_many_words_as_the_page_says(count, declared, complete):
    assert found(story=words(count), declared=declared).complete == complete


@pytest.mark.parametrize(("count", "complete"), [(59, "teaser"), (60, "unknown")])
def test_a_story_of_less_than_three_fifths_of_its_words_is_cut_where_a_wall_stands(count, complete):
    assert found(story=words(count * 10), declared=1000, body=WALL).complete == complete
    assert found(story=words(count * 10), declared=1000).complete == "unknown"


@pytest.mark.parametrize(("count", "complete"), [(249, "teaser"), (250, "unknown")])
def test_a_brief_story_before_a_wall_is_a_teaser(count, complete):
    assert found(story=words(count), body=WALL).complete == complete
    assert found(story=words(count), body=WALL, linked={"isAccessibleForFree": True}).complete != "teaser"


@pytest.mark.parametrize(("count", "complete"), [(249, "teaser"), (250, "unknown")])
def test_a_story_that_is_not_free_is_a_teaser_where_it_is_brief(count, complete):
    assert found(story=words(count), linked={"isAccessibleForFree": False}).complete == complete
    assert found(story=words(count), linked={"isAccessibleForFree": False}, declared=count).complete == "whole"


@pytest.mark.parametrize(("count", "complete"), [(250, "whole"), (249, "unknown")])
def test_a_story_that_is_free_to_read_is_whole_where_it_is_not_brief(count, complete):
    assert found(story=words(count), linked={"isAccessibleForFree": True}).complete == complete


def test_a_story_that_breaks_off_is_never_whole():
    assert found(story=words(400, "end …"), declared=400).complete == "unknown"
    assert found(story=words(400, "end …"), declared=400, body=WALL).complete == "teaser"
    assert found(story=words(400, "end…”"), linked={"isAccessibleForFree": True}).complete == "unknown"


def test_a_tier_in_the_metadata_says_whether_a_story_is_free():
    tier = "<meta property='article:content_tier' content='{}'>"
    assert found(head=tier.format("locked"), story=words(100)).complete == "teaser"
    assert found(head=tier.format("free")).complete == "whole"
    assert found(head=tier.format("metered")).complete == "unknown"
