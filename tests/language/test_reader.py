"""The shipped model at work: what it finds in plain sentences, and what holds for any text."""

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.errors import ModelError
from copydesk.language import MODEL, Document, load, parse, parse_many, reader

TEXT = (
    "OSLO — Norway’s government will not close the border, Prime Minister Kari Lund said on Tuesday. "
    "“We have no reason to,” she told reporters in Oslo.\n\n"
    "According to the police, two ships of the Nordic Fishing Company left the harbour."
)


def check(document: Document) -> None:
    """What must hold for any document."""
    n = len(document)
    assert len(document.tags) == len(document.labels) == len(document.heads) == len(document.role_scores) == n
    assert len(document.events) == len(document.factuality) == len(document.particular) == len(document.states) == n
    assert np.allclose(document.factuality.sum(axis=1), 1, atol=1e-3)
    for predicate, arguments in document.arguments.items():
        sentence = document.sentence_of(predicate)
        for head, score in arguments.values():
            assert document.sentence_of(head) == sentence
            assert 0 < score <= 1.0001
            first, last = document.phrase(head, predicate)
            assert first <= head < last
        assert len({argument.head for argument in arguments.values()}) == len(arguments)
    covered = [i for start, end in document.sentences.tolist() for i in range(start, end)]
    assert covered == list(range(n))
    for start, end in document.sentences.tolist():
        heads = document.heads[start:end]
        assert ((heads >= start) & (heads < end)).all()
        assert int((heads == np.arange(start, end)).sum()) == 1
    for runs in (document.names, document.sources, document.cues, document.contents):
        assert all(a.end <= b.start for a, b in pairwise(runs))
        assert all(0 <= run.start < run.end <= n and 0 <= run.score <= 1.0001 for run in runs)
    for links, others in ((document.source_links, document.sources), (document.content_links, document.contents)):
        assert all(-1 <= link.cue < len(document.cues) and -1 <= link.other < len(others) for link in links)
        assert all(link.score <= 1e-4 for link in links)


def test_grammar_names_and_roles_of_plain_news() -> None:
    d = parse(TEXT)
    check(d)
    words = d.words()
    said = words.index("said")
    assert d.labels[said] == "root"
    assert d.tags[said] == "VERB"
    assert words[d.heads[words.index("Lund")]] in ("Kari", "said")
    names = {(d.text[slice(*d.span(n.start, n.end))], n.type) for n in d.names}
    assert ("Kari Lund", "PERSON") in names
    assert ("Norway", "PLACE") in names
    assert "said" in {d.word(cue.start) for cue in d.cues}
    sources = {d.text[slice(*d.span(s.start, s.end))] for s in d.sources}
    assert "the police" in sources
    assert len(d.sentences) >= 3


def test_links_lead_from_cue_to_source_and_from_content_to_cue() -> None:
    d = parse(TEXT)
    cue = next(i for i, run in enumerate(d.cues) if d.word(run.start) == "According")
    best = next(link for link in d.source_links if link.cue == cue)
    assert d.word(d.sources[best.other].end - 1) == "police"


def test_happenings_and_their_arguments_as_whole_phrases() -> None:
    d = parse("On Monday police in Oslo arrested two men who had robbed a bank.")
    words = d.words()
    arrested, robbed = words.index("arrested"), words.index("robbed")

    def phrase(predicate: int, role: str) -> str:
        return d.text[slice(*d.span(*d.phrase(d.arguments[predicate][role].head, predicate)))]

    assert d.events[arrested] > 0.9 > 0.1 > d.events[words.index("Oslo")]
    assert d.factuality[arrested].argmax() == 2
    assert phrase(arrested, "ARG0") == "police in Oslo"
    assert phrase(arrested, "ARG1") == "two men who had robbed a bank"
    assert phrase(arrested, "ARGM-TMP") == "Monday"
    assert (phrase(robbed, "ARG0"), phrase(robbed, "ARG1")) == ("two men", "a bank")


def test_a_name_is_whole_where_a_place_is_part_of_it() -> None:
    d = parse("Officials of the Kinshasa Environment Ministry met the owners of Manchester United on Friday.")
    names = {(d.text[slice(*d.span(n.start, n.end))], n.type) for n in d.names}
    assert {("Kinshasa Environment Ministry", "ORG"), ("Manchester United", "ORG")} <= names


def test_no_name_goes_on_over_the_end_of_a_line() -> None:
    d = parse("Officials of the Kinshasa\nEnvironment Ministry met.")
    assert all("\n" not in d.text[slice(*d.span(n.start, n.end))] for n in d.names)
    assert d.names


def test_order_and_company_do_not_matter() -> None:
    texts = [TEXT, "Short.", TEXT * 8, ""]
    alone = [parse(text) for text in texts]
    for found, same in zip(reversed(list(parse_many(reversed(texts)))), alone, strict=True):
        assert found.tags == same.tags
        assert found.names == same.names
        assert np.array_equal(found.heads, same.heads)
        assert found.source_links == same.source_links
        assert found.arguments == same.arguments
        assert np.array_equal(found.states, same.states)


def test_long_texts_are_read_in_sections(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "SECTION", 60)
    d = parse(TEXT * 6)
    check(d)
    assert len(d.names) > 6


def test_known_words_and_sentences_are_kept() -> None:
    d = load().analyse(
        "a b c", np.array([[0, 1], [2, 3], [4, 5]], dtype=np.int32), np.array([[0, 1], [1, 3]], dtype=np.int32)
    )
    check(d)
    assert d.sentences.tolist() == [[0, 1], [1, 3]]


@settings(deadline=None, max_examples=30)
@given(st.text(max_size=400))
def test_any_text_is_read(text: str) -> None:
    check(parse(text))


def test_a_damaged_model_is_refused(tmp_path: Path) -> None:
    content = bytearray(MODEL.read_bytes())
    content[len(content) // 2] ^= 1
    (tmp_path / "model.cdm").write_bytes(content)
    with pytest.raises(ModelError, match="damaged"):
        load(tmp_path / "model.cdm")
