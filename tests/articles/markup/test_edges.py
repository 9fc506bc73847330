"""Paragraphs at a story's edges."""

import numpy as np
import pytest

from copydesk.articles.markup.blocks import blocks_of
from copydesk.articles.markup.story_edges import with_edges

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


@pytest.mark.parametrize(("chance", "there"), [(0.201, True), (0.199, False)])
def test_a_lead_is_not_too_unlikely(chance: float, there: bool) -> None:
    assert (LEAD in kept(f"<h1>Pier closes</h1><p>{LEAD}</p>" + BODY.format(""), chance)) is there


@pytest.mark.parametrize(("words", "there"), [(15, True), (14, False)])
def test_a_lead_has_fifteen_words(words: int, there: bool) -> None:
    lead = "Word " * (words - 1) + "end."
    assert (lead in kept(f"<h1>Pier closes</h1><p>{lead}</p>" + BODY.format(""))) is there


@pytest.mark.parametrize(("between", "there"), [(4, True), (5, False)])
def test_a_lead_stands_among_the_five_blocks_above(between: int, there: bool) -> None:
    middle = "<div>A day</div>" * between
    assert (LEAD in kept(f"<h1>Pier closes</h1><p>{LEAD}</p>{middle}" + BODY.format(""))) is there


@pytest.mark.parametrize(("length", "there"), [(59, True), (60, False)])
def test_nothing_long_stands_between_a_lead_and_the_story(length: int, there: bool) -> None:
    middle = f"<div>{'x' * length}</div>"
    assert (LEAD in kept(f"<h1>Pier closes</h1><p>{LEAD}</p>{middle}" + BODY.format(""))) is there


@pytest.mark.parametrize(("linked", "there"), [(29, True), (31, False)])
def test_a_lead_is_not_made_of_links(linked: int, there: bool) -> None:
    lead = f"<a href='/a'>{'x' * linked}</a> {'w ' * 33}end."
    assert (len(kept(f"<h1>Pier closes</h1><p>{lead}</p>" + BODY.format(""))) == 3) is there


@pytest.mark.parametrize(("chance", "words", "there"), [(0.101, 4, True), (0.099, 4, False), (0.9, 3, False)])
def test_a_last_paragraph_has_four_words_and_is_not_too_unlikely(chance: float, words: int, there: bool) -> None:
    last = "Word " * (words - 1) + "end."
    assert (kept(BODY.format(f"<p>{last}</p>"), chance)[-1] == last) is there
