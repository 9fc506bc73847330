"""Datelines as names: place, what it lies in and agency, whatever the model found there; joined with the text's."""

import numpy as np
import pytest

from copydesk.language import Document, Name, words
from copydesk.reading.entities import find_entities
from copydesk.reading.entities.dateline_names import dateline_of


def document(text: str, *names: tuple[str, str], score: float = 0.9) -> Document:
    """A document in which the given names are found, wherever they stand."""
    tokens = words(text)
    n = len(tokens)
    found = []
    for i in range(n):
        for name, kind in names:
            size = len(words(name))
            taken = any(other.start <= i < other.end for other in found)
            if not taken and i + size <= n and text[tokens[i, 0] : tokens[i + size - 1, 1]] == name:
                found.append(Name(i, i + size, kind, score))
    return Document(
        text=text, tokens=tokens, sentences=np.array([[0, n]], dtype=np.int32), tags=("PROPN",) * n,
        heads=np.arange(n, dtype=np.int32), labels=("root",) * n, names=tuple(found),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("ODESA, Ukraine (AP) — Drones came.", ["PLACE ODESA", "PLACE Ukraine", "ORG AP"]),
        ("A headline\n\nFORT WORTH, Texas (AP) — A judge ruled.", ["PLACE FORT WORTH", "PLACE Texas", "ORG AP"]),
        ("Kyiv, Ukraine –\n\nThe streets were quiet.", ["PLACE Kyiv", "PLACE Ukraine"]),
        ("LONDON, March 3 (Reuters) - Britain said no.", ["PLACE LONDON", "ORG Reuters"]),
        ("(Reuters) - Britain said no.", ["ORG Reuters"]),
        ("The port was quiet on Monday.", None),
        ("", None),
    ],
)
def test_names_in_datelines(text: str, names: list[str] | None) -> None:
    found = dateline_of(document(text))
    assert (None if found is None else [f"{m.type} {m.name}" for m in found.mentions]) == names
    for mention in found.mentions if found else ():
        assert text[slice(*mention.span)] == mention.name


def test_the_dateline_is_the_place_in_the_text_whatever_the_model_takes_it_for() -> None:
    text = "ODESA, Ukraine (AP) — Drones hit Odesa. Odessa slept. The Associated Press said so."
    names = [("ODESA", "PERSON"), ("AP", "PLACE"), ("Odesa", "PLACE"), ("Odessa", "PLACE"), ("Associated Press", "ORG")]
    odesa, ukraine, press = find_entities(document(text, *names))
    assert (odesa.name, odesa.variants, len(odesa.mentions)) == ("Odesa", ("ODESA", "Odessa"), 3)
    assert odesa.place is not None
    assert odesa.place.country == "UA"
    assert ukraine.type == "PLACE"
    assert (press.type, press.name, press.variants) == ("ORG", "Associated Press", ("AP",))
