"""Each kind of link between pages at the edges of its bounds, on values: translations, rewritings, forms, bridges."""

import numpy as np
import pytest
from msgspec.structs import replace

from copydesk.copies import families
from copydesk.copies.families import relate
from copydesk.copies.pairing.alignment_measures import AlignedPair, Measures
from copydesk.copies.search.near import SharedShingles
from copydesk.copies.texts.align import SentenceMatch

NONE = AlignedPair((), Measures())
COPY = Measures(
    held=0.6, found=0.6, kept=0.55, copied=0.55, similarity=0.7, facts=0.9, words=60, told=6, verbatim_a=0.4,
    verbatim_b=0.4,
)  # fmt: skip
LONG = "word " * 80
NAMES = "Then Karlo, Teluna, Ambly, Oster, Halden and Varga came."


def shares(kept, copied, **more):
    return AlignedPair((), replace(COPY, kept=kept, copied=copied, **more))


def related(pages, pairs, alike=None, everywhere=0.4):
    """Relate pages; `pairs`: what the alignment of two shows, by their ids in order; `alike`: likeness of some."""
    names = [page.id for page in pages]
    table = np.full((len(pages), len(pages)), everywhere, np.float32)
    for (one, other), value in (alike or {}).items():
        table[names.index(one), names.index(other)] = table[names.index(other), names.index(one)] = value
    none = SharedShingles.of(np.zeros(table.shape, np.float32))
    return relate(pages, table, none, lambda a, b: pairs.get((a.id, b.id), NONE))


def named(traced, names, **more):
    return [traced(name, **more) for name in names]


# Most of one text in the other.


@pytest.mark.parametrize(
    ("pair", "most", "together"),
    [
        ((0.5, 0.49), 0.8, "ab"),  # most of it: may stay behind by a third
        ((0.49, 0.48), 0.8, "a"),  # less than most: must be what it has most from anybody
        ((0.54, 0.5), 0.9, "a"),
        ((0.56, 0.5), 0.9, "ab"),
        ((0.5, 0.5), 0.9, "ab"),  # of equal shares the second page is the one made from the other
        ((0.5, 0.51), 0.9, "ab"),
    ],
)
def test_a_second_link_of_a_page_beside_a_greater_one(traced, pair, most, together):
    pairs = {("a", "b"): shares(*pair), ("a", "z"): shares(most, most)}
    found = related(named(traced, "abz"), pairs)
    assert found.families[0] == (*together, "z")


def test_what_a_page_has_most_from_anybody_is_a_link_where_it_is_less_than_most(traced):
    assert related(named(traced, "ab"), {("a", "b"): shares(0.45, 0.4)}).families == (("a", "b"),)


@pytest.mark.parametrize(
    ("held", "found", "fillings"), [(0.6, 0.6, True), (0.9, 0.9, True), (0.59, 0.9, False), (0.9, 0.59, False)]
)
def test_two_fillings_of_a_form_are_alike_throughout(traced, held, found, fillings):
    form = AlignedPair((), replace(COPY, facts=0.5, held=held, found=found))
    pairs = {("a", "b"): form, ("a", "c"): shares(0.9, 0.9), ("b", "c"): shares(0.8, 0.8)}
    assert related(named(traced, "abc"), pairs).families == (
        (("a", "c"), ("b",)) if fillings else (("a", "b", "c"),)
    )  # fmt: skip


def test_of_two_fillings_as_near_the_later_id_keeps_the_page(traced):
    form = AlignedPair((), replace(COPY, facts=0.5))
    pairs = {("a", "b"): form, ("a", "c"): shares(0.8, 0.8), ("b", "c"): shares(0.8, 0.8)}
    assert related(named(traced, "abc"), pairs).families == (("a",), ("b", "c"))


def test_a_page_that_has_a_link_to_one_filling_alone_keeps_it(traced):
    form = AlignedPair((), replace(COPY, facts=0.5))
    pairs = {("a", "b"): form, ("a", "c"): shares(0.8, 0.8)}
    assert related(named(traced, "abc"), pairs).families == (("a", "c"), ("b",))


