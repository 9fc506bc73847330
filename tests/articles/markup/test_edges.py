"""Paragraphs at a story's edges."""

import numpy as np

from copydesk.articles.markup.blocks import blocks_of
from copydesk.articles.markup.edges import with_edges

LEAD = "The harbour board of Porto Alba voted on Tuesday to close the east pier for two years, its chair said."
BODY = "<div class='body'><p>It was built in 1898.</p><p>It was loud.</p>{}</div>"


def kept(body: str, chance: float = 0.25) -> list[str]:
    page = blocks_of(f"<body>{body}</body>".encode())
    story = [i for i, text in enumerate(page.texts) if text.startswith("It was")]
    return [page.texts[i] for i in with_edges(page, story, np.full(len(page.texts), chance, np.float32))]


def test_a_lead_in_an_element_of_its_own_is_the_storys() -> None:
    top = f"<h1>Pier closes</h1><div>By Mira Solano</div><div><p>{LEAD}</p></div><div>Advertisement</div>"
    assert kept(top + BODY.format("")) == [LEAD, "It was built in 1898.", "It was loud."]
    assert kept(top + BODY.format(""), 0.1) == ["It was built in 1898.", "It was loud."]


def test_what_the_site_says_of_itself_and_what_stands_above_the_headline_is_no_lead() -> None:
    site = "<p>We may earn a commission from what you buy over the links on this page, at no cost to you at all.</p>"
    assert len(kept(f"<h1>Pier closes</h1>{site}" + BODY.format(""))) == 2
    assert len(kept(f"<p>{LEAD}</p><h1>Pier closes</h1>" + BODY.format(""))) == 2
    assert len(kept(f"<p>{LEAD}</p>" + BODY.format(""))) == 2


def test_a_last_sentence_of_the_storys_form_stays() -> None:
    last = "“They outrank us,” he added."
    assert kept(BODY.format(f"<p>{last}</p>"))[-1] == last
    assert kept(BODY.format(f"<p class='note'>{last}</p>"))[-1] == "It was loud."
    assert kept(BODY.format("") + f"<p>{last}</p>")[-1] == "It was loud."
    assert kept(BODY.format("<p>Share this</p>"))[-1] == "It was loud."


def test_a_page_without_a_story_has_no_edges() -> None:
    assert with_edges(blocks_of(f"<h1>A</h1><p>{LEAD}</p>".encode()), [], np.ones(2, np.float32)) == []
