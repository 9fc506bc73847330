"""The comparison view."""

from copydesk.web.comparison_view import compared, pair_sentences

from .sample import A_TEXT, B_TEXT, pair


def test_rows_follow_b_and_keep_what_b_left_out():
    a, b, comparison = pair()
    rows = [
        (A_TEXT[slice(*left)] if left else None, B_TEXT[slice(*right)] if right else None)
        for left, right in pair_sentences(a, b, comparison)
    ]
    assert rows == [
        ("Ann Duro counted 31 boats.", "Anna Duro counted 13 boats."),
        ("Nobody swam.", None),
        ("The pier stayed shut.", "The pier stayed shut."),
        (None, "Gulls came."),
    ]
    assert [row.state for row in compared(a, b, comparison).rows] == ["changed", "only-a", "same", "only-b"]


def test_facts_come_first_by_weight():
    view = compared(*pair())
    assert [(change.number, change.alteration.kind, change.fact) for change in view.changes] == [
        (1, "number", True),
        (2, "name", True),
        (3, "omission", False),
        (4, "addition", False),
    ]
    assert view.facts == 2


def test_each_change_is_marked_on_both_sides():
    row = compared(*pair()).rows[0]
    assert [(s.text, s.refers) for s in row.a if s.refers] == [("Ann Duro", (2,)), ("31", (1,))]
    assert [(s.text, s.refers) for s in row.b if s.refers] == [("Anna Duro", (2,)), ("13", (1,))]