# Translations.


@pytest.mark.parametrize(("alike", "joined"), [(0.09, False), (0.1, True), (0.11, True)])
def test_pages_in_two_languages_are_compared_by_names_and_numbers(traced, alike, joined):
    pages = [traced("a", NAMES, language="en"), traced("b", NAMES, language="fr")]
    found = related(pages, {}, everywhere=alike)
    assert [(link.first, link.second, link.why, link.shares) for link in found.links] == (
        [("a", "b", "translation", (1.0, 1.0))] if joined else []
    )
    assert (len(found.families) == 1) is joined


@pytest.mark.parametrize(("one", "other"), [("en", "fr"), ("fr", "en")])
def test_which_language_comes_first_does_not_matter(traced, one, other):
    pages = [traced("a", NAMES, language=one), traced("b", NAMES, language=other)]
    assert [link.why for link in related(pages, {}).links] == ["translation"]


def test_pages_in_two_languages_among_others_leave_the_others_their_links(traced):
    pages = [traced("a", language="en"), traced("b", language="fr"), traced("c"), traced("d")]
    assert related(pages, {("c", "d"): shares(0.8, 0.8)}).families == (("a",), ("b",), ("c", "d"))


def test_pages_in_one_language_are_no_translation(traced):
    assert related([traced("a", NAMES, language="en"), traced("b", NAMES, language="en")], {}).links == ()


# Rewritings, sentence by sentence in other words.


def rewriting(traced, monkeypatch, child=None, parent=None, values=((0.62, 0.62), 0.6), text=(LONG, LONG), **more):
    """Relate a page `b` to a page `a` whose sentences it follows as `values` say; `a` itself follows nobody's."""
    monkeypatch.setattr(families, "followed", lambda a, b: values)
    a = traced("a", text[0], reporters=True, **(parent or {}))
    return related([a, traced("b", text[1], **(child or {}))], more.get("pairs", {}), everywhere=0.3)


@pytest.mark.parametrize(
    ("values", "joined"),
    [
        (((0.62, 0.62), 0.6), True), (((0.7, 0.8), 0.7), True),
        (((0.61, 0.9), 0.9), False), (((0.9, 0.61), 0.9), False), (((0.9, 0.9), 0.59), False),
    ],
)  # fmt: skip
def test_a_rewriting_follows_most_of_a_text_with_its_facts(traced, monkeypatch, values, joined):
    found = rewriting(traced, monkeypatch, values=values)
    assert [(link.first, link.second, link.why, link.shares) for link in found.links] == (
        [("a", "b", "rewriting", values[0])] if joined else []
    )


@pytest.mark.parametrize(("one", "other", "joined"), [(80, 80, True), (81, 81, True), (79, 81, False), (81, 79, False)])
def test_a_rewriting_and_what_it_follows_have_eighty_words(traced, monkeypatch, one, other, joined):
    assert bool(rewriting(traced, monkeypatch, text=("word " * one, "word " * other)).links) is joined


@pytest.mark.parametrize(
    ("child", "parent", "joined"),
    [
        ({}, {}, True),
        ({"credited": ("AP",)}, {}, False), ({"own": "AP"}, {}, False),  # it says whose text it is
        ({"reporters": True}, {}, False), ({"reported": True}, {}, False),  # it has reporting of its own
        ({"gathers": True}, {}, False), ({}, {"gathers": True}, False),
        ({"day": "2023-02-08"}, {"day": "2023-02-01"}, True), ({"day": "2023-02-09"}, {"day": "2023-02-01"}, False),
    ],
)  # fmt: skip
def test_a_rewriting_says_of_itself_nothing_else(traced, monkeypatch, child, parent, joined):
    assert bool(rewriting(traced, monkeypatch, child, parent).links) is joined


