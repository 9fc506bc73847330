"""Which pages hang together, given how alike they are and what their alignments show: each threshold at its edge."""

import numpy as np
import pytest
from msgspec.structs import replace

from copydesk.copies.families import agency_of_family, relate
from copydesk.copies.pairing.alignment_measures import AlignedPair, Measures
from copydesk.copies.search.near import SharedShingles
from copydesk.copies.texts.align import SentenceMatch

NONE = AlignedPair((), Measures())
COPY = Measures(
    held=0.6, found=0.6, kept=0.55, copied=0.55, similarity=0.7, facts=0.9, words=60, told=6, verbatim_a=0.4,
    verbatim_b=0.4,
)  # fmt: skip


def shares(kept, copied, **more):
    return AlignedPair((), replace(COPY, kept=kept, copied=copied, **more))


def related(pages, pairs, alike=None, shared=None, everywhere=1.0):
    """Relate pages of which some pairs, by ids in order, have an alignment that shows something."""
    asked = []

    def align(a, b):
        asked.append((a.id, b.id))
        return pairs.get((a.id, b.id), NONE)

    table = np.full((len(pages), len(pages)), everywhere, np.float32)
    names = [page.id for page in pages]
    for (one, other), value in (alike or {}).items():
        table[names.index(one), names.index(other)] = table[names.index(other), names.index(one)] = value
    prints = np.full(table.shape, shared or 0.0, np.float32)
    return relate(pages, table, SharedShingles.of(prints), align), asked


@pytest.mark.parametrize(
    ("alike", "shared", "looked_at"),
    [(0.28, 0.0, True), (0.9, 0.0, True), (0.27, 0.0, False), (0.0, 0.25, True), (0.0, 0.9, True), (0.0, 0.24, False)],
)
def test_pages_are_aligned_that_are_alike_in_facts_or_share_runs_of_words(traced, alike, shared, looked_at):
    _, asked = related([traced("a"), traced("b")], {}, everywhere=alike, shared=shared)
    assert asked == ([("a", "b")] if looked_at else [])


def test_pages_in_two_languages_are_not_aligned(traced):
    assert related([traced("a", language="en"), traced("b", language="fr")], {})[1] == []
    assert related([traced("a", language="en"), traced("b")], {})[1] == [("a", "b")]


def test_pages_are_one_family_where_most_of_one_stands_in_the_other(traced):
    found, _ = related([traced("a"), traced("b"), traced("c")], {("a", "b"): shares(0.6, 0.6)})
    assert found.families == (("a", "b"), ("c",))
    assert [(link.first, link.second, link.why, link.shares) for link in found.links] == [
        ("a", "b", "text", (0.6, 0.6))
    ]


@pytest.mark.parametrize(("second", "families"), [(0.56, (("a", "b", "c"),)), (0.54, (("a", "c"), ("b",)))])
def test_what_a_page_has_from_a_second_page_may_be_less_by_a_third(traced, second, families):
    pairs = {("a", "c"): shares(0.9, 0.9), ("b", "c"): shares(0.2, second)}
    assert related([traced("a"), traced("b"), traced("c")], pairs)[0].families == families


def test_a_lesser_share_is_no_second_link_at_all(traced):
    pairs = {("a", "c"): shares(0.55, 0.55), ("b", "c"): shares(0.2, 0.49, facts=0.9)}
    assert related([traced("a"), traced("b"), traced("c")], pairs)[0].families == (("a", "c"), ("b",))


@pytest.mark.parametrize(("filled", "families"), [(0.6, (("a", "c"), ("b",))), (0.59, (("a", "b", "c"),))])
def test_of_two_fillings_of_one_form_a_page_belongs_to_the_nearer(traced, filled, families):
    form = replace(COPY, facts=0.5, held=filled, found=filled)
    pairs = {("a", "b"): AlignedPair((), form), ("a", "c"): shares(0.9, 0.9), ("b", "c"): shares(0.8, 0.8)}
    assert related([traced("a"), traced("b"), traced("c")], pairs)[0].families == families


def match(a, b):
    return SentenceMatch((a,), (b,), 0.9, True)


@pytest.mark.parametrize(
    ("own", "apart"),
    [((0, 1), True), ((6, 7), False), ((0, 1, 4, 5), False)],
    ids=["another text first", "another text after", "the same sentences"],
)
def test_a_text_that_another_page_took_in_after_its_own_is_not_joined(traced, own, apart):
    inserted = AlignedPair(tuple(match(i, i + 3) for i in range(3)), replace(COPY, kept=0.6, copied=0.45))
    itself = AlignedPair(tuple(match(i, n) for i, n in enumerate(own)), replace(COPY, kept=0.7, copied=0.6))
    pairs = {("insert", "m"): inserted, ("host", "m"): itself}
    found, _ = related([traced("host"), traced("insert"), traced("m")], pairs)
    assert (len(found.families) == 2) is apart


@pytest.mark.parametrize(
    ("alike", "day", "gathers", "joined"),
    [
        (0.421, "2023-02-03", False, True), (0.419, "2023-02-03", False, False), (0.421, "2023-02-04", False, False),
        (0.421, None, False, True), (0.9, "2023-02-01", True, False),
    ],
)  # fmt: skip
def test_two_texts_of_one_agency_on_one_event_are_one_family(traced, alike, day, gathers, joined):
    first = traced("a", credited=("AP",), day="2023-02-01")
    second = traced("b", credited=("AP",), day=day, gathers=gathers)
    found, _ = related([first, second], {}, everywhere=alike)
    assert (len(found.families) == 1) is joined
    assert [link.why for link in found.links] == (["agency"] if joined else [])


@pytest.mark.parametrize(("far", "joined"), [(0.18, True), (0.16, False)])
def test_all_pages_of_an_agencys_two_texts_must_be_alike_on_the_average(traced, far, joined):
    pages = [traced("a", credited=("AP",)), traced("b", credited=("AP",)), traced("c", credited=("AP",))]
    alike = {("a", "b"): 0.9, ("a", "c"): 0.43, ("b", "c"): far}
    found, _ = related(pages, {("a", "b"): shares(0.8, 0.8)}, alike=alike)
    assert (len(found.families) == 1) is joined


def test_texts_of_two_agencies_are_two_families_however_alike(traced):
    assert len(related([traced("a", credited=("AP",)), traced("b", credited=("AFP",))], {})[0].families) == 2
    assert len(related([traced("a"), traced("b")], {})[0].families) == 2


def test_two_fillings_of_a_form_are_not_joined_by_their_agency(traced):
    form = AlignedPair((), replace(COPY, facts=0.5))
    pages = [traced("a", credited=("AP",)), traced("b", credited=("AP",))]
    assert len(related(pages, {("a", "b"): form})[0].families) == 2


def test_the_agency_of_a_family_is_the_one_that_most_credit_its_own_page_thrice(traced):
    pages = {
        "a": traced("a", credited=("AP",)), "b": traced("b", credited=("AP",)), "own": traced("own", own="Reuters"),
        "c": traced("c"), "d": traced("d", credited=("AP",)), "e": traced("e", credited=("AP",)),
    }  # fmt: skip
    assert agency_of_family(pages, ["a", "c"]) == "AP"
    assert agency_of_family(pages, ["a", "b", "own"]) == "Reuters"
    assert agency_of_family(pages, ["a", "b", "d", "e", "own"]) == "AP"
    assert agency_of_family(pages, ["a", "b", "d", "own"]) == "Reuters"  # as many: the later name, whatever the order
    assert agency_of_family(pages, ["own", "d", "b", "a"]) == "Reuters"
    assert agency_of_family(pages, ["c", "missing"]) is None
