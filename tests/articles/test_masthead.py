"""Headline, authors and days of pages with markup."""

import json
from datetime import date

import pytest

from copydesk.articles.authors import authors
from copydesk.articles.blocks import blocks_of
from copydesk.articles.headline import headline
from copydesk.articles.metadata import metadata_of
from copydesk.articles.published import days

TODAY = date(2026, 10, 20)


def parts(body: str, head: str = "", title: str = "Ferry aground off Harborside | The Courier"):
    blocks = blocks_of(f"<html><head><title>{title}</title>{head}</head><body>{body}</body></html>")
    return blocks, metadata_of(blocks)


def linked(**values) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **values})}</script>'


@pytest.mark.parametrize(
    ("body", "head", "expected"),
    [
        ("<h1>Ferry aground off Harborside</h1><p>Text</p>", "", "Ferry aground off Harborside"),
        ("<h1>The Courier</h1><h2>News</h2><p>Text</p>", "", "Ferry aground off Harborside"),
        ("<p>Text</p>", '<meta property="og:title" content="Ferry aground - The Courier">'
                        '<meta property="og:site_name" content="The Courier">', "Ferry aground"),
        ("<p>Text</p>", linked(headline="Ferry &amp; tug aground"), "Ferry & tug aground"),
        ("<h1>Related Articles</h1><h1>Ferry aground off Harborside</h1>", "", "Ferry aground off Harborside"),
    ],
)  # fmt: skip
def test_headline(body, head, expected):
    assert headline(*parts(body, head)) == expected


HEADLINE = "Ferry aground off Harborside"


def names(body: str, head: str = "") -> list[str]:
    blocks, metadata = parts(f"<h1>{HEADLINE}</h1>{body}", head)
    return [author.name for author in authors(blocks, metadata, HEADLINE, "The Courier")]


def test_authors_of_the_metadata():
    person = {"@type": "Person", "name": "Lone Marsh"}
    assert names("<p>Text.</p>", linked(author=person)) == ["Lone Marsh"]
    assert names("<p>Text.</p>", linked(author=[person, {"name": "Ida Holm"}])) == ["Lone Marsh", "Ida Holm"]
    assert names("<p>Text.</p>", '<meta name="author" content="Lone Marsh, Ida Holm">') == ["Lone Marsh", "Ida Holm"]
    assert names("<p>Text.</p>", '<meta name="author" content="admin">') == []


def test_a_reference_in_linked_data_is_followed():
    graph = {
        "@graph": [
            {"@type": "NewsArticle", "author": {"@id": "#a"}, "headline": HEADLINE},
            {"@type": "Person", "@id": "#a", "name": "Lone Marsh"},
        ]
    }
    assert names("<p>Text.</p>", f'<script type="application/ld+json">{json.dumps(graph)}</script>') == ["Lone Marsh"]


def test_the_byline_shown_is_believed_over_a_name_that_the_page_never_shows():
    head = linked(author={"@type": "Person", "name": "Web Master Jones"})
    assert names("<p>By Lone Marsh</p><p>Text.</p>", head) == ["Lone Marsh"]


def test_photo_credits_are_no_authors():
    assert names("<figure><figcaption>Photo by Lone Marsh</figcaption></figure><p>Text.</p>") == []


def test_names_marked_as_the_author_s():
    assert names('<div class="author-name">Lone Marsh</div><p>Text.</p>') == ["Lone Marsh"]
    assert names('<a rel="author" href="/m">Lone Marsh</a><p>Text.</p>') == ["Lone Marsh"]


def found(body: str, head: str = "", url: str | None = None):
    blocks, metadata = parts(f"<h1>{HEADLINE}</h1>{body}", head)
    return days(blocks, metadata, 0, url, today=TODAY)


def test_days_of_the_metadata_and_their_change():
    result = found("<p>Text.</p>", linked(datePublished="2026-10-06T18:00:00Z", dateModified="2026-10-07"))
    assert result == ("2026-10-06T18:00:00Z", "metadata", "2026-10-07")


@pytest.mark.parametrize(
    ("body", "url", "expected"),
    [
        ("<time datetime='2026-10-06'>Tuesday</time><p>Text.</p>", None, ("2026-10-06", "text")),
        ("<p>Published Oct. 6, 2026</p><p>Text.</p>", None, ("2026-10-06", "text")),
        ("<p>Text.</p>", "https://courier.example/2026/10/06/ferry", ("2026-10-06", "url")),
        ("<p>Text.</p>", None, (None, None)),
    ],
)
def test_days_that_the_page_or_its_address_shows(body, url, expected):
    result = found(body, url=url)
    assert (result.published, result.origin) == expected


def test_a_day_in_the_future_is_not_believed():
    assert found("<p>Text.</p>", linked(datePublished="2027-01-01")).published is None


def test_the_day_shown_wins_over_metadata_it_contradicts_unless_it_is_the_last_change():
    shown = "<p>Published Sept. 1, 2026</p><p>Text.</p>"
    assert found(shown, linked(datePublished="2026-10-06")).published == "2026-09-01"
    changed = linked(datePublished="2026-08-01", dateModified="2026-09-01")
    assert found(shown, changed).published == "2026-08-01"


@pytest.mark.parametrize(
    "script", ["{", "[" * 5000, '{"@type": "NewsArticle", "headline": "A\nB",}', "null", "3", '"x"']
)
def test_damaged_linked_data_is_no_obstacle(script):
    _, metadata = parts("<p>Text.</p>", f'<script type="application/ld+json">{script}</script>')
    assert metadata.nodes in ([], [{"@type": "NewsArticle", "headline": "A B"}])