def test_another_filling_of_a_form_is_no_rewriting(traced, monkeypatch):
    form = AlignedPair((), replace(COPY, facts=0.5))
    assert rewriting(traced, monkeypatch, pairs={("a", "b"): form}).links == ()


def test_two_fillings_of_a_form_among_others_leave_the_others_their_links(traced, monkeypatch):
    monkeypatch.setattr(families, "followed", lambda a, b: ((0.9, 0.9), 0.9))
    form = AlignedPair((), replace(COPY, facts=0.5))
    pages = [traced(name, LONG, reporters=name in "ac", day=day) for name, day in
             zip("abcd", ("2023-01-01", "2023-01-01", "2023-02-01", "2023-02-01"), strict=True)]  # fmt: skip
    found = related(pages, {("a", "b"): form}, everywhere=0.3)
    assert [(link.first, link.second, link.why) for link in found.links] == [("c", "d", "rewriting")]


def test_brief_pages_among_others_leave_the_others_their_links(traced, monkeypatch):
    monkeypatch.setattr(families, "followed", lambda a, b: ((0.9, 0.9), 0.9))
    pages = [traced("a", "Rain fell."), traced("b", LONG, reporters=True), traced("c", LONG)]
    found = related(pages, {}, everywhere=0.3)
    assert [(link.first, link.second, link.why) for link in found.links] == [("b", "c", "rewriting")]


def test_a_page_that_hangs_on_another_is_nobodys_rewriting(traced, monkeypatch):
    monkeypatch.setattr(families, "followed", lambda a, b: ((0.9, 0.9), 0.9))
    pages = [traced("a", LONG, reporters=True), traced("b", LONG), traced("c", LONG)]
    found = related(pages, {("b", "c"): shares(0.8, 0.8)})
    assert [(link.first, link.second, link.why) for link in found.links] == [("b", "c", "text")]


@pytest.mark.parametrize(("second", "parent"), [(0.71, "b"), (0.69, "a"), (0.7, "a")])
def test_a_rewriting_is_of_the_page_that_it_follows_most(traced, monkeypatch, second, parent):
    pages = [traced(name, LONG, reporters=name != "c") for name in "abc"]
    values = {"a": 0.7, "b": second}
    monkeypatch.setattr(
        families, "followed", lambda one, _: ((0.9, values[next(p.id for p in pages if p.text is one)]), 0.9)
    )
    found = related(pages, {})
    assert [(link.first, link.second) for link in found.links] == [(parent, "c")]


@pytest.mark.parametrize("number", range(12))
def test_of_pages_that_a_rewriting_follows_as_much_it_is_of_the_first_by_id(traced, monkeypatch, number):
    monkeypatch.setattr(families, "followed", lambda a, b: ((0.7, 0.7), 0.9))
    ids = sorted(f"{name}{number * 7919}" for name in ("one", "other", "third", "zero"))
    pages = [traced(id_, LONG, reporters=id_ != ids[-1]) for id_ in ids]
    assert [(link.first, link.second) for link in related(pages, {}).links] == [(ids[0], ids[-1])]


# Pages that hold several texts.


@pytest.mark.parametrize(
    ("own", "together"), [(0.37, (("a", "b"), ("c", "m"))), (0.38, (("a", "b", "c", "m"),))]
)  # fmt: skip
def test_a_page_of_which_no_text_is_much_goes_with_the_one_that_is_most_of_it(traced, own, together):
    pairs = {
        ("a", "b"): shares(0.8, 0.8), ("a", "m"): shares(0.6, 0.3), ("b", "m"): shares(0.6, 0.3),
        ("c", "m"): shares(0.6, own),
    }  # fmt: skip
    assert related(named(traced, "abcm"), pairs).families == together


