import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.articles import read
from copydesk.pages.page import Page

PARAGRAPHS = (
    "HARBORSIDE, Norway (AP) — A ferry ran aground on Tuesday with 40 people on board, the coast guard said.",
    "Nobody was hurt, and the passengers were taken off by tugboat before nightfall, according to the company.",
    "The ferry had left the yard only a week earlier, after a refit that took eleven months and cost twice its price.",
    "“We heard a long scrape and then nothing,” said Ida Holm, a nurse who was on her way home from the hospital.",
    "The company said that it would look into the cause, and that the morning ferry would sail as planned.",
)
NAVIGATION = "".join(f'<li><a href="/{w}">{w.title()}</a></li>' for w in ("home", "news", "sports", "opinion"))
RELATED = "".join(
    f'<li><a href="/{i}">{t}</a></li>'
    for i, t in enumerate(("Storm warnings lifted", "Bridge closed", "Fish prices up"))
)
LINKED = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Ferry aground off Harborside",
    "datePublished": "2026-10-06T18:00:00Z",
    "dateModified": "2026-10-07T08:00:00Z",
    "author": [{"@type": "Person", "name": "Lone Marsh", "jobTitle": "Correspondent"}],
    "publisher": {"@type": "Organization", "name": "The Courier"},
}


def page_of(body: str, head: str = "") -> Page:
    return Page(
        id="1",
        content=f"<!DOCTYPE html><html><head><title>Ferry aground | The Courier</title>{head}</head>{body}</html>",
        media_type="text/html",
    )


def story(paragraphs=PARAGRAPHS) -> str:
    return "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)


def whole(body: str, head: str | None = None) -> Page:
    linked = f'<script type="application/ld+json">{json.dumps(LINKED)}</script>' if head is None else head
    return page_of(
        f"""<body><header><nav><ul>{NAVIGATION}</ul></nav></header><main><article><h1>Ferry aground off Harborside</h1>
        <p class="byline">By Lone Marsh in Oslo</p>{body}</article></main>
        <aside class="related-posts"><h3>Related Articles</h3><ul>{RELATED}</ul></aside>
        <div id="respond" class="comment-respond"><h3>Leave a Reply</h3><p>Your email address will not be
        published.</p></div>
        <footer><p>Copyright 2026 The Courier. All rights reserved.</p></footer></body>""",
        linked,
    )


def test_masthead_story_and_furniture():
    article = read(whole(story()))
    assert article.headline == "Ferry aground off Harborside"
    assert [(a.name, a.role, a.place) for a in article.authors] == [("Lone Marsh", "Correspondent", "Oslo")]
    assert article.published
    assert (article.published.value, article.published.from_) == ("2026-10-06T18:00:00Z", "metadata")
    assert article.updated == "2026-10-07T08:00:00Z"
    assert article.publisher == "The Courier"
    assert article.dateline
    assert (article.dateline.place, article.agency) == ("HARBORSIDE, Norway", "Associated Press")
    assert article.text == "\n\n".join(PARAGRAPHS)
    assert [article.text[a:b] for a, b in article.paragraphs] == list(PARAGRAPHS)
    assert article.language == "en"
    kinds = {piece.text.split("\n")[0]: piece.kind for piece in article.furniture}
    assert kinds["Home"] == "navigation"
    assert kinds["Related Articles"] == "related"
    assert kinds["Leave a Reply"] == "comment-form"
    assert kinds["Copyright 2026 The Courier. All rights reserved."] == "copyright"


def test_given_day_and_publisher_are_kept():
    page = whole(story())
    given_page = Page(id="1", content=page.content, media_type="text/html", published="2026-10-05", publisher="Wire")
    article = read(given_page)
    assert article.published
    assert (article.published.value, article.published.from_, article.publisher) == ("2026-10-05", "given", "Wire")


def test_a_story_split_over_siblings_and_builder_blocks_is_joined():
    parts = "".join(
        f'<div class="elementor-widget"><div class="inner"><div><p>{p}</p></div></div></div>' for p in PARAGRAPHS
    )
    assert read(whole(parts)).text == "\n\n".join(PARAGRAPHS)


def test_a_body_given_once_for_each_width_of_screen_is_read_once():
    body = f"<div class='wide'>{story()}</div><div class='narrow'>{story()}</div>"
    assert read(whole(body)).text == "\n\n".join(PARAGRAPHS)


