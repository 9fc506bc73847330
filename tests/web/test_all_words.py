"""Every kind that a record or a story may hold has words on the page, in the terminal and in exports."""

from typing import Any, get_args, get_type_hints

import pytest

from copydesk.claims import claim_lines
from copydesk.copies.copy_types import RELATION_WORDS, AlterationKind, Comparison, NodeKind
from copydesk.exports import ninjs, schema_org
from copydesk.records import Attribution, Claim, ClaimPage, Entity, Event, Origin, Published
from copydesk.records import code_words as record_words
from copydesk.web import claims_view, comparison_view, notes, page_views, story_view, tree_drawing
from copydesk.web import plain_words as web_words


def members(kind: Any, field: str = "") -> set[str]:
    """Return the strings that a type, or a field of a struct, may hold."""
    found = get_type_hints(kind)[field] if field else kind
    parts = [part for part in get_args(found) if not isinstance(part, str)] or [found]
    return {word for part in parts for word in get_args(part) if isinstance(word, str)} - {""}


@pytest.mark.parametrize(
    ("table", "kinds"),
    [
        (comparison_view.KINDS, members(AlterationKind)),
        (RELATION_WORDS, members(Comparison, "relation")),
        (tree_drawing.LABELS, members(NodeKind)),
        (story_view.LABELS, members(NodeKind)),
        (claims_view.ROLES, members(ClaimPage, "role")),
        (record_words.STATUS_WORDS, members(Event, "status")),
        (web_words.SOURCE_KINDS, members(get_type_hints(Attribution)["source"], "kind")),
        (web_words.STANCES, members(get_type_hints(Attribution)["cue"], "stance")),
        (web_words.SPEECH, members(get_type_hints(Attribution)["content"], "speech")),
        (page_views.PUBLISHED_FROM, members(Published, "from_")),
        (claim_lines.MARKS, members(get_args(get_type_hints(Claim)["marks"])[0])),
        (claim_lines.STATUS, members(Claim, "status")),
        (claim_lines.FIRST_HAND, members(Origin, "first_hand")),
        (schema_org._TYPES, members(Entity, "type")),
        (ninjs._ARRAYS, members(Entity, "type")),
    ],
)
def test_every_kind_has_words(table, kinds):
    assert kinds
    assert kinds <= set(table)


def test_notes_have_words_for_stances():
    assert notes.STANCES is web_words.STANCES
