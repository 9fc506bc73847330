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
