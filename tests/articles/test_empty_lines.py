"""Text that is kept as it is: whether its paragraphs are parted by empty lines."""

import re
from itertools import product

from copydesk.articles.article_reading import _has_empty_line

EMPTY = re.compile(r"\S[ \t]*\n[ \t]*\n")


def test_an_empty_line_below_words_is_found_as_the_plain_expression_finds_it():
    texts = ["".join(signs) for count in range(7) for signs in product("x \t\n\r", repeat=count)]
    assert [text for text in texts if _has_empty_line(text) != bool(EMPTY.search(text))] == []
    assert sum(map(_has_empty_line, texts)) > 1_000
