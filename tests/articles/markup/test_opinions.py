"""Second opinions on where the story is, as features."""

import numpy as np

from copydesk.articles.markup.block_features import features
from copydesk.articles.markup.blocks import blocks_of
from copydesk.articles.markup.columns import ROW

WORDS = "The harbour shut its pier on Monday, and nobody knows how long it will stay so, the council told us."
STORY = "".join(f"<p class='text'>{WORDS}</p>" for _ in range(6))
MENU = "<ul>" + "".join(f"<li class='item'><a href='/{n}'>Part {n}</a></li>" for n in range(8)) + "</ul>"


def rows(body: str, *names: str) -> list[list[float]]:
    table = features(blocks_of(f"<body>{body}</body>".encode()))
    return [table[ROW[name]].tolist() for name in names]


def test_the_segment_of_most_prose_is_the_story() -> None:
    inside, start, end = rows(MENU + STORY + MENU, "segment in", "segment from start", "segment to end")
    assert inside == [0] * 8 + [1] * 6 + [0] * 8
    assert (start[8], end[8], end[13], start[21]) == (0, 5, 0, 13)


def test_the_element_that_readability_takes_is_the_one_around_the_paragraphs() -> None:
    inside, score = rows(f"<div>{MENU}</div><div>{STORY}</div>", "readable in", "readable score")
    assert inside == [0] * 8 + [1] * 6
    assert min(score[8:]) == 1
    assert max(score[:8]) < 0.6


def test_blocks_of_the_storys_form_are_told_from_those_of_another() -> None:
    call = f"<p class='call'>{WORDS}</p>"
    share, count = rows(MENU + STORY + call, "form share", "form count")
    assert share[:8] == [0] * 8
    assert np.isclose(share[8], 6 / 7)
    assert np.isclose(share[14], 1 / 7)
    assert (count[0], count[8], count[14]) == (8, 6, 1)


def test_a_page_without_prose_has_opinions_too() -> None:
    assert all(np.isfinite(rows("<p>One</p>", "segment in", "readable score", "path share")).ravel())
