"""What brings pages together, and what of a page is kept for it: just under, at and over each bound."""

import numpy as np
import pytest

from copydesk.copies import stories
from copydesk.copies.copy_page import page_of
from copydesk.copies.families import Relations
from copydesk.copies.pairing.alignment_measures import AlignedPair, Measures
from copydesk.copies.pairing.kept_pairs import AlignedPairs
from copydesk.copies.passages import find_passages
from copydesk.copies.search import near
from copydesk.copies.search.candidates import standing
from copydesk.copies.search.index import Index, weightiest
from copydesk.copies.search.near import Neighbourhood, SharedShingles, neighbours
from copydesk.copies.search.postings import Postings, packed
from copydesk.copies.search.prints import fingerprint
from copydesk.copies.stories import _likeness, stories_of
from copydesk.copies.texts.align import SentenceMatch
from copydesk.copies.texts.boilerplate import kept_sentences
from copydesk.copies.texts.origin import origin_of
from copydesk.copies.texts.recurring import recurring
from copydesk.copies.texts.text import quotations, text_of
from copydesk.english.sentences import split_sentences
from copydesk.records import Record


def words(count, start=0):
    return [f"w{chr(97 + n // 26 % 26)}{chr(97 + n % 26)}{chr(97 + n // 676)}" for n in range(start, start + count)]


# What is kept of a text.


def prints(text):
    found = fingerprint([text])
    return set(found.shingles.tolist()), set(found.facts.tolist())


@pytest.mark.parametrize(("count", "shared"), [(4, False), (5, True), (6, True)])
def test_a_short_text_is_known_again_by_five_words_in_a_row(count, shared):
    one, other = (prints(" ".join(words(count))), prints(" ".join(words(count))))
    assert bool(one[0] & other[0]) is shared


def test_any_28_words_in_a_row_that_two_texts_share_are_seen():
    passage = words(28)
    texts = [" ".join([*words(start, 2000), *passage, *words(60, 3000)]) for start in range(40)]
    found = fingerprint([" ".join(passage), *texts])
    own = set(found.shingles[found.shingle_texts == 0].tolist())
    assert all(own & set(found.shingles[found.shingle_texts == n].tolist()) for n in range(1, 41))


@pytest.mark.parametrize(("count", "kept"), [(95, 95), (96, 96), (97, 96)])
def test_of_a_text_96_facts_are_kept(count, kept):
    names = ", so ".join(f"X{word}" for word in words(count))
    assert len(prints(names)[1]) == kept


@pytest.mark.parametrize(("one", "other", "same"), [("abcdefgh", "abcdefgx", True), ("abcdefg", "abcdefx", False)])
def test_words_are_compared_by_seven_letters(one, other, same):
    assert (prints(f"{one} a b c d")[0] == prints(f"{other} a b c d")[0]) is same


@pytest.mark.parametrize(("word", "fact"), [("abcdef", False), ("abcdefg", True)])
def test_a_word_of_seven_letters_is_a_fact(word, fact):
    assert bool(prints(f"a {word} b")[1]) is fact


@pytest.mark.parametrize(("before", "seen"), [(99_995, True), (99_996, False)])
def test_a_hundred_thousand_characters_are_looked_at(before, seen):
    assert bool(prints(" " * before + "12345 then")[1] & prints("12345")[1]) is seen


# Who is brought together.


@pytest.mark.parametrize(
    ("holders", "fact", "shingle"),
    [
        (64, 64, 64), (65, 63, 65), (128, 32, 128), (129, 31, 127), (4096, 1, 4), (4097, 0, 3), (8192, 0, 2),
        (99_999, 0, 2),
    ],
)  # fmt: skip
def test_the_more_pages_hold_a_hash_the_fewer_stand_for_all(holders, fact, shingle):
    buckets = np.array([1 << 40, 0], np.uint64)
    assert standing(buckets, np.array([holders, holders])).tolist() == [fact, shingle]


@pytest.mark.parametrize(("share", "found"), [(0.179, 0), (0.18, 1), (0.181, 1)])
def test_pages_are_neighbours_from_a_likeness_of_18_in_a_hundred(share, found, monkeypatch):
    table = np.array([[1, share], [share, 1]], np.float32)
    monkeypatch.setattr(near, "nearness", lambda *_: table.astype(np.float64))
    assert len(neighbours(["a", "b"], None)[0]) == found
    assert len(SharedShingles.of(table.astype(np.float64)).first) == found


