import pytest

from copydesk.articles import read
from copydesk.articles.lines.paragraph_kinds import typed_paragraphs
from copydesk.articles.paragraphs import join
from copydesk.pages.page import Page

PROSE = "The ferry ran aground on Tuesday with forty people on board, police said."


def kinds(*paragraphs):
    return [block.kind for block in typed_paragraphs(*join(paragraphs))]


def test_subheads_list_items_and_corrections_are_told_by_their_lines():
    found = kinds(
        PROSE, "What happened next", PROSE, "• Nobody was hurt", "2) It was towed", "Correction: It was Monday."
    )
    assert found == ["paragraph", "heading", "paragraph", "list-item", "list-item", "correction"]


def test_a_brief_line_is_a_subhead_only_between_sentences_and_prose():
    assert kinds("What happened next", PROSE) == ["paragraph", "paragraph"]
    assert kinds(PROSE, "What happened next") == ["paragraph", "paragraph"]
    assert kinds(PROSE, "“Never again", PROSE) == ["paragraph"] * 3
    assert kinds(PROSE, "Never again.", PROSE) == ["paragraph"] * 3


def test_text_kept_as_it_is_has_blocks_too():
    article = read(Page(id="1", content=f"{PROSE}\n\nWhat happened next\n\n{PROSE}", as_is=True))
    assert [block.kind for block in article.blocks] == ["paragraph", "heading", "paragraph"]
    assert [block.span for block in article.blocks] == [*article.paragraphs]


def test_captions_are_told_by_their_words():
    found = kinds(
        PROSE,
        "FILE - In this June 24, 2003 file photo the mayor opens the bridge.",
        "Mayor Ana Ruiz, left, and the governor, Juan Diaz, cut the ribbon.",
        "Photo: Adam Moss, AP",
        "The mayor left, and the governor stayed on the right bank.",
    )
    assert found == ["paragraph", "caption", "caption", "caption", "paragraph"]


@pytest.mark.parametrize(("words", "kind"), [(10, "heading"), (11, "paragraph")])
def test_a_subhead_has_ten_words_at_most(words, kind):
    assert kinds(PROSE, "Word " * (words - 1) + "end", PROSE)[1] == kind


@pytest.mark.parametrize(("words", "kind"), [(8, "heading"), (7, "paragraph")])
def test_a_subhead_stands_above_a_paragraph_of_eight_words_at_least(words, kind):
    assert kinds(PROSE, "What happened next", "Word " * (words - 1) + "end.")[1] == kind


def test_a_subhead_opens_with_a_capital_and_stands_after_a_sentence():
    assert kinds(PROSE, "what happened next", PROSE)[1] == "paragraph"
    assert kinds("A line without an end", "What happened next", PROSE)[1] == "paragraph"
    assert kinds(PROSE, "What happened\nnext", PROSE)[1] == "paragraph"
