"""How much of a page's text is read as its masthead and story, at the edge of each bound."""

from types import SimpleNamespace

import pytest

from copydesk.articles import article_reading, read
from copydesk.articles.paragraphs import without_copies
from copydesk.pages.page import Page


@pytest.fixture
def lines_read(monkeypatch):
    """The lines in which a masthead is looked for, of which the one at a place is told to be the headline."""
    seen, place = [], [0]

    def read_lines(lines, day):
        seen[:] = lines
        return SimpleNamespace(headline=lines[place[0]], authors=(), dateline=None, day=None, agency=None)

    monkeypatch.setattr(article_reading, "read_lines", read_lines)
    return seen, place


def as_it_is(lines):
    content = "\n".join(f"Line {number}." for number in range(lines))
    return read(Page(id="p", content=content, as_is=True, masthead=True))


@pytest.mark.parametrize(("lines", "looked"), [(59, 59), (60, 60), (61, 60)])
def test_of_text_that_is_kept_the_masthead_is_looked_for_in_sixty_lines(lines, looked, lines_read):
    as_it_is(lines)
    assert len(lines_read[0]) == looked


@pytest.mark.parametrize(("place", "found"), [(2, True), (3, True), (4, False)])
def test_of_text_that_is_kept_the_headline_is_one_of_four_lines(place, found, lines_read):
    lines_read[1][0] = place
    assert (as_it_is(9).headline is not None) is found


@pytest.mark.parametrize(("characters", "cut"), [(2_000_000, False), (2_000_001, True)])
def test_two_million_characters_of_plain_text_are_read(characters, cut):
    article = read(Page(id="p", content="Rain fell." + " " * (characters - 11) + "x"))
    assert [notice.kind for notice in article.notices] == (["truncated"] if cut else [])
    assert article.text.endswith("x") is not cut


@pytest.mark.parametrize(("number", "left_out"), [(7, True), (8, False)])
def test_a_paragraph_is_compared_with_eight_that_stand_before(number, left_out):
    rests = [" ".join([f"rest{place}", *["word"] * 40]) for place in range(9)]
    story = [part for rest in rests for part in ("Again.", rest)] + ["Again.", rests[number]]
    assert (len(without_copies(story, [*range(len(story))])) == 18) is left_out
