"""Names of one page agree: acronyms that it explains, whole names that come again, one type for one name."""

import pytest
from reading.entities.test_entities import document

from copydesk.language import Document
from copydesk.reading.entities import find_entities
from copydesk.reading.entities.agreement import fits


def mentions(d: Document, kind: str) -> list[str]:
    return [d.text[slice(*span)] for e in find_entities(d) if e.type == kind for span in e.mentions]


@pytest.mark.parametrize(
    ("acronym", "name", "right"),
    [
        ("BCV", "Banco Central de Varda", True),
        ("AGV", "Auditor-General of Varda", True),
        ("U.N.V.", "United Nations of Varda", True),
        ("VaPoL", "Varda Police League", True),
        ("BCV", "Ministry of Health", False),
        ("Bank", "Banco Central de Varda", False),
        ("B", "Banco Central", False),
        ("BCVXYZ", "Banco Central de Varda", False),
        ("V", "Varda", False),
    ],
)
def test_what_an_acronym_is_made_of(acronym: str, name: str, right: bool) -> None:
    assert fits(acronym, name.replace("-", " - ").split()) is right


def test_an_acronym_in_brackets_is_a_name_wherever_it_stands() -> None:
    d = document(
        "The Banco Central de Varda (BCV) met. Rates rose, BCV said. The BCV waited.", ("Banco Central de Varda", "ORG")
    )
    (bank,) = find_entities(d)
    assert (bank.name, bank.variants, len(bank.mentions)) == ("Banco Central de Varda", ("BCV",), 4)


def test_an_acronym_has_the_type_of_its_full_name() -> None:
    d = document("The Ilk Trade Office (ITO) met. ITO agreed.", ("Ilk Trade Office", "ORG"), ("ITO", "PERSON"))
    assert mentions(d, "ORG") == ["Ilk Trade Office", "ITO", "ITO"]


def test_brackets_on_the_next_line_explain_nothing() -> None:
    d = document("By the Ilk Trade Office\n(ITO)\nITO agreed.", ("Ilk Trade Office", "ORG"))
    assert mentions(d, "ORG") == ["Ilk Trade Office"]


def test_a_name_of_several_words_is_found_where_it_was_missed() -> None:
    d = document("The Dera Raat met. The Dera Raat voted. The Dera Raat rose.", ("Dera Raat", "ORG"))
    fewer = Document(text=d.text, tokens=d.tokens, tags=d.tags, heads=d.heads, labels=d.labels, names=d.names[:2],
                     sentences=d.sentences)  # fmt: skip
    assert mentions(fewer, "ORG") == ["Dera Raat"] * 3


def test_a_name_does_not_go_on_over_the_end_of_a_line() -> None:
    d = document("The Dera Raat met. Dera Raat voted.\nFrom Dera\nRaat fell.", ("Dera Raat", "ORG"))
    assert mentions(d, "ORG") == ["Dera Raat"] * 2


def test_a_name_that_is_mostly_found_in_parts_stays_in_parts() -> None:
    d = document("Zip in Varda. Zip Varda rose. Zip Varda fell. Zip Varda sat. Zip Varda ran.", ("Zip Varda", "ORG"))
    parts = [*d.names[:2], *(n._replace(end=n.start + 1) for n in d.names[2:])]
    some = Document(text=d.text, tokens=d.tokens, tags=d.tags, heads=d.heads, labels=d.labels, names=tuple(parts),
                    sentences=d.sentences)  # fmt: skip
    assert mentions(some, "ORG").count("Zip Varda") == 2


def test_a_places_own_name_begins_after_what_it_is() -> None:
    d = document("In the Romanian port of Constanta it rained.", ("Romanian port of Constanta", "PLACE"))
    (place,) = find_entities(d)
    assert (place.name, place.place.country if place.place else None) == ("Constanta", "RO")


def test_a_short_name_in_brackets_after_a_bodys_is_no_persons() -> None:
    text = "The Varda Athletes Foundation (Yaveb) paid. Yaveb has a quota. It helps, Yaveb said."
    d = document(text, ("Varda Athletes Foundation", "ORG"), ("Yaveb", "PERSON"))
    assert mentions(d, "PERSON") == []
    owner = "The Varda Athletes Foundation (Ruiz) paid. Ana Ruiz has a quota."
    d = document(owner, ("Varda Athletes Foundation", "ORG"), ("Ana Ruiz", "PERSON"), ("Ruiz", "PERSON"))
    assert "Ruiz" in mentions(d, "PERSON")
