"""How much of a page's markup is read, whatever it holds."""

import numpy as np
import pytest

from copydesk.articles.markup.blocks import MAX_BLOCKS, blocks_of
from copydesk.articles.markup.embedded import state_in
from copydesk.articles.markup.furniture_blocks import furniture_blocks


@pytest.mark.parametrize(("before", "found"), [(11, True), (12, False)])
def test_twelve_states_of_a_page_are_read(before, found):
    story = " ".join(["words"] * 80)
    scripts = ["[]"] * before + [f'{{"body": "{story}"}}']
    page = "".join(f'<script type="application/json">{one}</script>' for one in scripts)
    assert (state_in(page) is not None) is found


@pytest.mark.parametrize(("size", "found"), [(3_000_000, True), (3_000_001, False)])
def test_a_state_of_three_million_characters_is_read(size, found):
    state = '{"body": "' + " ".join(["words"] * 80) + '"}'
    page = f'<script type="application/json">{state}{" " * (size - len(state))}</script>'
    assert (state_in(page) is not None) is found


@pytest.mark.parametrize(("size", "read"), [(300_000, 300_000), (300_001, 300_000)])
def test_three_hundred_thousand_characters_of_a_story_in_a_state_are_read(size, read):
    page = f'<script type="application/json">{{"body": "{"words " * 70}{"x" * (size - 420)}"}}</script>'
    assert len(state_in(page).paragraphs[0]) == read


@pytest.mark.parametrize(("pieces", "kept"), [(399, 399), (400, 400), (401, 400)])
def test_four_hundred_pieces_of_furniture_are_kept(pieces, kept):
    page = blocks_of(
        b"<body>" + b"<nav><p>Menu</p></nav><aside><p>See also</p></aside>" * (pieces // 2 + 1) + b"</body>"
    )
    found = frozenset(range(pieces, len(page.texts)))
    assert len(furniture_blocks(page, found, set())) == kept


@pytest.mark.parametrize(("share", "parted"), [(9, True), (8, False)])
def test_a_block_of_which_nine_tenths_are_links_is_a_row_of_links(share, parted):
    row = "".join(f"<a href='/{number}'>{'x' * 9}</a>" for number in range(share)) + "y" * (9 * (10 - share))
    page = blocks_of(f"<body><p>{row}</p></body>".encode())
    assert (" " in page.texts[0]) is parted


def test_no_more_blocks_are_read_than_a_page_of_news_could_have():
    page = blocks_of(b"<body>" + b"<p>a</p>" * (MAX_BLOCKS + 3) + b"</body>")
    assert page.truncated
    assert len(page.texts) <= MAX_BLOCKS + 1
    assert np.all(np.array(page.ends) <= len(page.texts))
