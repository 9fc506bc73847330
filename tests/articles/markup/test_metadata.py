"""Headline, authors and days of pages with markup."""

import json
from datetime import date

import pytest

from copydesk.articles.markup.authors import authors
from copydesk.articles.markup.blocks import blocks_of
from copydesk.articles.markup.markup_headline import headline, place_of
from copydesk.articles.markup.metadata import metadata_of
from copydesk.articles.markup.published import days
from copydesk.articles.masthead.keys import title_key

TODAY = date(2026, 10, 20)


def parts(body: str, head: str = "", title: str = "Ferry aground off Harborside | The Courier"):
    blocks = blocks_of(f"<html><head><title>{title}</title>{head}</head><body>{body}</body></html>".encode())
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
    return [author.name for author in authors(blocks, metadata, place_of(blocks, title_key(HEADLINE)), "The Courier")]


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


def test_a_second_author_that_only_the_byline_shows():
    head = '<meta name="author" content="Mira Berg">'
    assert names("<p>By Mira Berg and Tom Reed in Oslo</p><p>The ferry ran aground on Friday.</p>", head) == [
        "Mira Berg",
        "Tom Reed",
    ]


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


STATED = linked(datePublished="2026-08-01T09:30:00Z", dateModified="2026-09-01")


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Published Sept. 1, 2026", "2026-09-01"),
        ("Sept. 1, 2026", "2026-08-01T09:30:00Z"),  # the day of the last change, as the metadata have it
        ("Sept. 2, 2026", "2026-09-02"),
        ("Updated Sept. 1, 2026", "2026-08-01T09:30:00Z"),
        ("By Lone Marsh | Last updated on Sept. 1, 2026", "2026-08-01T09:30:00Z"),
        ("Published Aug. 3, 2026 | Updated Sept. 1, 2026", "2026-08-03"),
        ("8/1/2026", "2026-08-01T09:30:00Z"),
        ("1/8/2026", "2026-08-01T09:30:00Z"),
        ("July 31, 2026", "2026-08-01T09:30:00Z"),  # the same moment, further west
        ("Aug. 2, 2026", "2026-08-02"),  # no time zone is that far east
    ],
)
def test_the_day_shown_wins_over_metadata_it_contradicts_unless_it_is_the_last_change(printed, expected):
    assert found(f"<p>{printed}</p><p>Text.</p>", STATED).published == expected


def test_a_day_in_the_address_is_believed_first():
    address = "https://courier.example/2026/07/31/ferry"
    assert found("<p>Aug. 3, 2026</p>", STATED, address) == ("2026-07-31", "url", "2026-09-01")
    month = "https://courier.example/2026/july/31/ferry"
    assert found("<p>Aug. 3, 2026</p>", STATED, month).published == "2026-07-31"
    same = linked(datePublished="2026-07-31T09:30:00Z")
    assert found("<p>Text.</p>", same, address).published == "2026-07-31T09:30:00Z"


def test_a_year_in_the_address_decides_between_page_and_metadata():
    shown = "<p>March 3, 2026</p><p>Text.</p>"
    old = linked(datePublished="2025-02-01")
    assert found(shown, old, "https://courier.example/2025/ferry").published == "2025-02-01"
    assert found(shown, old, "https://courier.example/ferry").published == "2026-03-03"


def test_a_note_on_the_first_publication_is_believed():
    note = "This article was originally published on 26 Sep 2025 and has been brought up to date since."
    assert found(f"<p>March 3, 2026</p><p>Text.</p><p>{note}</p>", STATED).published == "2025-09-26"
    filled = linked(datePublished="2026-09-01T10:00:00Z", dateModified="2026-09-01T10:00:00Z")
    far = "<p>Text.</p>" * 40 + "<p>Published August 13, 2026</p>"
    assert found(far, filled).published == "2026-08-13"
    assert found(far, STATED).published == "2026-08-01T09:30:00Z"


def test_a_day_far_from_the_headline_is_the_last_resort():
    far = "<p>Text.</p>" * 40 + "<p>Posted on the 15/10/2026 at 19:00 by @lone</p>"
    assert found(far).published == "2026-10-15"


def test_the_day_on_which_the_whole_site_changed_is_not_the_storys():
    assert found("<p>Text.</p>" * 40 + "<p>Site Last Updated: October 4, 2026</p>").published is None
    assert found("<p>Text.</p>" * 40 + "<p>Page last updated: October 4, 2026</p>").published == "2026-10-04"


@pytest.mark.parametrize(
    "script", ["{", "[" * 5000, '{"@type": "NewsArticle", "headline": "A\nB",}', "null", "3", '"x"']
)
def test_damaged_linked_data_is_no_obstacle(script):
    _, metadata = parts("<p>Text.</p>", f'<script type="application/ld+json">{script}</script>')
    assert metadata.nodes in ([], [{"@type": "NewsArticle", "headline": "A B"}])


def test_a_headline_stands_on_one_line_without_its_label():
    blocks, metadata = parts("<h1>Title: Ferry aground<br>off Harborside pier</h1>")
    assert headline(blocks, metadata) == "Ferry aground off Harborside pier"