def test_of_texts_that_are_as_much_of_a_page_it_goes_with_more_pages(traced):
    pairs = {("a", "b"): shares(0.8, 0.8)} | {(one, "m"): shares(0.6, 0.3) for one in "abc"}
    assert related(named(traced, "abcm"), pairs).families == (("a", "b", "m"), ("c",))
    pairs = {("b", "c"): shares(0.8, 0.8)} | {(one, "m"): shares(0.6, 0.3) for one in "abc"}
    assert related(named(traced, "abcm"), pairs).families == (("a",), ("b", "c", "m"))


def test_a_page_that_stands_first_by_id_may_hold_several_texts_too(traced):
    pairs = {("a", "b"): shares(0.3, 0.6), ("a", "c"): shares(0.2, 0.6), ("c", "d"): shares(0.8, 0.8)}
    assert related(named(traced, "abcd"), pairs).families == (("a", "b"), ("c", "d"))


def match(a, b):
    return SentenceMatch((a,), (b,), 0.9, True)


def with_insert(traced, *, share=0.45, more=0.6, rows=(3, 4, 5, 6, 7), own=(0, 1), linked=False, why="text"):
    """Relate a page `m` that has its text from `host` in sentences `own`, and a passage of `insert` in `rows`."""
    pairs = {
        ("host", "m"): AlignedPair(tuple(match(i, n) for i, n in enumerate(own)), replace(COPY, kept=0.7, copied=more)),
        ("insert", "m"): AlignedPair(
            tuple(match(i, n) for i, n in enumerate(rows)), replace(COPY, kept=0.6, copied=share)
        ),
    }
    if linked:
        pairs[("host", "insert")] = shares(0.6, 0.6)
    return related([traced("host"), traced("insert"), traced("m")], pairs)


@pytest.mark.parametrize(
    ("more", "apart"),
    [
        ({}, True),
        ({"share": 0.49}, True), ({"share": 0.5}, False), ({"share": 0.51, "more": 0.9}, False),  # most of the page
        ({"more": 0.44}, False), ({"more": 0.45}, False), ({"more": 0.46}, True),  # another text is more of it
        ({"own": (3,)}, False), ({"own": (3, 4)}, False), ({"own": (4, 5)}, False),  # and stands before it
        ({"own": (2, 3)}, True),
        ({"own": (0, 3, 4)}, False), ({"own": (0, 3)}, True),  # in other sentences but for a fifth
        ({"own": (0, 3, 4, 5), "rows": tuple(range(3, 17))}, False),
        ({"own": (0, 3, 4, 5), "rows": tuple(range(3, 18))}, True),
        ({"own": ()}, False), ({"rows": ()}, False),  # nobody knows where they stand
        ({"linked": True}, False),
    ],
)  # fmt: skip
def test_a_passage_that_a_page_took_in_after_its_own_text(traced, more, apart):
    found = with_insert(traced, **more)
    assert found.families == ((("host", "m"), ("insert",)) if apart else (("host", "insert", "m"),))


@pytest.mark.parametrize(("own", "other"), [("host", "insert"), ("insert", "host")])
def test_a_passage_is_told_whichever_page_comes_first_by_id(traced, own, other):
    pairs = {
        ("a", own): AlignedPair((match(0, 0), match(1, 1)), replace(COPY, kept=0.6, copied=0.7)),
        ("a", other): AlignedPair((match(3, 0), match(4, 1)), replace(COPY, kept=0.45, copied=0.6)),
    }
    found = related(named(traced, ("a", "host", "insert")), pairs)
    assert set(found.families) == {("a", own), (other,)}


def test_a_text_that_a_page_follows_in_other_words_makes_nothing_else_on_it_a_passage(traced, monkeypatch):
    pages = [traced(name, LONG, reporters=name != "host") for name in ("host", "insert", "m")]
    host, _, m = (page.text for page in pages)
    monkeypatch.setattr(
        families, "followed", lambda a, b: ((0.7, 0.7), 0.9) if (a, b) == (host, m) else ((0.0, 0.0), 0.0)
    )
    pairs = {
        ("host", "m"): AlignedPair((match(0, 0), match(1, 1)), Measures()),
        ("insert", "m"): AlignedPair((match(0, 3), match(1, 4)), replace(COPY, kept=0.6, copied=0.45)),
    }
    found = related(pages, pairs)
    assert {link.why for link in found.links} == {"text", "rewriting"}
    assert found.families == (("host", "insert", "m"),)


