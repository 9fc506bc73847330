"""How far a page's markup is looked at for authors, days and kinds, and what counts: at the edge of each bound."""

from types import SimpleNamespace

import pytest

from copydesk.articles.markup import authors as module
from copydesk.articles.markup.author_candidates import AuthorCandidate, candidates
from copydesk.articles.markup.authors import authors
from copydesk.articles.markup.block_kinds import typed_blocks, without_pull_quotes
from copydesk.articles.markup.blocks import blocks_of
from copydesk.articles.markup.embedded import body_in, state_in
from copydesk.articles.markup.markup_headline import headline
from copydesk.articles.markup.metadata import Metadata, metadata_of
from copydesk.articles.markup.page_facts import facts_of
from copydesk.articles.markup.printed import Printed, originally, printed, said_of
from copydesk.articles.markup.published import _agree, days
from copydesk.records import Author

NAME, OTHER = "Lone Marsh", "Bo Diaz"
DAY = "March 3, 2026"


def page(*blocks, title="Pier closes", before=()):
    """A page of blocks, with a heading before them, and others before it."""
    return blocks_of(
        ("<body>" + "".join(f"<div>{one}</div>" for one in before) + f"<h1>{title}</h1>"
         + "".join(one if one.startswith("<") else f"<div>{one}</div>" for one in blocks) + "</body>").encode()
    )  # fmt: skip


def signals(found, at=0):
    return {one.signal for one in candidates(found, Metadata(), [at])}


# Where an author is named.


@pytest.mark.parametrize(("between", "found"), [(8, True), (9, True), (10, False)])
def test_a_byline_stands_among_the_ten_blocks_above_the_headline(between, found):
    one = page(before=[f"By {NAME}", *["Menu"] * between])
    assert ("byline" in signals(one, between + 1)) is found


@pytest.mark.parametrize(("between", "found"), [(37, True), (38, True), (39, False)])
def test_or_among_the_forty_from_it_on(between, found):
    assert ("byline" in signals(page(*["Menu"] * between, f"By {NAME}"))) is found


@pytest.mark.parametrize(("above", "found"), [(5, True), (6, False)])
def test_a_name_alone_stands_among_the_five_blocks_above_the_headline(above, found):
    one = page(before=[NAME, DAY, *["Menu"] * (above - 2)])
    assert ("beside" in signals(one, above)) is found


@pytest.mark.parametrize(("below", "found"), [(15, True), (16, False)])
def test_or_among_the_fifteen_below(below, found):
    assert ("beside" in signals(page(*["Menu"] * (below - 1), NAME, DAY))) is found


@pytest.mark.parametrize(("below", "found"), [(1, True), (2, True), (3, False)])
def test_a_name_and_nothing_else_is_an_authors_up_to_two_blocks_below_the_headline(below, found):
    assert ("below" in signals(page(*["Menu"] * (below - 1), NAME))) is found


@pytest.mark.parametrize(("length", "found"), [(199, True), (200, False)])
def test_a_line_that_may_be_a_byline_has_less_than_two_hundred_characters(length, found):
    line = f"By {NAME} | "
    line += "x" * (length - len(line))
    assert ("byline" in signals(page(line))) is found


@pytest.mark.parametrize(("words", "found"), [(8, True), (9, False)])
def test_a_name_with_what_follows_it_has_nine_words(words, found):
    line = f"{NAME}, staff " + " ".join(["writer"] * (words - 2))
    assert ("beside" in signals(page(line, DAY))) is found


@pytest.mark.parametrize(("length", "found"), [(19, True), (20, False)])
def test_a_block_that_says_by_has_less_than_twenty_characters(length, found):
    assert ("byline" in signals(page("By" + "." * (length - 2), NAME))) is found


# How far each signal is believed.


def best(monkeypatch, *named, shown="", publisher=None):
    """Return the name that is chosen among (signal, name, blocks away)."""
    found = [AuthorCandidate((Author(name=name),), signal, away) for signal, name, away in named]
    monkeypatch.setattr(module, "candidates", lambda *_: found)
    one = SimpleNamespace(texts=[shown])
    (author,) = authors(one, Metadata(), [], publisher)  # type: ignore[arg-type]
    return author.name


