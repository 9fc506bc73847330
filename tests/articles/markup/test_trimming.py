"""What a decoded story loses again."""

import numpy as np
import pytest

from copydesk.articles.markup.blocks import blocks_of
from copydesk.articles.markup.trimming import trimmed

TOLD = "<p>The harbour shut its pier on Monday, and nobody knows how long it will stay so, the council told us.</p>"


def left(body: str, chance: float = 0.9, kept: tuple[int, ...] | None = None) -> list[str]:
    page = blocks_of(f"<body>{body}</body>".encode())
    chosen = [*(range(len(page.texts)) if kept is None else kept)]
    found = trimmed(page, chosen, np.full(len(page.texts), chance, np.float32))
    return [page.texts[i] for i in found if not page.texts[i].startswith("The harbour shut")]


@pytest.mark.parametrize(
    "line",
    [
        "<p>Related: Storm breaks two pillars</p>",
        "<p>[Related reading: Storm breaks two pillars]</p>",
        "<p><a href='/a'>READ MORE: Storm breaks two pillars</a></p>",
        "<div>{&quot;layout&quot;: 2, &quot;button&quot;: &quot;Buy&quot;}</div>",
        "<p>Lorem ipsum dolor sit amet, consectetur.</p>",
    ],
)
def test_lines_of_other_stories_and_data_go(line: str) -> None:
    assert left(TOLD + line + TOLD) == []


@pytest.mark.parametrize(
    "line",
    [
        "<p>Related firms were asked, too.</p>",
        "<p>More: that was what they wanted.</p>",
        "<pre>{&quot;layout&quot;: 2}</pre>",
        "<p>[The mayor] said no.</p>",
    ],
)
def test_what_only_looks_like_them_stays(line: str) -> None:
    assert len(left(TOLD + line + TOLD)) == 1


def test_a_line_above_links_goes_with_them_at_the_end_only() -> None:
    links = "<p>You might also like:</p><ul><li><a href='/a'>Storm breaks pillars</a></li><li>Short one</li></ul>"
    assert left(TOLD + links) == []
    assert len(left(TOLD + links + TOLD)) == 3


@pytest.mark.parametrize("last", ["Popular with tourists, it may open in May.", "The latest vote is on Friday."])
def test_a_sentence_at_the_end_stays(last: str) -> None:
    assert left(f"{TOLD}<p>{last}</p>") == [last]


def test_a_small_run_far_away_stays_only_where_it_is_sure() -> None:
    page = TOLD * 10 + "<div>" + "<p>Six more words of the footer</p>" * 10 + "</div><p>Call us.</p>"
    kept = (*range(10), 20)
    assert left(page, 0.6, kept) == []
    assert left(page, 0.9, kept) == ["Call us."]
    assert left(page.replace("<p>Six more words of the footer</p>" * 10, ""), 0.6, (*range(11),)) == ["Call us."]


@pytest.mark.parametrize(("length", "stays"), [(199, False), (200, True)])
def test_a_line_to_another_story_is_no_long_paragraph(length: int, stays: bool) -> None:
    line = "Related: " + "x" * (length - 9)
    assert bool(left(f"{TOLD}<p>{line}</p>{TOLD}")) is stays


@pytest.mark.parametrize(("linked", "stays"), [("READ MORE: a", False), ("READ", True)])
def test_read_more_leads_on_only_where_half_of_it_is_a_link(linked: str, stays: bool) -> None:
    line = "READ MORE: a".replace(linked, f"<a href='/a'>{linked}</a>") + " x" * (0 if linked != "READ" else 4)
    assert bool(left(f"{TOLD}<p>{line}</p>{TOLD}")) is stays


@pytest.mark.parametrize(("length", "stays"), [(99, False), (100, True)])
def test_a_line_above_links_is_brief(length: int, stays: bool) -> None:
    line = "You might also like " + "x" * (length - 20)
    assert bool(left(f"{TOLD}<p>{line}</p>")) is stays


@pytest.mark.parametrize(("words", "stays"), [(13, False), (14, True)])
def test_a_paragraph_after_such_a_line_is_the_storys(words: int, stays: bool) -> None:
    body = f"{TOLD}<p>You might also like:</p><p>{'word ' * (words - 1)}end</p>"
    assert bool(left(body)) is stays


@pytest.mark.parametrize(("after", "stays"), [(23, False), (24, True)])
def test_such_a_line_is_looked_for_among_the_last_blocks(after: int, stays: bool) -> None:
    links = "".join(f"<p>Title {n}</p>" for n in range(after))
    assert bool(left(f"{TOLD * 40}<p>You might also like:</p>{links}")) is stays


@pytest.mark.parametrize(("blocks", "words", "stays"), [(8, 7, False), (7, 8, True), (8, 6, True)])
def test_a_run_is_far_by_blocks_and_by_words(blocks: int, words: int, stays: bool) -> None:
    between = ("<p>" + "word " * (words - 1) + "end</p>") * blocks
    page = TOLD * 10 + between + "<p>Call us.</p>"
    assert bool(left(page, 0.6, (*range(10), 10 + blocks))) is stays


@pytest.mark.parametrize(
    ("words", "chance", "stays"), [(20, 0.6, False), (21, 0.6, True), (1, 0.71, True), (1, 0.69, False)]
)
def test_a_far_run_stays_where_it_is_large_or_sure(words: int, chance: float, stays: bool) -> None:
    page = TOLD * 10 + "<p>Six more words of the footer</p>" * 10 + "<p>" + "word " * (words - 1) + "end</p>"
    assert bool(left(page, chance, (*range(10), 20))) is stays


@pytest.mark.parametrize(("words", "stays"), [(49, True), (50, False)])
def test_a_run_is_far_behind_fifty_words(words: int, stays: bool) -> None:
    between = [6] * 7 + [words - 42]
    page = TOLD * 10 + "".join("<p>" + "word " * (size - 1) + "end</p>" for size in between) + "<p>Call us.</p>"
    assert bool(left(page, 0.6, (*range(10), 18))) is stays


@pytest.mark.parametrize(("linked", "stays"), [(79, True), (81, False)])
def test_a_block_of_which_four_fifths_are_links_is_one(linked: int, stays: bool) -> None:
    words = "a " * 49 + "an"
    line = f"<a href='/a'>{words[:linked]}</a>{words[linked:]}"
    assert bool(left(f"{TOLD}<p>You might also like:</p><p>{line}</p>")) is stays