@pytest.mark.parametrize(("strong", "groups"), [(0.224, 3), (0.226, 2)])
def test_a_neighbourhood_that_is_too_large_is_split_over_pairs_a_quarter_nearer(strong, groups, monkeypatch):
    monkeypatch.setattr(near, "WHOLE", 2)
    assert len(near.split([0, 1, 2], [(strong, 0, 1), (0.19, 1, 2)])) == groups


@pytest.mark.parametrize(("pages", "given"), [(127, 127), (128, 128), (129, 128)])
def test_of_many_pages_that_hold_a_hash_128_are_given(pages, given):
    postings = Postings()
    postings.add(packed(np.full(pages, 7, np.uint64), np.arange(pages)))
    _, keys = postings.find(packed(np.array([7], np.uint64), np.array([9999])))
    assert keys.tolist() == list(range(given))


@pytest.mark.parametrize(("pages", "given"), [(499, 499), (500, 500), (501, 500)])
def test_a_page_that_stands_for_all_is_put_beside_five_hundred(pages, given):
    postings = Postings()
    postings.add(packed(np.full(pages, 7, np.uint64), np.arange(5, pages + 5)))
    _, keys = postings.find(packed(np.array([7], np.uint64), np.array([0])))
    assert len(keys) == given


@pytest.mark.parametrize(("facts", "looked"), [(31, 31), (32, 32), (33, 32)])
def test_a_page_is_looked_up_by_its_32_weightiest_facts(facts, looked):
    assert len(weightiest(np.zeros(facts, np.int64), np.arange(facts, dtype=np.float64))) == looked


# What of a text is read.


@pytest.mark.parametrize(("count", "size", "cut"), [(399, 399, False), (400, 400, False), (401, 400, True)])
def test_four_hundred_sentences_of_a_text_are_compared(count, size, cut):
    text = " ".join(f"Rain fell on {word}." for word in words(count))
    found = text_of(Record(id="r", text=text))
    assert (found.size, found.cut) == (size, cut)


@pytest.mark.parametrize(("count", "size"), [(249, 249), (250, 250), (251, 250)])
def test_250_words_of_a_sentence_are_compared(count, size):
    assert text_of(Record(id="r", text=" ".join(words(count)) + ".")).words == size


@pytest.mark.parametrize(("before", "words_"), [(199_991, 2), (199_994, 2), (199_995, 1)])
def test_two_hundred_thousand_characters_of_a_text_are_compared(before, words_):
    text = " " * before + "rain fell"
    assert text_of(Record(id="r", text=text)).words == words_
    assert bool(quotations(" " * (before + 5) + "“so”")) is (before + 9 <= 200_000)


@pytest.mark.parametrize(("count", "runs"), [(3, 0), (4, 1), (5, 2)])
def test_a_verbatim_run_has_four_words(count, runs):
    assert len(text_of(Record(id="r", text=" ".join(words(count)))).runs()) == runs


@pytest.mark.parametrize(("start", "found"), [(592, True), (593, False)])
def test_a_byline_that_tells_a_reporter_stands_in_six_hundred_characters(start, found):
    assert origin_of(Record(id="r", text="x" * (start - 1) + "\nBy Ann Holm\n\nRain fell.")).reporters is found


@pytest.mark.parametrize(("start", "left_out"), [(49_992, True), (49_993, False)])
def test_scripts_are_looked_for_in_fifty_thousand_characters(start, left_out):
    story = "Rain fell there. " * 20
    text = story + " " * (start - len(story) - 1) + "\nwindow._x 1."
    spans = split_sentences(text)
    assert (len(kept_sentences(Record(id="r", text=text), spans)) < len(spans)) is left_out


@pytest.mark.parametrize(("pages", "found"), [(40, True), (41, True)])
def test_of_a_sentence_on_many_pages_the_likeness_of_forty_is_looked_at(pages, found):
    own = [page_of(Record(id=f"p{n}", text=f"Nobody saw {word}. Call us now.")) for n, word in enumerate(words(pages))]
    table = np.full((pages, pages), 0.349, np.float32)
    table[40:] = table[:, 40:] = 1.0
    np.fill_diagonal(table, 1)
    assert bool(recurring(own, table)) is found
    table[39] = table[:, 39] = 1.0
    assert not recurring(own, table)


# Passages.


