import numpy as np
import pytest

from copydesk.articles.markup.block_decoding import _best_way, _without_bare_headings, decode
from copydesk.articles.markup.blocks import blocks_of


def chosen(body, probabilities):
    page = blocks_of(f"<body>{body}</body>".encode())
    assert len(page.texts) == len(probabilities)
    return decode(page, np.array(probabilities, dtype=np.float32))


FOUR = "<div><p>One one.</p><p>Two two.</p><p>Three three.</p><p>Four four.</p></div>"


def test_a_doubtful_block_within_the_story_stays():
    assert chosen(FOUR, [0.9, 0.9, 0.3, 0.9]) == [0, 1, 2, 3]
    assert chosen(FOUR, [0.9, 0.9, 0.01, 0.9]) == [0, 1, 3]


def test_a_lone_block_of_a_container_that_is_no_story_goes():
    apart = "<div><p>One one.</p><p>Two two.</p></div><aside><p>Three.</p><p>Four.</p><p>Five.</p></aside>"
    assert chosen(apart, [0.99, 0.99, 0.01, 0.6, 0.01]) == [0, 1]


def test_changing_costs_less_where_a_container_ends():
    within = "<div><p>One one.</p><p>Two two.</p><p>Three three.</p></div>"
    between = "<div><p>One one.</p><p>Two two.</p></div><div><p>Three three.</p></div>"
    unlikely = [0.9, 0.9, 0.28]
    assert chosen(within, unlikely) == [0, 1, 2]
    assert chosen(between, unlikely) == [0, 1]


@pytest.mark.parametrize("tag", ["h2", "h4"])
def test_a_story_ends_with_no_heading(tag):
    assert chosen(f"<p>One one.</p><{tag}>More</{tag}><p>Two</p>", [0.9, 0.9, 0.01]) == [0]


def test_a_heading_whose_section_is_left_out_goes_and_one_before_a_smaller_one_stays():
    body = "<p>One.</p><h2>A</h2><p>x</p><h2>B</h2><h3>C</h3><p>Two.</p>"
    assert chosen(body, [0.9, 0.9, 0.001, 0.9, 0.9, 0.9]) == [0, 3, 4, 5]


def test_advertisements_are_never_the_storys():
    assert chosen("<p>One one.</p><p>Advertisement</p><p>Two two.</p>", [0.9, 0.99, 0.9]) == [0, 2]


def test_a_page_without_a_likely_block_has_no_story():
    assert chosen(FOUR, [0.1, 0.1, 0.1, 0.1]) == []


def test_readers_comments_are_not_the_storys_however_likely_they_seem():
    body = (
        "<article><p>" + "It is told. " * 20 + "</p></article><ol class='comment-list'><li>I do not like it.</li></ol>"
    )
    assert chosen(body, [0.9, 0.9]) == [0]


def test_a_page_that_is_called_comments_as_a_whole_keeps_its_story():
    assert chosen(f"<div class='has-comments'>{FOUR}</div>", [0.9] * 4) == [0, 1, 2, 3]


def test_the_next_story_of_an_endless_page_is_another():
    story = "<p>" + "It is told in many words. " * 20 + "</p>"
    endless = f"<article><h1>One</h1>{story}</article><article><h1>Two</h1>{story}other</article>"
    assert chosen(endless, [0.1, 0.9, 0.1, 0.9, 0.9]) == [1]
    assert chosen(f"<p>Intro.</p><article><h1>Two</h1>{story}</article>", [0.9, 0.9, 0.9]) == [0, 1, 2]


# What changes cost, and where a block is doubtful: each number at its edge.


def kept(*gains, body=FOUR):
    return _best_way(blocks_of(f"<body>{body}</body>".encode()), list(gains))


def test_a_block_within_a_container_is_left_out_where_that_saves_two_changes():
    assert kept(5.0, 5.0, -1.99, 5.0) == [0, 1, 2, 3]
    assert kept(5.0, 5.0, -2.01, 5.0) == [0, 1, 3]


def test_between_containers_a_change_costs_a_tenth_of_that():
    apart = "".join(f"<div><section><p>{number}.</p></section></div>" for number in ("One", "Two", "Three"))
    assert kept(5.0, -0.19, 5.0, body=apart) == [0, 1, 2]
    assert kept(5.0, -0.21, 5.0, body=apart) == [0, 2]


@pytest.mark.parametrize(("chance", "there"), [(0.38, True), (0.37, False)])
def test_a_block_of_four_in_ten_is_the_storys(chance, there):
    apart = "<div><p>One one.</p><p>Two two.</p></div><div><section><p>Three three.</p></section></div>"
    assert (2 in chosen(apart, [0.9, 0.9, chance])) is there  # and one a little less likely right after a container


@pytest.mark.parametrize(("length", "there"), [(160, False), (161, True)])
def test_a_line_that_is_furniture_by_its_words_has_160_characters(length, there):
    line = "Advertisement" + "|" * (length - 13)
    assert (1 in chosen(f"<div><p>One one.</p><p>{line}</p><p>Two two.</p></div>", [0.9, 0.9, 0.9])) is there


@pytest.mark.parametrize(("blanks", "there"), [(99, True), (100, False)])
def test_an_article_after_a_hundred_words_of_a_story_is_the_next_one(blanks, there):
    story = "One" + " one" * blanks + "."
    body = f"<article><h1>A</h1><p>{story}</p></article><article><h1>B</h1><p>Two two.</p></article>"
    assert (3 in chosen(body, [0.9, 0.9, 0.9, 0.9])) is there


def test_a_title_may_end_a_story_and_a_subhead_may_not():
    page = blocks_of(b"<body><p>One one.</p><h1>Two</h1></body>")
    assert _without_bare_headings(page, [0, 1]) == [0, 1]
    page = blocks_of(b"<body><p>One one.</p><h2>Two</h2></body>")
    assert _without_bare_headings(page, [0, 1]) == [0]
