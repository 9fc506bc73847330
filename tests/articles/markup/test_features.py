import pytest

from copydesk.articles.markup.block_features import features
from copydesk.articles.markup.blocks import blocks_of
from copydesk.articles.markup.columns import COLUMNS, ROW

PAGE = blocks_of(
    "<body><nav><a href='/'>Home | News</a></nav><div class='story'><p>The ferry, they said, is late. It will be "
    "there at 10:45.</p><img><p>© 2026 Ålesund Courier</p></div></body>".encode()
)


def of(name, table):
    return table[ROW[name]].tolist()


def test_words_are_counted_in_each_block():
    table = features(PAGE)
    assert table.shape == (len(COLUMNS), 3)
    assert of("words", table) == [3, 12, 4]
    assert of("commas", table) == [0, 2, 0]
    assert of("sentences", table) == [0, 2, 0]
    assert of("stops", table) == [0, 8, 0]
    assert of("digits", table) == [0, 4, 4]
    assert of("bars", table) == [1, 0, 0]
    assert of("copyright", table) == [0, 0, 1]
    assert of("links", table) == [1, 0, 0]


def test_containers_say_what_they_hold():
    table = features(PAGE, declared_words=32)
    assert of("0 blocks", table) == [1, 1, 1]
    assert of("1 blocks", table) == [3, 2, 2]
    assert of("1 images", table)[1:] == [0.5, 0.5]
    assert of("1 said", table)[1:] == [0.5, 0.5]
    assert of("0 rank", table) == [0, 0, 1]


@pytest.mark.parametrize("line", ["a\tb", "…", "0", "\u2028x", "İ", "é" * 500])
def test_odd_lines_have_finite_features(line):
    table = features(blocks_of(f"<p>{line}</p><p>{line}</p>".encode()))
    assert of("words", table)[0] >= 1
    assert of("copy", table) == [0, 1]
    assert abs(table).max() < 1e6
