import dataclasses

from copydesk.language import Document, parse
from copydesk.language.document import Argument
from copydesk.reading.attributions.agents import with_agent
from copydesk.reading.attributions.evidence import Piece
from copydesk.reading.attributions.joining import Joined

TEXT = "The mayor's office said on Monday that the old pier is open."


def without_source(document: Document, score: float, head: int) -> Document:
    said = document.words().index("said")
    return dataclasses.replace(document, arguments={said: {"ARG0": Argument(head, score)}})


def test_a_source_that_the_tagger_missed_is_the_agent_of_the_cue_without_its_owners_mark() -> None:
    document = parse(TEXT)
    said = document.words().index("said")
    one = Joined(None, Piece(said, said + 1, 0.9), (Piece(said + 3, len(document) - 1, 0.9),))
    found = with_agent(without_source(document, 0.9, said - 1), one).source
    assert found is not None
    assert document.words()[found.first : found.last] == ["The", "mayor", "'s", "office"]
    owner = with_agent(without_source(document, 0.9, 1), one).source
    assert owner is not None
    assert document.words()[owner.first : owner.last] == ["The", "mayor"]


def test_an_unsure_agent_or_one_within_the_content_is_no_source() -> None:
    document = parse(TEXT)
    said = document.words().index("said")
    one = Joined(None, Piece(said, said + 1, 0.9), (Piece(said + 3, len(document) - 1, 0.9),))
    pier = document.words().index("pier")
    assert with_agent(without_source(document, 0.49, said - 1), one) == one
    assert with_agent(without_source(document, 0.99, pier), one) == one


def test_nobody_is_no_source() -> None:
    document = parse("Nobody on the quay saw that the old pier was open.")
    saw = document.words().index("saw")
    one = Joined(None, Piece(saw, saw + 1, 0.9), (Piece(saw + 1, len(document) - 1, 0.9),))
    assert with_agent(dataclasses.replace(document, arguments={saw: {"ARG0": Argument(0, 0.99)}}), one) == one