def test_a_brief_line_may_come_twice_in_a_story():
    lines = [*PARAGRAPHS[:2], "“Never again.”", *PARAGRAPHS[2:4], "“Never again.”", PARAGRAPHS[4]]
    assert read(whole(story(lines))).text.count("Never again") == 2


def test_links_in_a_row_are_words_of_their_own():
    row = '<div class="nav"><a href="/">Front page</a><a href="/d">Danube</a><span><a href="/l">Labor</a></span></div>'
    article = read(whole(row + story()))
    assert "Front page Danube Labor" in [line for piece in article.furniture for line in piece.text.split("\n")]


def test_links_in_a_sentence_stay_as_they_stand():
    linked = "The ferry had left the yard <a href='/1'>only</a><a href='/2'>[1]</a> a week earlier, after a long refit."
    article = read(whole(story(PARAGRAPHS) + f"<p>{linked}</p>"))
    assert "left the yard only[1] a week earlier" in article.text


def test_advertisements_between_paragraphs_are_furniture():
    body = f"<p>{PARAGRAPHS[0]}</p><p>ADVERTISEMENT</p>" + story(PARAGRAPHS[1:])
    article = read(whole(body))
    assert article.text == "\n\n".join(PARAGRAPHS)
    assert ("advertisement", "ADVERTISEMENT") in [(f.kind, f.text) for f in article.furniture]


def test_credit_at_the_foot_goes_to_the_masthead():
    body = story((*PARAGRAPHS, "Associated Press writer Jane Roe in Paris contributed to this report."))
    article = read(whole(body))
    assert article.text.endswith("sail as planned.")
    assert ("Jane Roe", "contributor", "Paris") in [(a.name, a.role, a.place) for a in article.authors]


def test_a_biography_at_the_foot_is_furniture():
    article = read(whole(story((*PARAGRAPHS, "Lone Marsh covers the coast for The Courier."))))
    assert article.text == "\n\n".join(PARAGRAPHS)
    assert "Lone Marsh covers the coast for The Courier." in [piece.text for piece in article.furniture]


def test_a_day_in_the_future_is_no_publication_day():
    linked = json.dumps({**LINKED, "datePublished": "2999-01-01"})
    article = read(whole(story(), f'<script type="application/ld+json">{linked}</script>'))
    assert article.published is None or article.published.value < "2999"


@pytest.mark.parametrize(
    "markup",
    ["", "<html></html>", "<script>let a = 1</script>" * 50, "\0\0<p>\0</p>", "<style>p {}</style>", "<div>" * 50_000],
)
def test_pages_without_a_story_say_why(markup):
    article = read(Page(id="1", content=markup, media_type="text/html"))
    assert article.text == ""
    assert "empty" in [notice.kind for notice in article.notices]


def test_markup_after_the_end_is_read():
    page = whole("")
    article = read(Page(id="1", content=page.content + story(), media_type="text/html"))
    assert PARAGRAPHS[1] in article.text


def test_nesting_beyond_the_bound_is_cut_with_a_notice():
    page = whole(story() + "<div>" * 100_000 + "deep")
    article = read(page)
    assert PARAGRAPHS[0] in article.text
    assert "truncated" in [notice.kind for notice in article.notices]


@pytest.mark.parametrize("attribute", ["a{}", "a{}=1", 'a{}="<br>"'])
def test_a_tag_loaded_with_attributes_is_bounded(attribute):
    attributes = " ".join(attribute.format(i) for i in range(60_000))
    article = read(whole(f"<div {attributes}></div>{story()}"))
    assert PARAGRAPHS[1] in article.text


def test_null_bytes_and_lone_surrogates_are_no_obstacle():
    page = whole(story())
    article = read(
        Page(id="1", content="\0" + page.content.replace("Nobody", "No\0body") + "\ud800", media_type="text/html")
    )
    assert article.text == "\n\n".join(PARAGRAPHS)


def test_a_large_page_of_scripts_is_bounded():
    page = whole(story() + "<script>" + "x = 1; " * 1_500_000 + "</script>")
    assert len(page.content) > 10_000_000
    assert read(page).text == "\n\n".join(PARAGRAPHS)


_SCRAPS = (
    "<p> </p> <div class=x> </div> <table> <td> a.b. <!-- --> &#0; <script> </script> <time> \0 <a> <h1> <br> </html>"
)
SCRAPS = _SCRAPS.split(" ")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(SCRAPS)))
def test_no_markup_breaks_the_reading(parts):
    article = read(Page(id="1", content="".join(parts), media_type="text/html"))
    assert all(article.text[a:b].strip() for a, b in article.paragraphs)