def passages(traced, similarity=0.9, length=8, other_story=False):
    sentence = " ".join(["Then", "Karlo", *["so"] * (length - 2)]) + "."
    pages = {name: traced(name, sentence, house=name.upper(), day=f"2023-02-0{n}") for n, name in enumerate("ab", 1)}
    pairs = AlignedPairs(["a", "b"], np.array([0]), np.array([1]))
    pairs.keep(0, AlignedPair((SentenceMatch((0,), (0,), similarity, True),), Measures()))
    story = {"b": pages["b"]} if other_story else pages
    return list(find_passages(story, pages, Relations(pairs, (), (("a",), ("b",))), {}))


@pytest.mark.parametrize(("similarity", "other", "found"), [
    (0.599, False, 0), (0.6, False, 1), (0.61, False, 1), (0.799, True, 0), (0.8, True, 1), (0.81, True, 1),
])  # fmt: skip
def test_sentences_that_are_a_passage_are_alike_and_more_so_where_they_are_of_two_stories(
    traced, similarity, other, found
):
    assert len(passages(traced, similarity, other_story=other)) == found


@pytest.mark.parametrize(("length", "found"), [(7, 0), (8, 1), (9, 1)])
def test_a_sentence_that_is_a_passage_has_eight_words(traced, length, found):
    assert len(passages(traced, length=length)) == found


@pytest.mark.parametrize(("takers", "listed"), [(199, 199), (200, 200), (201, 200)])
def test_two_hundred_passages_of_a_story_are_listed(traced, takers, listed):
    sentence = "Then Karlo so so so so so so."
    names = ["a", *(f"b{n:03}" for n in range(takers))]
    first = traced("a", sentence, house="A", day="2023-02-01")
    pages = {name: first if name == "a" else traced(name, sentence, house=name, day="2023-02-02") for name in names}
    pairs = AlignedPairs(names, np.zeros(takers, np.int64), np.arange(1, takers + 1))
    for n in range(takers):
        pairs.keep(n, AlignedPair((SentenceMatch((0,), (0,), 0.9, True),), Measures()))
    families = tuple((name,) for name in names)
    assert len(list(find_passages(pages, pages, Relations(pairs, (), families), {}))) == listed


# Events.


@pytest.mark.parametrize(("days", "alike"), [(3, True), (4, True), (5, False)])
def test_reports_of_one_event_are_four_days_apart(traced, days, alike):
    pages = [traced("a", "Rain fell.", day="2023-02-01"), traced("b", "Rain fell.", day=f"2023-02-{days + 1:02}")]
    assert bool(_likeness(pages, np.ones((2, 2), np.float32))[0, 1]) is alike


@pytest.mark.parametrize(("alike", "stories_"), [(0.189, 2), (0.191, 1)])
def test_pages_tell_of_one_event_from_a_mean_likeness_of_19_in_a_hundred(traced, monkeypatch, alike, stories_):
    pages = [traced("a", "Rain fell."), traced("b", "Snow fell.")]
    table = np.array([[1, alike], [alike, 1]], np.float32)
    monkeypatch.setattr(stories, "_likeness", lambda *_: table)
    near_ = Neighbourhood([0, 1], table, SharedShingles.of(np.zeros((2, 2), np.float32)))
    assert len(list(stories_of(pages, near_, stories.aligned))) == stories_


@pytest.mark.parametrize(("one", "other", "likeness"), [("en", "fr", 0.26), ("en", "en", 0.1), ("en", None, 0.1)])
def test_facts_count_three_tenths_more_where_the_words_are_of_two_languages(traced, one, other, likeness):
    pages = [traced("a", "Rain", language=one), traced("b", "Pluie", language=other)]
    table = np.array([[1, 0.2], [0.2, 1]], np.float32)
    assert _likeness(pages, table)[0, 1] == pytest.approx(likeness)


# What an index finds.


def candidates(one, other):
    index = Index()
    index.add(Record(id="one", text=" ".join(one)))
    return index.add(Record(id="other", text=" ".join(other)))


def test_a_page_that_holds_one_shingle_is_found():
    (found,) = candidates("we saw it go by".split(), "We saw it go by.".split())
    assert (found.shingles, found.facts) == (1, 0.0)


@pytest.mark.parametrize(("facts", "found"), [(16, True), (18, False)])
def test_a_page_that_holds_six_hundredths_of_the_facts_is_found(facts, found):
    names = [f"{word}qxzv" for word in words(40)]
    assert bool(candidates(names[:1], names[:facts])) is found
