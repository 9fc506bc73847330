"""Documents: words by number, offsets of runs, sentences of words."""

import numpy as np

from copydesk.language import Document, words

TEXT = "Ada Reyes spoke. He left."


def document() -> Document:
    return Document(text=TEXT, tokens=words(TEXT), sentences=np.array([[0, 4], [4, 7]], dtype=np.int32))


def test_words_and_spans() -> None:
    d = document()
    assert d.words() == ["Ada", "Reyes", "spoke", ".", "He", "left", "."]
    assert d.word(4) == "He"
    assert TEXT[slice(*d.span(0, 2))] == "Ada Reyes"
    assert len(d) == 7


def test_words_in_a_stretch_of_text() -> None:
    d = document()
    assert d.words_in(0, 9) == (0, 2)
    assert d.words_in(5, 12) == (1, 3)
    assert d.words_in(3, 4) == (1, 1)


def test_sentence_of_a_word() -> None:
    assert [document().sentence_of(i) for i in (0, 3, 4, 6)] == [0, 0, 1, 1]
