"""Both halves of a quotation that its cue breaks are one source's."""

import pytest

from copydesk.language import parse
from copydesk.reading.attributions.drafts import Draft
from copydesk.reading.attributions.halves import with_halves
from copydesk.reading.attributions.verb_grammar import Grammar


def spans(text: str, *words: str) -> tuple[tuple[int, int], ...]:
    return tuple((text.index(word), text.index(word) + len(word)) for word in words)


def test_the_far_half_is_taken_from_a_cue_without_a_source() -> None:
    text = "“If they stay,” said Ana Ruiz, when asked about the strike, “we stay.”"
    near, far = spans(text, "“If they stay,”", "“we stay.”")
    ruiz = Draft(spans(text, "Ana Ruiz"), spans(text, "said"), (near,))
    asked = Draft((), spans(text, "asked"), (*spans(text, "about the strike"), far))
    assert with_halves(text, [ruiz, asked], (near, far)) == [
        ruiz._replace(content=(near, far)),
        asked._replace(content=spans(text, "about the strike")),
    ]


def test_the_near_half_is_taken_from_the_speaker_before() -> None:
    text = "“Look,” Hale said. “I know it.” “They want money,” she said, “and they want it now.”"
    look, know, near, far = spans(text, "“Look,”", "“I know it.”", "“They want money,”", "“and they want it now.”")
    hale = Draft(spans(text, "Hale"), spans(text, "said"), (look, (know[0], near[1])))
    she = Draft(spans(text, "she"), ((text.index("she said") + 4, text.index("she said") + 8),), (far,))
    assert with_halves(text, [hale, she], (look, know, near, far)) == [
        hale._replace(content=(look, know)),
        she._replace(content=(near, far)),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "He called it “a mess,” and she called it “a mistake.”",
        "He called it “a mess,” she said. It was “a mistake.”",
        "He called it “a mess.” She said “a mistake.”",
    ],
)
def test_two_quotations_of_two_sayings_stay_two(text: str) -> None:
    one, other = spans(text, "“a mess," if "mess," in text else "“a mess.", "“a mistake.")
    one, other = (one[0], one[1] + 1), (other[0], other[1] + 1)
    she = Draft(spans(text.lower(), "she"), spans(text, "said" if "said" in text else "she called"), (other,))
    he = Draft(spans(text, "He"), spans(text, "called"), (one,))
    assert with_halves(text, [he, she], (one, other)) == [he, she]


@pytest.mark.parametrize(("length", "joined"), [(200, True), (201, False)])
def test_halves_stand_two_hundred_characters_apart_at_most(length: int, joined: bool) -> None:
    between = " said Ana Ruiz " + "x" * (length - 16) + " "
    text = f"“If they stay,”{between}“we stay.”"
    near, far = spans(text, "“If they stay,”", "“we stay.”")
    ruiz = Draft(spans(text, "Ana Ruiz"), spans(text, "said"), (near,))
    assert (with_halves(text, [ruiz], (near, far))[0].content == (near, far)) is joined


def test_a_participle_between_the_halves_is_not_their_cue() -> None:
    text = "“Each time you say that,” Ruiz said, referring to the old excuse, “you help those who want it gone.”"
    near, far = spans(text, "“Each time you say that,”", "“you help those who want it gone.”")
    said = Draft(spans(text, "Ruiz"), spans(text, "said"), (near,))
    referring = Draft(spans(text, "Ruiz"), spans(text, "referring to"), ((text.index("the old"), far[1]),))
    assert with_halves(text, [said, referring], (near, far), Grammar(parse(text))) == [
        said._replace(content=(near, far)),
        referring._replace(content=spans(text, "the old excuse,")),
    ]


def test_a_quotation_that_a_participle_governs_is_no_half() -> None:
    text = "“It was never worse,” Ruiz said, blaming “years of foolish plans.”"
    near, far = spans(text, "“It was never worse,”", "“years of foolish plans.”")
    drafts = [
        Draft(spans(text, "Ruiz"), spans(text, "said"), (near,)),
        Draft(spans(text, "Ruiz"), spans(text, "blaming"), (far,)),
    ]
    assert with_halves(text, drafts, (near, far), Grammar(parse(text))) == drafts
