"""How much the network reads at once, what is kept of it, and how sure it must be: at the edge of each bound."""

import math

import numpy as np
import pytest

from copydesk.language import parse, reader
from copydesk.language.document import Document, Offsets, Run
from copydesk.language.links import WindowLinks, source_links
from copydesk.language.name_decoding import find_names
from copydesk.language.reader import _sentences
from copydesk.language.shapes import form
from copydesk.language.spans import bio_transitions
from copydesk.language.windows import Window, windows
from copydesk.language.wordpiece import WordPieceTokenizer


def read(words: int) -> list[Window]:
    return windows(np.ones(words, dtype=np.intp), np.zeros(words, dtype=bool))


@pytest.mark.parametrize(("words", "cores"), [(303, [303]), (304, [304]), (305, [224, 81])])
def test_a_window_has_224_pieces_and_the_last_one_eighty_more(words: int, cores: list[int]) -> None:
    assert [window.last - window.first for window in read(words)] == cores


def test_a_window_has_48_pieces_before_it_and_32_after_it_for_context() -> None:
    first, second = read(400)
    assert (first.start, first.last, first.end) == (0, 224, 256)
    assert (second.first, second.start) == (224, 175)  # the word that piece 176 ends


def pieces(word: str) -> tuple[WordPieceTokenizer, int]:
    """Return what cuts words, and in how many pieces it cuts one; 0 for the piece that stands for unknown words."""
    cutter = WordPieceTokenizer(["[UNK]", "[CLS]", "[SEP]", "a", "##a", *(("a" * 10, "##" + "a" * 10))])
    found = cutter.encode(word)
    return cutter, 0 if found == (0,) else len(found)


@pytest.mark.parametrize(("letters", "count"), [(59, 14), (60, 6), (61, 0)])
def test_a_run_of_sixty_letters_is_cut(letters: int, count: int) -> None:
    assert pieces("a" * letters)[1] == count


@pytest.mark.parametrize(("marks", "count"), [(23, 23), (24, 24), (25, 24)])
def test_a_word_has_24_pieces(marks: int, count: int) -> None:
    assert len(pieces("." * marks)[0].encode("." * marks)) == count


@pytest.mark.parametrize(("letters", "kept"), [(60, True), (61, False)])
def test_a_word_of_sixty_letters_is_remembered(letters: int, kept: bool) -> None:
    assert bool(pieces("a" * letters)[0]._known) is kept


def seen(words: int, none: float) -> list[WindowLinks]:
    """A window whose words are all as good a target, with a score for none of them."""
    point, target = np.zeros((words, 6), dtype=np.float32), np.zeros((words, 4), dtype=np.float32)
    point[:, 4:] = none
    return [WindowLinks(Window(0, words, 0, words), point, target)]


@pytest.mark.parametrize(("log", "told"), [(-4.59, True), (-4.61, False)])
def test_a_link_is_kept_that_is_one_in_a_hundred(log: float, told: bool) -> None:
    found = source_links(seen(1, math.log(math.exp(-log) - 1)), (Run(0, 1, 0.9),), (Run(0, 1, 0.9),))
    assert (0 in [link.other for link in found]) is told


@pytest.mark.parametrize(("sources", "kept"), [(5, 5), (6, 6), (7, 6)])
def test_six_links_of_a_run_are_kept(sources: int, kept: int) -> None:
    found = source_links(seen(sources, -20.0), (Run(0, 1, 0.9),), tuple(Run(n, n + 1, 0.9) for n in range(sources)))
    assert len(found) == kept


@pytest.mark.parametrize(("chance", "told"), [(0.54, False), (0.56, True)])
def test_a_name_is_told_that_is_rather_right_than_wrong(chance: float, told: bool) -> None:
    scores = np.array([[0.0, math.log(chance / (1 - chance)), -50.0]], dtype=np.float32)
    tags = ("O", "B-PERSON", "I-PERSON")
    whole = np.array([[0, 1]], dtype=np.int32)
    found = find_names(scores, ["Arvo"], np.array([form("Arvo")]), ["PROPN"], whole, bio_transitions(tags), ("PERSON",))
    assert bool(found) is told


@pytest.mark.parametrize(("words", "sizes"), [(150, [150]), (151, [150, 1]), (301, [150, 150, 1])])
def test_a_sentence_has_150_words(words: int, sizes: list[int]) -> None:
    text = "w " * words
    tokens = np.array([[2 * i, 2 * i + 1] for i in range(words)], dtype=np.int32)
    found = _sentences(np.zeros(words, dtype=bool), text, tokens, np.ones(words, dtype=np.int64))
    assert (found[:, 1] - found[:, 0]).tolist() == sizes


@pytest.mark.parametrize(("words", "sections"), [(5, 1), (6, 2)])
def test_words_beyond_a_section_are_read_on_their_own(
    monkeypatch: pytest.MonkeyPatch, words: int, sections: int
) -> None:
    monkeypatch.setattr(reader, "SECTION", 5)
    read: list[int] = []
    section = reader.Reader._section

    def counted(self: reader.Reader, text: str, tokens: Offsets) -> Document:
        read.append(len(tokens))
        return section(self, text, tokens)

    monkeypatch.setattr(reader.Reader, "_section", counted)
    assert len(parse("Rain fell. " * (words // 3) + "It " * (words % 3))) == words
    assert len(read) == sections
