"""Entities of a page: mentions joined, roles beside names, types settled, nothing joined that differs."""

import numpy as np
import pytest

import copydesk
from copydesk.language import Document, Name, parse, words
from copydesk.reading.entities import find_entities


def document(
    text: str, *names: tuple[str, str], arcs: tuple[tuple[str, str, str], ...] = (), nouns: str = ""
) -> Document:
    """A document in which the given names are found, wherever they stand; arcs are (word, head, label) by word."""
    tokens = words(text)
    surface = [text[s:e] for s, e in tokens.tolist()]
    found = []
    for name, kind in names:
        at = text.find(name)
        while at >= 0:
            inside = [i for i, (s, e) in enumerate(tokens.tolist()) if s >= at and e <= at + len(name)]
            if not any(n.start <= inside[0] < n.end for n in found):
                found.append(Name(inside[0], inside[-1] + 1, kind, 0.9))
            at = text.find(name, at + 1)
    heads, labels = np.arange(len(tokens), dtype=np.int32), ["root"] * len(tokens)
    for word, head, label in arcs:
        heads[surface.index(word)], labels[surface.index(word)] = surface.index(head), label
    tags = tuple("NOUN" if w in nouns.split() else "PROPN" if w[0].isupper() else "VERB" for w in surface)
    return Document(
        text=text, tokens=tokens, tags=tags, heads=heads, labels=tuple(labels), names=tuple(sorted(found)),
        sentences=np.array([[0, len(tokens)]], dtype=np.int32),
    )  # fmt: skip


def test_family_names_join_full_names_whatever_the_order() -> None:
    d = document(
        "Stoltenberg spoke. Jens Stoltenberg left. Mr. Stoltenberg slept. Ann Stolten waved.",
        ("Jens Stoltenberg", "PERSON"),
        ("Mr. Stoltenberg", "PERSON"),
        ("Ann Stolten", "PERSON"),
        ("Stoltenberg", "PERSON"),
    )
    first, second = find_entities(d)
    assert (first.name, first.variants) == ("Jens Stoltenberg", ("Stoltenberg", "Mr. Stoltenberg"))
    assert second.name == "Ann Stolten"
    assert [d.text[slice(*m)] for m in first.mentions] == ["Stoltenberg", "Jens Stoltenberg", "Mr. Stoltenberg"]


def test_a_caption_that_repeats_a_surname_makes_no_longer_name() -> None:
    found = find_entities(document("Sen. Rand Paul Paul speaks to reporters.", ("Rand Paul Paul", "PERSON")))
    assert [entity.name for entity in found] == ["Rand Paul"]


def test_a_leaving_with_a_coined_name_is_an_event() -> None:
    text = "Brexit dominated the vote in Exeter."
    assert [(e.name, e.type) for e in find_entities(document(text, ("Brexit", "ORG")))] == [("Brexit", "EVENT")]


def test_a_family_name_of_two_people_is_neither_where_nothing_tells() -> None:
    text = "Bill Clinton met Hillary Clinton. Clinton spoke."
    d = document(text, ("Bill Clinton", "PERSON"), ("Hillary Clinton", "PERSON"), ("Clinton", "PERSON"))
    assert [(e.name, len(e.mentions)) for e in find_entities(d)] == [
        ("Bill Clinton", 1),
        ("Hillary Clinton", 1),
        ("Clinton", 1),
    ]


def test_a_given_name_with_one_wrong_letter_is_the_same_person() -> None:
    pairs = {
        "Vladamir": "Vladimir", "Vladimr": "Vladimir", "Vladiimir": "Vladimir",
    }  # fmt: skip
    for wrong, right in pairs.items():
        d = document(
            f"{right} Orlov came. {wrong} Orlov left.", (f"{right} Orlov", "PERSON"), (f"{wrong} Orlov", "PERSON")
        )
        assert len(find_entities(d)) == 1, wrong