@pytest.mark.parametrize(
    ("named", "chosen"),
    [
        # no person's name is worth 2.2 less
        ([("label", NAME, 60), ("byline", "The Team", 60)], "The Team"),
        ([("beside", NAME, 60), ("byline", "The Team", 60)], NAME),
        # a name that another signal gives, too, is worth .8 more
        ([("link", OTHER, 60), ("label", NAME, 59), ("below", NAME, 60)], NAME),
        ([("link", OTHER, 59), ("label", NAME, 60), ("below", NAME, 60)], OTHER),
        # to stand within four blocks of the headline is worth .8
        ([("link", OTHER, 5), ("label", NAME, 4)], NAME), ([("link", OTHER, 6), ("label", NAME, 5)], OTHER),
        ([("marked", OTHER, 23), ("label", NAME, 4)], OTHER),
        # each block from it costs .02
        ([("card", NAME, 0), ("byline", OTHER, 39)], OTHER), ([("card", NAME, 0), ("byline", OTHER, 41)], NAME),
        # and that the page shows a name of its metadata is worth .8
        ([("meta", NAME, 0), ("byline", OTHER, 9)], OTHER), ([("meta", NAME, 0), ("byline", OTHER, 11)], NAME),
    ],
)  # fmt: skip
def test_which_of_two_names_is_believed(monkeypatch, named, chosen):
    assert best(monkeypatch, *named, shown=f"By {NAME}") == chosen


@pytest.mark.parametrize(
    ("named", "chosen"),
    [
        ([("foot", OTHER, 60), ("byline", NAME, 60)], NAME), ([("byline", NAME, 59), ("dated", OTHER, 60)], OTHER),
    ],
)  # fmt: skip
def test_the_name_of_the_site_is_worth_two_less(monkeypatch, named, chosen):
    assert best(monkeypatch, *named, publisher=NAME) == chosen


# Days.


def day_of(one, at=0):
    return days(one, Metadata(), at, None).published


LONG = f"Published {DAY} in the print edition of the harbor weekly and in the almanac"


@pytest.mark.parametrize(("below", "found"), [(15, True), (16, False)])
def test_a_day_stands_less_than_sixteen_blocks_below_the_headline(below, found):
    assert bool(day_of(page(*["Menu"] * (below - 1), LONG))) is found


@pytest.mark.parametrize(("above", "found"), [(8, True), (9, False)])
def test_or_eight_above_it(above, found):
    assert bool(day_of(page(before=[LONG, *["Menu"] * (above - 1)]), above)) is found


@pytest.mark.parametrize(("length", "found"), [(59, True), (60, True), (61, False)])
def test_far_from_the_headline_a_day_stands_in_sixty_characters(length, found):
    line = f"Published {DAY} " + "x" * (length - 24)
    assert len(line) == length
    assert bool(day_of(page(*["Menu"] * 30, line))) is found


@pytest.mark.parametrize(
    ("hour", "shown", "agree"), [("10", 4, True), ("09", 4, False), ("10", 2, True), ("11", 2, False)]
)
def test_a_moment_and_a_day_agree_where_time_zones_can_lie_between_them(hour, shown, agree):
    assert _agree(f"2026-03-03T{hour}:30", Printed("plain", 0, 10, f"2026-03-0{shown}")) is agree


@pytest.mark.parametrize(("between", "said"), [(31, "published"), (32, "plain")])
def test_a_word_tells_what_day_it_is_forty_characters_before(between, said):
    assert said_of("published" + " " * between) == said


@pytest.mark.parametrize(("length", "found"), [(159, 1), (160, 1), (161, 0)])
def test_a_block_with_a_day_has_160_characters(length, found):
    one = page(f"Published {DAY} " + "x" * (length - 24))
    assert len(printed(one, range(2), 0)) == found


@pytest.mark.parametrize(("length", "found"), [(59, 1), (60, 0)])
def test_a_block_with_a_day_and_other_words_has_less_than_sixty(length, found):
    assert len(printed(page("x" * (length - len(DAY) - 1) + f" {DAY}"), range(2), 0)) == found


@pytest.mark.parametrize(("length", "found"), [(299, True), (300, True), (301, False)])
def test_a_note_on_the_first_publication_has_three_hundred_characters(length, found):
    note = f"First published {DAY} "
    assert bool(originally(page(note + "x" * (length - len(note))), by_machine=False)) is found


@pytest.mark.parametrize(("length", "found"), [(39, True), (40, True), (41, False)])
def test_a_line_that_only_gives_the_day_has_forty(length, found):
    note = f"Published {DAY} "
    assert bool(originally(page(note + "x" * (length - len(note))), by_machine=True)) is found


