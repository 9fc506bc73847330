import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.english.sentences import split_sentences
from copydesk.reading.defects import find_defects

CLEAN = """The harbour board will close the north pier on Monday, officials said, after divers found cracks in it.

“I would rather lose a summer than a life,” said Ada Moss, who chairs the board. “My own boat is moored there.”

The board had been warned twice before, according to a report that the mayor released last week. The pier was built in
the reign of Edward I and rebuilt after World War I. It is used by about 400 boats.

Fishermen said they had not been asked. “We were told on the radio,” one of them said."""


def defects(text, names=()):
    paragraphs = [match.span() for match in re.finditer(r"[^\n]+(?:\n[^\n]+)*", text)]
    found = find_defects(text, paragraphs, split_sentences(text, paragraphs), names)
    return [(defect.kind, text[slice(*defect.span)]) for defect in found]


def broken(addition, names=()):
    return defects(f"{CLEAN}\n\n{addition}", names)


def test_a_clean_story_has_none():
    assert defects(CLEAN, ("Ada Moss", "Port Ellen")) == []


def test_empty_text():
    assert find_defects("", (), ()) == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The board met on July 11-12. until. It will meet again.", ("stray-fragment", "until.")),
        (
            "The mayor supports the plan. It will be paid for by the",
            ("truncated-sentence", "It will be paid for by the"),
        ),
        ("He gave the report to the.", ("truncated-sentence", "He gave the report to the.")),
        (
            "Nobody spoke. The divers who had gone down twice on Sunday came up without an answer",
            ("truncated-sentence", "The divers who had gone down twice on Sunday came up without an answer"),
        ),
        (
            "The board is poor. I want to avoid any further delay.",
            ("first-person-leak", "I want to avoid any further delay."),
        ),
        ("The mayor read the the report.", ("repeated-text", "the the")),
        ("It is used by about 400 boats.", None),
        (
            "The board had been warned twice before, according to a report that the mayor released last week.",
            (
                "repeated-text",
                "The board had been warned twice before, according to a report that the mayor released last week.",
            ),
        ),
        ("The mayorâ€™s office was shut.", ("encoding", "â€™")),
        ("The cafÃ© was shut.", ("encoding", "Ã©")),
        ("The caf� was shut.", ("encoding", "�")),
        ("Moss &amp; Sons was shut.", ("encoding", "&amp;")),
        ("The mayor didn?t answer.", ("encoding", "didn?t")),
        ("They flew from Kiev on Monday. They will fly to Kyiv and Kyiv again.", ("mixed-spelling", "Kiev")),
        (
            "Omar Khaldoun spoke first. Two hours later Khaldun left, and Khaldun did not return.",
            ("mixed-spelling", "Khaldoun"),
        ),
        (
            "Jan Bergstromm spoke, then Lena Halvorsen spoke. Halvorsen left. Hallvorsem did not.",
            None,
        ),
        ("Lena Halvorsen spoke. Halvorsen left. Then Halvosren came.", ("name-mismatch", "Halvosren")),
    ],
)
def test_one_defect(text, found):
    assert broken(text) == ([found] if found else [])


def test_a_name_on_the_masthead_is_compared():
    assert broken("Lorne Cook contributed to this report.", ("Lone Cook",)) == [("name-mismatch", "Lorne Cook")]
    assert broken("The train left Kiev at noon.", ("Kyiv, Ukraine",)) == [("mixed-spelling", "Kiev")]


@pytest.mark.parametrize(
    "text",
    [
        "The Bombay High Court sat in Mumbai.",
        "Myanmar, formerly Burma, sent two boats. Myanmar is far away.",
        "Hamid Hassan met Yusuf Hasan at the pier.",
        "Bin Laden hid there. Nobody knew where bin Laden slept.",
        "The senator spoke. Senators listened. Austrians went to Australia.",
        "It was a Level I emergency. Phase I of the works begins in May.",
        "“It is ours,” he said. ‘I was there,’ said another.",
        "He had had enough, and that that was so surprised nobody.",
        "The report is at https://example.org/reports?id=7&s=1",
        "Photo: Ada Moss",
        "What we know so far",
    ],
)
def test_what_is_no_defect(text):
    assert broken(text) == []