def test_a_passage_that_was_taken_in_does_not_count_for_one_agencys_texts(traced):
    pairs = {
        ("host", "m"): AlignedPair((match(0, 0), match(1, 1)), replace(COPY, kept=0.7, copied=0.6)),
        ("insert", "m"): AlignedPair((match(0, 3), match(1, 4)), replace(COPY, kept=0.6, copied=0.45)),
    }
    pages = named(traced, ("host", "insert", "m"), credited=("AP",))
    alike = {("host", "insert"): 0.3, ("insert", "m"): 0.9, ("host", "m"): 0.9}
    assert related(pages, pairs, alike).families == (("host", "m"), ("insert",))


# Sentences that many pages have.


@pytest.mark.parametrize(("alike", "joined"), [(0.49, False), (0.5, True), (0.51, True)])
def test_what_many_pages_have_proves_something_only_of_pages_of_one_story(traced, alike, joined):
    pages = [traced(name, "All rights of the Karlo Post are reserved.") for name in "abcd"]
    pair = AlignedPair((match(0, 0),), replace(COPY, kept=0.8, copied=0.8))
    found = related(pages, {("a", "b"): pair}, {("a", "b"): alike}, everywhere=0.1)
    assert found.families[0] == (("a", "b") if joined else ("a",))


# One agency's texts.


@pytest.mark.parametrize(
    ("days", "joined"),
    [
        (("2023-02-01", "2023-02-03"), True),
        (("2023-02-01", "2023-02-04"), False),
        (("2023-02-04", "2023-02-01"), False),
    ],
)
def test_texts_of_one_agency_are_of_one_event_within_two_days(traced, days, joined):
    pages = [traced(name, credited=("AP",), day=day) for name, day in zip("ab", days, strict=True)]
    assert bool(related(pages, {}, everywhere=0.5).links) is joined


def test_the_nearest_days_of_two_texts_count(traced):
    days = {"a": "2023-02-01", "b": "2023-02-05", "c": "2023-02-06"}
    pages = [traced(name, credited=("AP",), day=day) for name, day in days.items()]
    found = related(pages, {("a", "b"): shares(0.8, 0.8)}, everywhere=0.5)
    assert found.families == (("a", "b", "c"),)


def test_pages_without_the_credit_do_not_count_for_the_likeness_of_an_agencys_texts(traced):
    pages = [traced("a", credited=("AP",)), traced("b"), traced("c", credited=("AP",))]
    alike = {("a", "b"): 0.9, ("a", "c"): 0.45, ("b", "c"): 0.0}
    found = related(pages, {("a", "b"): shares(0.8, 0.8)}, alike)
    assert [(link.first, link.second, link.why, link.shares) for link in found.links[1:]] == [
        ("a", "c", "agency", (0.0, 0.0))
    ]


@pytest.mark.parametrize("gathering", ["a", "b"])
def test_a_page_that_gathers_many_stories_is_joined_by_no_agency(traced, gathering):
    pages = [traced(name, credited=("AP",), gathers=name == gathering) for name in "ab"]
    assert related(pages, {}, everywhere=0.9).links == ()


def test_an_agencys_text_joins_the_nearest_of_three(traced):
    pages = named(traced, "abc", credited=("AP",))
    alike = {("a", "b"): 0.43, ("a", "c"): 0.6, ("b", "c"): 0.1}
    assert related(pages, {}, alike).families == (("a", "b", "c"),)
    alike = {("a", "b"): 0.1, ("a", "c"): 0.6, ("b", "c"): 0.1}
    assert related(pages, {}, alike).families == (("a", "c"), ("b",))