# What the page says of itself.


@pytest.mark.parametrize(("place", "kind"), [(2, "press-release"), (3, None)])
def test_a_release_says_so_in_one_of_its_first_three_paragraphs(place, kind):
    story = [*["Rain fell."] * place, "FOR IMMEDIATE RELEASE"]
    assert facts_of(page(), Metadata(), None, "Pier closes", story).kind == kind


@pytest.mark.parametrize(("length", "kept"), [(79, 1), (80, 1), (81, 0)])
def test_a_tag_has_eighty_characters(length, kept):
    metadata = Metadata(meta={"keywords": ["x" * length]})
    assert len(facts_of(page(), metadata, None, None, []).tags) == kept


@pytest.mark.parametrize(("count", "kept"), [(29, 29), (30, 30), (31, 30)])
def test_thirty_tags_are_kept(count, kept):
    metadata = Metadata(meta={"keywords": [", ".join(f"tag{n}" for n in range(count))]})
    assert len(facts_of(page(), metadata, None, None, []).tags) == kept


# Kinds of blocks.


@pytest.mark.parametrize(("depth", "kind"), [(10, "quotation"), (11, "quotation"), (12, "paragraph")])
def test_twelve_elements_around_a_block_tell_its_kind(depth, kind):
    one = page(f"<blockquote>{'<div>' * depth}Rain fell.{'</div>' * depth}</blockquote>")
    at = one.texts.index("Rain fell.")
    assert typed_blocks(one, [at], ((0, 10),), None)[0].kind == kind


@pytest.mark.parametrize(("letters", "left_out"), [(19, False), (20, True)])
def test_a_pull_quote_has_twenty_letters(letters, left_out):
    words = "x" * letters
    one = page(f"<p>She said {words} then.</p>", f"<aside>{words}</aside>")
    kept = [*range(1, len(one.texts))]
    assert (len(without_pull_quotes(one, kept)) < len(kept)) is left_out


@pytest.mark.parametrize(("others", "left_out"), [(39, True), (40, False)])
def test_forty_pull_quotes_are_compared(others, left_out):
    words = "x" * 30
    rest = [f"<aside>Aside number {n} is told here.</aside>" for n in range(others)]
    one = page(f"<p>She said {words} then.</p>", *rest, f"<aside>{words}</aside>")
    kept = [*range(1, len(one.texts))]
    assert (len(without_pull_quotes(one, kept)) < len(kept)) is left_out


# Headlines, and stories outside the visible markup.


@pytest.mark.parametrize(("day", "less"), [("Tue 3 March 2026", True), ("Tue the 3 March 2026", False)])
def test_a_day_in_a_heading_has_four_words(day, less):
    stated = "Harbour votes to keep the pier"
    found = headline(page(title=f"{day} {stated}"), Metadata(meta={"og:title": [stated]}))
    assert (found == stated) is less


def stated(heading, title):
    return headline(page(title=heading), Metadata(meta={"og:title": [title]}))


@pytest.mark.parametrize(("words", "taken"), [(8, True), (9, False)])
def test_one_word_stands_for_a_title_of_eight(words, taken):
    title = " ".join(["Harbour", *(f"votes{n}" for n in range(words - 1))])
    assert (stated("Harbour", title) == "Harbour") is taken
    assert stated("Harbour votes0", title) == "Harbour votes0"


@pytest.mark.parametrize(("words", "found"), [(19, False), (20, True)])
def test_the_body_in_json_ld_has_twenty_words(words, found):
    metadata = metadata_of(blocks_of(b"<body><h1>Pier</h1></body>"))
    metadata.articles.append({"@type": "NewsArticle", "articleBody": "word " * (words - 1) + "end."})
    assert (body_in(metadata) is not None) is found


@pytest.mark.parametrize(("words", "found"), [(59, False), (60, True)])
def test_a_story_in_a_script_has_sixty_words(words, found):
    body = " ".join(["words"] * words)
    script = f'<script type="application/json">{{"body": "{body}"}}</script>'
    assert (state_in(script) is not None) is found


@pytest.mark.parametrize(("words", "found"), [(4, False), (5, True)])
def test_a_paragraph_in_a_script_has_five_words(words, found):
    listed = ", ".join(f'"{" ".join(["word"] * words)} {n}"'.replace(f" {n}", f"{n}") for n in range(20))
    script = f'<script type="application/json">{{"body": [{listed}]}}</script>'
    assert (state_in(script) is not None) is found
