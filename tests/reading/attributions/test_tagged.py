import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.language import Document, Run, words
from copydesk.reading.attributions import find_attributions
from copydesk.records import Attribution, Record

ROLES = ("S", "Q", "C")


def document(text: str, roles: str, sure: float = 0.99) -> Document:
    """Return a document as a model would give it that sees these roles: one letter a word, capital where one begins.

    In its tree each source and content hangs from the nearest cue.
    """
    tokens = words(text)
    marks = roles.split()
    assert len(marks) == len(tokens), [text[s:e] for s, e in tokens]
    chances = np.zeros((len(tokens), 3, 3), dtype=np.float32)
    chances[:, :] = [sure, (1 - sure) / 2, (1 - sure) / 2]
    runs: dict[str, list[Run]] = {role: [] for role in ROLES}
    for i, mark in enumerate(marks):
        if mark.upper() in ROLES:
            column = ROLES.index(mark.upper())
            begins = mark.isupper()
            chances[i, column] = (1 - sure) / 2
            chances[i, column, 1 if begins else 2] = sure
            found = runs[mark.upper()]
            found[-1:] = [Run(i, i + 1, sure)] if begins and not found else [*found[-1:], Run(i, i + 1, sure)]
            if not begins:
                found[-2:] = [Run(found[-2].start, i + 1, sure)]
    n = len(tokens)
    heads, labels = np.arange(n, dtype=np.int32), ["root"] * n
    for role, label in (("S", "nsubj"), ("C", "ccomp")):
        for run in runs[role] if runs["Q"] else ():
            heads[run.start : run.end] = run.start
            heads[run.start] = min((cue.start for cue in runs["Q"]), key=lambda at: abs(at - run.start))
            labels[run.start : run.end] = [label, *["dep"] * (run.end - run.start - 1)]
    return Document(
        text=text,
        tokens=tokens,
        sentences=np.array([[0, n]], dtype=np.int32),
        tags=("X",) * n,
        heads=heads,
        labels=tuple(labels),
        sources=tuple(runs["S"]),
        cues=tuple(runs["Q"]),
        contents=tuple(runs["C"]),
        role_scores=1 - chances[:, :, 0],
        role_marks=np.log(chances),
    )


def texts(text: str, found: tuple[Attribution, ...]) -> list[tuple[str, str, str]]:
    record = Record(id="r", text=text)
    return [
        (record.words(*item.source.spans), record.words(*item.cue.spans), record.words(*item.content.spans))
        for item in found
    ]


def test_roles_of_a_sentence_become_one_attribution() -> None:
    text = "Ana Ruiz said that the old pier is open ."
    found = find_attributions(text, document=document(text, "S s Q C c c c c c -"))
    assert texts(text, found) == [("Ana Ruiz", "said", "that the old pier is open")]
    assert (found[0].source.kind, found[0].content.speech, found[0].cue.lemma) == ("named-person", "indirect", "say")


def test_each_cue_takes_its_own_source_and_content() -> None:
    text = "Ana said the pier is open . Ben denied that it is safe ."
    found = find_attributions(text, document=document(text, "S Q C c c c - S Q C c c c -"))
    assert texts(text, found) == [("Ana", "said", "the pier is open"), ("Ben", "denied", "that it is safe")]
    assert [item.cue.stance for item in found] == ["neutral", "deny"]


def test_speech_before_and_after_its_cue_is_one_content() -> None:
    text = "“It is open,” Ana said. “We looked twice.”"
    found = find_attributions(text, document=document(text, "C c c c c c S Q - C c c c c c"))
    assert texts(text, found) == [("Ana", "said", "“It is open,” … “We looked twice.”")]
    assert found[0].content.speech == "direct"


def test_a_document_without_roles_claims_nothing() -> None:
    text = "Ana said the pier is open ."
    assert find_attributions(text, document=document(text, "- - - - - - -")) == ()
    assert find_attributions("", document=Document(text="")) == ()


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_roles_give_spans_of_words_and_contents_used_once(data: st.DataObject) -> None:
    parts = data.draw(st.lists(st.sampled_from(["Ana", "said", "“", "”", ",", ".", "pier", "'s", "\n\n"]), min_size=1))
    text = " ".join(parts)
    tokens = words(text)
    n = len(tokens)
    logs = np.array(data.draw(st.lists(st.integers(-6, 0), min_size=9 * n, max_size=9 * n)), dtype=np.float32)
    chances = np.exp(logs.reshape(n, 3, 3))
    chances /= chances.sum(axis=-1, keepdims=True)
    seen = Document(
        text=text,
        tokens=tokens,
        sentences=np.array([[0, n]], dtype=np.int32),
        tags=("NOUN",) * n,
        heads=np.array(data.draw(st.lists(st.integers(0, max(0, n - 1)), min_size=n, max_size=n)), dtype=np.int32),
        labels=("dep",) * n,
        role_scores=1 - chances[:, :, 0],
        role_marks=np.log(chances),
    )
    used = [span for item in find_attributions(text, document=seen) for span in item.content.spans]
    assert all(0 <= start < end <= len(text) for start, end in used)
    assert len(used) == len(set(used))


def test_a_long_text_is_read_to_its_end() -> None:
    text = "Ana said the pier is open . " * 400
    found = find_attributions(text, document=document(text, "S Q C c c c - " * 400))
    assert len(found) == 400
    assert found[-1].content.spans[0][1] > len(text) - 10
