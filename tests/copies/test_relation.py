"""What two pages are to each other by the measures of their alignment: each threshold at its edge."""

import pytest
from msgspec.structs import replace

from copydesk.copies.pairing.alignment_measures import Measures
from copydesk.copies.pairing.relation import at_odds, days_apart, kind_of, one_form, strong

COPY = Measures(
    held=0.6, found=0.6, kept=0.55, copied=0.55, similarity=0.7, facts=0.9, words=60, told=6, numbers=0.1,
    verbatim_a=0.4, verbatim_b=0.4,
)  # fmt: skip
HALF = replace(COPY, kept=0.4, copied=0.4)


@pytest.mark.parametrize(
    ("measures", "made_from"),
    [
        (COPY, True),
        (replace(COPY, words=18), True), (replace(COPY, words=17), False),  # fewer words are a formula
        (replace(COPY, told=3), True), (replace(COPY, told=2), False),  # so are sentences without names
        (replace(COPY, facts=0.62), True), (replace(COPY, facts=0.61), False),  # other facts: another story
        (replace(COPY, facts=0.61, held=0.29, found=0.29), False),
        (replace(COPY, kept=0.5, copied=0.2), True), (replace(COPY, kept=0.2, copied=0.5), True),
        (replace(COPY, kept=0.5, copied=0.49, facts=0.8), True),  # most of one text is the other's
        (replace(COPY, kept=0.49, copied=0.49, facts=0.8), False),
        (replace(HALF, kept=0.38, copied=0.38), True), (replace(HALF, kept=0.37, copied=0.37), False),
        (replace(HALF, facts=0.85), True), (replace(HALF, facts=0.84), False),  # less of it, where the facts agree
        (replace(HALF, held=0.3), True), (replace(HALF, held=0.29), False),
        (replace(HALF, facts=0.75, found=0.65), True),  # reworded from its first sentence to its last
        (replace(HALF, facts=0.84, found=0.9), True),
        (replace(HALF, facts=0.74, found=0.65), False),
        (replace(HALF, facts=0.75, held=0.64, found=0.64), False),
        (replace(HALF, facts=0.75, found=0.65, numbers=0.35), True),
        (replace(HALF, facts=0.75, found=0.65, numbers=0.36), False),
        (replace(COPY, kept=0.1), True), (replace(COPY, kept=0.099), False),  # a brief is a passage
        (replace(COPY, copied=0.1), True), (replace(COPY, copied=0.099), False),
        (replace(COPY, similarity=0.49), True), (replace(COPY, similarity=0.49, words=39), False),
        (replace(COPY, similarity=0.49, words=40), True), (replace(COPY, similarity=0.5, words=39), True),
        (replace(COPY, similarity=0.49, held=0.34), False), (replace(COPY, similarity=0.49, found=0.34), False),
        (replace(COPY, similarity=0.49, held=0.35), True), (replace(COPY, similarity=0.5, held=0.34), True),
        (replace(COPY, numbers=0.51, facts=0.79), False),  # one form filled in twice
    ],
)  # fmt: skip
def test_when_most_of_a_text_descends_from_another(traced, measures, made_from):
    a, b = traced("a"), traced("b")
    assert strong(a, b, measures) is made_from
    assert strong(b, a, measures.turned()) is made_from


@pytest.mark.parametrize(("kept", "made_from"), [(0.75, True), (0.9, True), (0.74, False)])
def test_a_page_that_gathers_many_stories_is_a_copy_of_one_only_where_most_of_it_is(traced, kept, made_from):
    gathering, other = traced("a", gathers=True), traced("b")
    assert strong(gathering, other, replace(COPY, kept=kept)) is made_from
    assert strong(other, gathering, replace(COPY, copied=kept)) is made_from
    assert strong(other, gathering, replace(COPY, kept=kept)) is False  # less than that of the gathering page


@pytest.mark.parametrize(
    ("day", "verbatim", "made_from"),
    [
        ("2023-02-08", 0.4, True),
        ("2023-02-09", 0.4, False),
        ("2023-02-09", 0.8, True),
        ("2023-02-09", 0.9, True),
        ("2023-02-09", 0.79, False),
    ],
)
def test_after_a_week_only_a_nearly_verbatim_copy_is_one(traced, day, verbatim, made_from):
    first, later = traced("a", day="2023-02-01"), traced("b", day=day)
    assert strong(first, later, replace(COPY, verbatim_b=verbatim)) is made_from
    assert strong(later, first, replace(COPY, verbatim_a=verbatim)) is made_from


def test_pages_that_credit_other_agencies_are_one_text_only_where_nearly_all_is_shared(traced):
    ap, reuters = traced("a", credited=("AP",)), traced("b", credited=("Reuters",))
    assert at_odds(ap, reuters)
    assert not at_odds(ap, traced("c", credited=("Reuters", "Associated Press")))
    assert not at_odds(ap, traced("c"))
    assert strong(ap, reuters, replace(COPY, copied=0.8))
    assert strong(ap, reuters, replace(COPY, copied=0.9))
    assert not strong(ap, reuters, replace(COPY, copied=0.79))
    assert strong(ap, traced("c", credited=("AP",)), COPY)


