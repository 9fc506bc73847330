import html
import json

import pytest

from copydesk.articles import read
from copydesk.pages.page import Page

STORY = (
    "The harbor board of Velmouth voted on Tuesday to close the east pier for two years, after divers found cracks.",
    "“We could not let another winter go over it,” Ines Korhonen, who chairs the board, told reporters afterwards.",
    "The ferry company Norrlinje, which moves 400,000 people a year over the pier, said it had not been consulted.",
    "The board expects the repairs to cost 31 million euros, of which the state pays half, she said on Wednesday.",
)
HEAD = "<title>East pier to close</title><meta property='og:title' content='East pier to close'>"


def article(head="", body="<div id='root'></div>"):
    content = f"<!doctype html><html><head>{HEAD}{head}</head><body>{body}</body></html>"
    return read(Page(id="1", content=content, media_type="text/html"))


def json_ld(body):
    return f"<script type='application/ld+json'>{json.dumps({'@type': 'NewsArticle', 'articleBody': body})}</script>"


PARAGRAPHS = "".join(f"<p>{text}</p>" for text in STORY)
STATE = {"props": {"pageProps": {"article": {"headline": "East pier to close", "body": PARAGRAPHS}}}}
LISTED = {"story": {"blocks": [{"type": "paragraph", "text": text} for text in STORY]}, "menu": ["a", "b"]}


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (json_ld("\n".join(STORY)), "<div id='root'></div>"),
        (json_ld(PARAGRAPHS), "<p>Please enable scripts.</p>"),
        (json_ld(html.escape(PARAGRAPHS)), ""),
        ("", f"<div></div><noscript>{PARAGRAPHS}</noscript>"),
        ("", f"<div></div><template>{PARAGRAPHS}</template>"),
        ("", f"<script id='__NEXT_DATA__' type='application/json'>{json.dumps(STATE)}</script>"),
        ("", f"<script>window.__INITIAL_STATE__ = {json.dumps(LISTED)};</script>"),
    ],
)
def test_a_story_that_stands_outside_the_visible_markup_is_found(head, body):
    found = article(head, body)
    assert found.text == "\n\n".join(STORY)
    assert [block.kind for block in found.blocks] == ["paragraph"] * 4
    assert "metadata" in [notice.kind for notice in found.notices]


def test_a_visible_story_is_not_replaced_by_a_like_one():
    found = article(json_ld("Other words. " * 40), f"<article><h1>East pier to close</h1>{PARAGRAPHS}</article>")
    assert found.text == "\n\n".join(STORY)
    assert not found.notices


@pytest.mark.parametrize("state", ["{" * 100_000, "[" * 100_000, '{"body": 1}', "nonsense", ""])
def test_a_state_that_is_no_json_is_no_story(state):
    markup = (
        f"<script id='__NEXT_DATA__' type='application/json'>{state}</script><script>window.__STATE__={state}</script>"
    )
    assert article("", markup).text == ""


@pytest.mark.parametrize(("place", "there"), [(7, False), (8, True)])
def test_the_headline_is_no_paragraph_among_the_first_eight(place, there):
    rows = [
        f"The board of Velmouth met on pier {number} on Tuesday and closed it for two years." for number in range(9)
    ]
    rows.insert(place, "East pier to close")
    assert ("East pier to close" in article(json_ld("\n".join(rows))).text) is there
