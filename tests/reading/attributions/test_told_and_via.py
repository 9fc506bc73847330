import pytest

from copydesk.language import parse
from copydesk.reading.attributions import find_attributions
from copydesk.reading.attributions.relays import find_cited
from copydesk.reading.attributions.verb_grammar import Grammar
from copydesk.reading.entities import find_entities
from copydesk.records import Attribution


def read(text: str) -> list[Attribution]:
    document = parse(text)
    return list(find_attributions(text, document=document, entities=find_entities(document)))


def words(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    return " … ".join(text[start:end] for start, end in spans)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ana Ruiz told Reuters that the pier was open.", "Reuters"),
        ("“The pier is open,” Ana Ruiz told reporters on Monday.", "reporters"),
        ("Ana Ruiz told parliament on Monday that the pier was open.", "parliament"),
        ("Ana Ruiz told the forum that the pier was open.", "the forum"),
        ("In a statement to the BBC, the bank said it was sorry.", "the BBC"),
        ("Ana Ruiz said in an interview with The Harbour Times that the pier was open.", "The Harbour Times"),
        ("Speaking to reporters in Paris, Ana Ruiz said the pier was open.", "reporters"),
        ("Ana Ruiz said that the pier was open.", None),
        ("Ana Ruiz told a long story about the pier.", None),
    ],
)
def test_who_was_told(text: str, told: str | None) -> None:
    found = [words(text, item.told.spans) for item in read(text) if item.told]
    assert found == ([told] if told else [])


@pytest.mark.parametrize(
    ("text", "source", "via"),
    [
        (
            "A lander touched down on the moon on Tuesday, Xinhua reported, citing the space agency.",
            "the space agency",
            "Xinhua",
        ),
        ("“We are safe,” Luo Wen was quoted by Xinhua as saying.", "Luo Wen", "Xinhua"),
        ("Broadcaster Landsutvarp quoted Ms Berg as saying that she had gone.", "Ms Berg", "Broadcaster Landsutvarp"),
        ("The bridge had cracks, according to a memo seen by Reuters.", "a memo seen by Reuters", "Reuters"),
        ("The company said it made a loss of 5 million, according to Reuters.", "The company", "Reuters"),
    ],
)
def test_through_whom_the_page_has_it(text: str, source: str, via: str) -> None:
    found = [(words(text, item.source.spans), words(text, item.via[0].spans)) for item in read(text) if item.via]
    assert [(who, through) for who, through in found if source.startswith(who)] == [(found[0][0], via)]


def test_what_stands_inside_another_s_saying_points_at_it() -> None:
    inner, outer = read("The company said it made a loss of 5 million, according to Reuters.")
    assert (inner.inside, outer.inside) == (outer.id, None)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Ana Ruiz said the pier was open.", "said"),
        ("Ana Ruiz believes the pier is open.", "thought"),
        ("A leaked memo showed that the pier was open.", "document"),
        ("The charity promotes freedom of the press.", "act"),
        ("The Kremlin declined to comment on the report.", "act"),
        ("Ana Ruiz did not say whether the pier was open.", "act"),
    ],
)
def test_which_act_it_is(text: str, act: str) -> None:
    assert {item.act for item in read(text)} <= {act}


@pytest.mark.parametrize(
    "text",
    [
        "The quake was felt over a wide area of the coast.",
        "The results were announced on Monday.",
        "The insurgency has threatened to become a wider war.",
        "The effect could be seen in the second seat to declare.",
    ],
)
def test_nobody_speaks_in_a_passive_without_a_speaker(text: str) -> None:
    assert [item for item in read(text) if item.act in ("said", "document")] == []


def test_a_name_that_no_table_has_can_be_told() -> None:
    text = "Trudo told Dawn Talk it was a sham."
    (found,) = find_attributions(text, document=parse(text))
    assert found.told is not None
    assert words(text, found.told.spans) == "Dawn Talk"


def test_whom_a_medium_cites_is_told_where_the_tree_hangs_the_words_elsewhere() -> None:
    text = "It was done by agents, the Times reported, citing a former official who spoke to it."
    grammar = Grammar(parse(text))
    citing, official = grammar.lower.index("citing"), grammar.lower.index("official")
    grammar.children[citing] = [word for word in grammar.children[citing] if word != official]
    found = find_cited(grammar, citing - 2, (citing - 4, citing - 2), len(grammar.words))
    assert found is not None
    assert grammar.words[found.first : found.last] == ["a", "former", "official"]