@pytest.mark.parametrize(
    ("measures", "form"),
    [
        (COPY, False),
        (replace(COPY, facts=0.61), True), (replace(COPY, facts=0.62), False),
        (replace(COPY, facts=0.61, held=0.3, found=0.1), True),
        (replace(COPY, facts=0.61, held=0.29, found=0.29), False),  # too little is alike to be a form
        (replace(COPY, numbers=0.51, facts=0.79), True), (replace(COPY, numbers=0.5, facts=0.79), False),
        (replace(COPY, numbers=0.51, facts=0.8), False), (replace(COPY, numbers=0.51, facts=0.9), False),
    ],
)  # fmt: skip
def test_sentences_alike_with_other_names_and_numbers_are_one_form(traced, measures, form):
    assert one_form(traced("a"), traced("b"), measures) is form


@pytest.mark.parametrize(
    ("more", "measures", "form"),
    [
        ({}, {}, True),
        ({"day": "2023-02-01"}, {}, False),  # the same day
        ({"house": "Mail"}, {}, False), ({"house": "Zeitung"}, {}, False),
        ({}, {"numbers": 0.29}, False), ({}, {"numbers": 0.3}, True), ({}, {"numbers": 0.45}, True),
        ({}, {"held": 0.74}, False), ({}, {"held": 0.75}, True), ({}, {"found": 0.74}, False),
    ],
)  # fmt: skip
def test_what_a_house_prints_again_another_day_with_other_numbers_is_a_form(traced, more, measures, form):
    first = traced("a", house="Post", day="2023-02-01")
    again = traced("b", **({"house": "Post", "day": "2023-02-02"} | more))
    assert one_form(first, again, replace(COPY, **({"held": 0.8, "found": 0.8, "numbers": 0.3} | measures))) is form


def test_pages_without_a_house_are_no_form_of_one_house(traced):
    assert not one_form(
        traced("a", day="2023-02-01"), traced("b", day="2023-02-02"), replace(COPY, held=0.8, found=0.8, numbers=0.4)
    )


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        ("2023-02-01", "2023-02-08", 7), ("2023-02-08", "2023-02-01", 7), ("2023-02-01T23:00:00Z", "2023-02-02", 1),
        (None, "2023-02-01", 0), ("2023-02-01", None, 0), ("2023-02", "2023-05-01", 0),
    ],
)  # fmt: skip
def test_days_between_pages(traced, one, other, days):
    assert days_apart(traced("a", day=one), traced("b", day=other)) == days


@pytest.mark.parametrize(
    ("measures", "kind"),
    [
        ({"kept": 0.9, "copied": 0.9, "similarity": 0.8}, "copy"),
        ({"kept": 0.9, "copied": 0.9, "similarity": 0.79}, "rewrite"),
        ({"kept": 0.69, "copied": 0.9, "similarity": 0.9}, "cut"),
        ({"kept": 0.7, "copied": 0.9, "similarity": 0.9}, "copy"),
        ({"kept": 0.69, "copied": 0.68, "similarity": 0.9}, "copy"),  # as much was put in
        ({"kept": 0.5, "copied": 0.65, "similarity": 0.65}, "follow-up"),  # keeps half and adds a third
        ({"kept": 0.9, "copied": 0.3, "similarity": 0.9}, "follow-up"),
        ({"kept": 0.49, "copied": 0.65, "similarity": 0.65}, "rewrite"),
        ({"kept": 0.5, "copied": 0.66, "similarity": 0.65}, "rewrite"),
        ({"kept": 0.5, "copied": 0.65, "similarity": 0.64}, "rewrite"),
    ],
)  # fmt: skip
def test_how_a_page_was_made_from_its_parent(traced, measures, kind):
    assert kind_of(traced("a"), traced("b"), Measures(**measures)) == kind


@pytest.mark.parametrize(
    ("parent", "child", "copied", "kind"),
    [
        ({"house": "Post", "day": "2023-02-01"}, {"house": "The Post", "day": "2023-02-02"}, 0.89, "follow-up"),
        ({"house": "Post", "day": "2023-02-01"}, {"house": "The Post", "day": "2023-02-02"}, 0.9, "copy"),
        ({"house": "Post", "day": "2023-02-01"}, {"house": "The Post", "day": "2023-02-02"}, 1.0, "copy"),
        ({"house": "Post", "day": "2023-02-02"}, {"house": "Post", "day": "2023-02-02"}, 0.7, "copy"),
        ({"house": "Post"}, {"house": "Post", "day": "2023-02-02"}, 0.7, "copy"),
        ({"house": "Mail", "day": "2023-02-01"}, {"house": "Post", "day": "2023-02-02"}, 0.7, "copy"),
        ({"day": "2023-02-01"}, {"day": "2023-02-02"}, 0.7, "copy"),
    ],
)
def test_a_later_page_of_the_same_house_goes_on_with_its_story(traced, parent, child, copied, kind):
    measures = Measures(kept=0.9, copied=copied, similarity=0.9)
    assert kind_of(traced("a", **parent), traced("b", **child), measures) == kind


@pytest.mark.parametrize(
    ("one", "other", "kind"), [("en", "fr", "translation"), ("en", "en", "copy"), ("en", None, "copy")]
)
def test_a_copy_in_another_language_is_a_translation(traced, one, other, kind):
    measures = Measures(kept=0.9, copied=0.9, similarity=0.9)
    assert kind_of(traced("a", language=one), traced("b", language=other), measures) == kind
    assert kind_of(traced("a", language=other), traced("b", language=one), measures) == kind