@pytest.mark.parametrize(
    ("one", "other"), [("Mario", "Maria"), ("Carla", "Clara"), ("Marcus", "Markos"), ("Daniel", "Daniela")]
)
def test_given_names_that_are_two_names_are_two_people(one: str, other: str) -> None:
    d = document(f"{one} Orlov came. {other} Orlov left.", (f"{one} Orlov", "PERSON"), (f"{other} Orlov", "PERSON"))
    assert len(find_entities(d)) == 2


def test_a_family_name_beside_a_full_one_is_another_of_the_family() -> None:
    text = "President Marsh and First Lady Ada Marsh came. Marsh spoke."
    d = document(text, ("Ada Marsh", "PERSON"), ("Marsh", "PERSON"))
    assert [(e.name, len(e.mentions)) for e in find_entities(d)] == [("Marsh", 2), ("Ada Marsh", 1)]
    alone = document(
        "Ada Marsh came. Marsh and Tom Lee spoke.", ("Ada Marsh", "PERSON"), ("Marsh", "PERSON"), ("Tom Lee", "PERSON")
    )
    assert [(e.name, len(e.mentions)) for e in find_entities(alone)] == [("Ada Marsh", 2), ("Tom Lee", 1)]


def test_a_family_name_of_two_people_is_the_one_whom_the_page_is_about() -> None:
    text = "Ana Ruiz ran. Ana lost, said her son Per Ruiz. Ruiz spoke."
    names = ("Ana Ruiz", "PERSON"), ("Ana", "PERSON"), ("Per Ruiz", "PERSON"), ("Ruiz", "PERSON")
    found = find_entities(document(text, *names))
    assert [(e.name, len(e.mentions)) for e in found] == [("Ana Ruiz", 3), ("Per Ruiz", 1)]


def test_initials_join_organizations() -> None:
    d = document(
        "The World Health Organization met. WHO agreed. The World Bank did not.",
        ("World Health Organization", "ORG"), ("WHO", "ORG"), ("World Bank", "ORG"),
    )  # fmt: skip
    assert [(e.name, len(e.mentions)) for e in find_entities(d)] == [
        ("World Health Organization", 2),
        ("World Bank", 1),
    ]


def test_spellings_of_one_city_are_one_entity_with_its_place() -> None:
    d = document(
        "Kyiv in Ukraine was calm. Kiev slept. Kyiv woke.", ("Kyiv", "PLACE"), ("Kiev", "PLACE"), ("Ukraine", "PLACE")
    )
    kyiv, ukraine = find_entities(d)
    assert (kyiv.name, kyiv.variants, len(kyiv.mentions)) == ("Kyiv", ("Kiev",), 3)
    assert kyiv.place is not None
    assert (kyiv.place.country, kyiv.place.geonames, round(kyiv.place.latitude or 0)) == ("UA", 703448, 50)
    assert ukraine.place is not None
    assert ukraine.place.country == "UA"


def test_role_before_the_name_and_after_it() -> None:
    arcs = (("President", "Maria", "nmod:desc"),)
    before = document("President Maria Okello spoke.", ("Maria Okello", "PERSON"), arcs=arcs)
    assert find_entities(before)[0].role == "President"
    arcs = (("the", "mayor", "det"), ("town", "mayor", "compound"), ("mayor", "Maria", "appos"))
    after = document("Maria Okello, the town mayor, spoke.", ("Maria Okello", "PERSON"), arcs=arcs, nouns="town mayor")
    assert find_entities(after)[0].role == "town mayor"


def test_owner_marks_are_no_part_of_a_name_and_one_name_has_one_type() -> None:
    d = document("Orban's plan. Orban won. Orban lost.", ("Orban's", "PERSON"), ("Orban", "PERSON"))
    (entity,) = find_entities(d)
    assert (entity.name, len(entity.mentions), entity.variants) == ("Orban", 3, ())


def test_other_names_are_events_or_works_or_left_out() -> None:
    d = document(
        "The World Cup, the Criminal Code, Covid.", ("World Cup", "MISC"), ("Criminal Code", "MISC"), ("Covid", "MISC")
    )
    assert [(e.type, e.name) for e in find_entities(d)] == [("EVENT", "World Cup"), ("WORK", "Criminal Code")]