def test_a_column_in_the_first_person_leaks_nothing():
    text = (
        "I went to the pier. I saw the cracks. Nobody asked me why. My boat is old.\n\nThe board said nothing. I left."
    )
    assert defects(text) == []


def test_a_reporter_who_was_there_leaks_nothing():
    assert broken("“It is gone,” the fisherman told me on the pier.") == []


def test_a_passage_that_stands_twice_is_one_defect():
    passage = "The divers will go down again on Sunday if the weather lets them. Nobody pays them. They are volunteers."
    assert defects(f"{CLEAN}\n\n{passage}\n\n{passage}") == [("repeated-text", passage)]


def test_every_defect_explains_itself():
    text = f"{CLEAN}\n\nThe cafÃ© near Kiev and Kyiv. until. the the\n\nIt was meant as an"
    found = find_defects(text, (), split_sentences(text))
    assert {defect.kind for defect in found} >= {"encoding", "mixed-spelling", "stray-fragment", "truncated-sentence"}
    assert all(len(defect.note.split()) > 3 for defect in found)


def test_seed(shared):
    (seed,) = sorted((shared / "seeds").glob("*.txt"))[:1]
    text = seed.read_text()
    text = text[text.index("NATO Secretary") : text.index("Lone Cook reported")].strip()
    found = defects(text, ("Kyiv, Ukraine", "Lone Cook"))
    assert found == [
        ("mixed-spelling", "Kiev"),
        ("stray-fragment", "until."),
        ("first-person-leak", "I would like to avoid being dragged into"),
        ("truncated-sentence", "I would like to avoid being dragged into"),
    ]


@given(st.text(alphabet="AIk y.\n\"“”'’Ãâ€™\x80�&;amp", max_size=120))
def test_spans_lie_in_the_text(text):
    assert all(0 <= d.span[0] < d.span[1] <= len(text) for d in find_defects(text, (), split_sentences(text)))


@pytest.mark.parametrize(
    "text", ["Kyiv " * 20_000, "I " * 50_000, "Ã©" * 50_000, '"' * 50_000, "Aaaaaaab Bb. " * 5_000]
)
def test_hostile_text_is_bounded(text):
    assert len(find_defects(text, (), split_sentences(text))) <= 1000


LEAK = "The mayor opened the market. I never wanted this stall to be built here. She left at noon."


@pytest.mark.parametrize(
    "line",
    [
        "I never wanted this pier @harbourwatch at all, not one plank of it.",
        "I never wanted this pier. https://example.com/pier",
        "The minister who had come by train and stayed for two days went home without an answer #pier",
        "((Ada Moss)) I never wanted this pier, not one plank of it.",
        "Email me at the harbour office.",
    ],
)
def test_posts_and_interviews_are_no_running_prose(line):
    kinds = [kind for kind, _ in broken(line)]
    assert "first-person-leak" not in kinds
    assert "truncated-sentence" not in kinds


def test_what_stands_in_a_post_or_list_is_left_alone():
    text = f"{CLEAN}\n\n{LEAK}"
    paragraphs = [match.span() for match in re.finditer(r"[^\n]+(?:\n[^\n]+)*", text)]
    sentences = split_sentences(text, paragraphs)
    kinds = {defect.kind for defect in find_defects(text, paragraphs, sentences)}
    apart = {defect.kind for defect in find_defects(text, paragraphs, sentences, apart=[paragraphs[-1]])}
    opinion = {defect.kind for defect in find_defects(text, paragraphs, sentences, in_person=True)}
    assert "first-person-leak" in kinds
    assert "first-person-leak" not in apart | opinion


def test_a_lone_full_stop_is_a_stray_fragment():
    assert ("stray-fragment", ".") in broken("He faces up to ten years in prison. .")
    assert broken("He left the U.S. . . . and went home.") == []