def test_short_forms_of_persons_and_organizations() -> None:
    d = document(
        "Jens Otto Harry Jespersen wrote. Otto Jespersen read. The Library of Congress met. Congress left.",
        ("Jens Otto Harry Jespersen", "PERSON"), ("Otto Jespersen", "PERSON"),
        ("Library of Congress", "ORG"), ("Congress", "ORG"),
    )  # fmt: skip
    assert [(e.name, len(e.mentions)) for e in find_entities(d)] == [
        ("Jens Otto Harry Jespersen", 2),
        ("Library of Congress", 1),
        ("Congress", 1),
    ]


@pytest.mark.parametrize("kind", ["PERSON", "ORG", "PLACE", "NORP"])
def test_thousands_of_names_are_joined_in_bounded_time(kind: str) -> None:
    n = 2_500
    text = "".join(f"A{i} B{i}. " for i in range(n))
    tokens = words(text)
    names = tuple(Name(3 * i, 3 * i + 2, kind, 0.9) for i in range(n))
    d = Document(
        text=text, tokens=tokens, tags=("PROPN",) * len(tokens), heads=np.arange(len(tokens), dtype=np.int32),
        labels=("root",) * len(tokens), names=names, sentences=np.array([[0, len(tokens)]], dtype=np.int32),
    )  # fmt: skip
    assert len(find_entities(d)) == n  # quadratic joining would take minutes


def test_no_names_no_entities() -> None:
    assert find_entities(Document(text="")) == ()


def test_initials_that_the_map_does_not_know_are_no_place_and_small_letters_no_name():
    found = find_entities(parse("He was sentenced for lying to the F.B.I. about anti-democratic groups in Boston."))
    assert {entity.name: entity.type for entity in found}.get("F.B.I.") in (None, "ORG")
    assert not any(entity.name.islower() for entity in found)


def test_initials_without_their_last_point_are_the_same_name():
    record = copydesk.read_text("The U.S President Ann Moss met allies. The U.S. sent ships, she said.")
    (country,) = [entity for entity in record.entities if entity.name.startswith("U.S")]
    assert country.name == "U.S."
    assert country.place is not None
    assert country.place.country == "US"


def test_of_whom_the_page_says_which_is_no_person() -> None:
    text = "Fjordlink, which runs the ferry, said so. Fjordlink paid. Berg, who left, came."
    found = find_entities(document(text, ("Fjordlink", "PERSON"), ("Berg", "PERSON")))
    assert [(e.name, e.type) for e in found] == [("Fjordlink", "ORG"), ("Berg", "PERSON")]


@pytest.mark.parametrize(("between", "apart"), [(6, True), (7, False)])
def test_a_family_name_six_words_from_a_full_one_is_another_of_the_family(between: int, apart: bool) -> None:
    text = f"Marsh and {'very ' * (between - 1)}Ada Marsh came."
    assert (len(find_entities(document(text, ("Ada Marsh", "PERSON"), ("Marsh", "PERSON")))) == 2) is apart


def test_a_title_of_one_gender_is_not_of_who_has_a_given_name_of_the_other() -> None:
    names = ("Michelle Marsh", "PERSON"), ("Marsh", "PERSON")
    text = "Mr. Marsh spoke. Michelle Marsh left. Marsh slept."
    assert [(e.name, len(e.mentions)) for e in find_entities(document(text, *names))] == [
        ("Marsh", 2),
        ("Michelle Marsh", 1),
    ]
    for same in ("Mrs. Marsh spoke. Michelle Marsh left.", "Dr. Marsh spoke. Michelle Marsh left."):
        assert [e.name for e in find_entities(document(same, *names))] == ["Michelle Marsh"]


def test_a_press_secretary_s_press_is_not_in_the_name_before_it() -> None:
    text = "White House Press Secretary Jo Holt spoke. The White House agreed. The Varda Press agreed."
    d = document(text, ("White House Press", "ORG"), ("White House", "ORG"), ("Varda Press", "ORG"))
    assert [(e.name, len(e.mentions)) for e in find_entities(d)] == [("White House", 2), ("Varda Press", 1)]
