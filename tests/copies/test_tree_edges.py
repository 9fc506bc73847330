"""Parents and roots at the edges of their bounds, where the order of each two pages is given."""

import pytest
from msgspec.structs import replace

from copydesk.copies import lineage
from copydesk.copies.families import Link
from copydesk.copies.lineage import tree
from copydesk.copies.pairing.alignment_measures import AlignedPair, Measures
from copydesk.copies.pairing.order import Order

COPY = Measures(held=0.9, found=0.9, kept=0.9, copied=0.9, similarity=0.9, facts=1.0, words=60, told=6)


@pytest.fixture
def orders(monkeypatch):
    """How likely it is that each page came before each other, by their ids: half where nothing is given."""
    table, looked = {}, []

    def order(a, b, pair, closely=False):
        if closely:
            looked.append((a.id, b.id))
        known = table.get((a.id, b.id))
        return Order(known if known is not None else 1 - table.get((b.id, a.id), 0.5), ("as given",))

    monkeypatch.setattr(lineage, "order", order)
    return table, looked


def grown(pages, links, measures=None, members=None):
    """Return the tree of pages; `links`: ids in order → why; `measures`: of a link that differ from a copy's."""
    by_id = {page.id: page for page in pages}
    found = [Link(*key, why, (0.8, 0.8)) for key, why in links.items()]
    aligned = {key: AlignedPair((), (measures or {}).get(key, COPY)) for key in links}
    return tree(by_id, members or sorted(by_id), found, aligned)


def parents(found):
    return {edge.target: edge.source for edge in found.edges}


def named(traced, names, **more):
    return [traced(name, house=name.upper(), **more) for name in names]


@pytest.mark.parametrize(
    ("forward", "source", "kind", "root"),
    [
        (0.7, "a", "copy", "a"), (0.71, "a", "copy", "a"), (0.69, "a", "related", None),
        (0.5, "a", "related", None), (0.31, "b", "related", None), (0.29, "b", "copy", "b"),
    ],
)  # fmt: skip
def test_an_arrow_is_drawn_from_a_confidence_of_seven_tenths(traced, orders, forward, source, kind, root):
    orders[0]["a", "b"] = forward
    found = grown(named(traced, "ab"), {("a", "b"): "text"})
    (edge,) = found.edges
    assert (edge.source, edge.kind, edge.confidence) == (source, kind, max(forward, 1 - forward))
    assert found.root == root
    assert edge.evidence == ("as given", "90% of its words")


@pytest.mark.parametrize(("forward", "source"), [(0.51, "a"), (0.5, "b"), (0.49, "b")])
def test_where_nothing_tells_the_page_of_the_earlier_day_stands_above(traced, orders, forward, source):
    orders[0]["a", "b"] = forward
    pages = [traced("a", day="2023-02-02"), traced("b", day="2023-02-01")]
    assert parents(grown(pages, {("a", "b"): "text"})) == {"b" if source == "a" else "a": source}


@pytest.mark.parametrize(
    ("forward", "looked"), [(0.69, True), (0.5, True), (0.31, True), (0.7, False), (0.71, False), (0.29, False)]
)
def test_wording_is_looked_at_where_nothing_else_tells(traced, orders, forward, looked):
    orders[0]["a", "b"] = forward
    grown(named(traced, "ab"), {("a", "b"): "text"})
    assert orders[1] == ([("a", "b")] if looked else [])


def test_wording_is_not_looked_at_without_an_alignment(traced, orders):
    pages = {page.id: page for page in named(traced, "ab")}
    (edge,) = tree(pages, ["a", "b"], [Link("a", "b", "text", (0.8, 0.8))], {}).edges
    assert orders[1] == []
    assert (edge.copied, edge.evidence[-1]) == (0.0, "the same names and numbers in another language")


@pytest.mark.parametrize(("count", "looked"), [(12, 11), (13, 12), (14, 12)])
def test_wording_is_looked_at_in_a_dozen_pairs_of_a_family(traced, orders, count, looked):
    names = [f"p{number:02}" for number in range(count)]
    grown(named(traced, names), {(names[0], name): "text" for name in names[1:]})
    assert len(orders[1]) == looked


def test_measures_are_those_from_the_parent_to_its_copy(traced, orders):
    cut = replace(COPY, kept=0.4, copied=0.8, verbatim_a=0.1, verbatim_b=0.7)
    orders[0]["a", "b"] = 0.9
    assert [(e.kind, e.copied) for e in grown(named(traced, "ab"), {("a", "b"): "text"}, {("a", "b"): cut}).edges] == [
        ("cut", 0.8)
    ]
    orders[0]["a", "b"] = 0.1
    found = grown(named(traced, "ab"), {("a", "b"): "text"}, {("a", "b"): cut.turned()})
    assert [(e.source, e.kind, e.copied) for e in found.edges] == [("b", "cut", 0.8)]


def test_two_pages_above_one_are_both_heads_and_no_root_is_told(traced, orders):
    orders[0].update({("a", "c"): 0.9, ("b", "c"): 0.9})
    found = grown(named(traced, "abc"), {("a", "c"): "text", ("b", "c"): "text"})
    assert (parents(found), found.root) == ({"c": "a"}, None)  # as much from either: the first by id


def test_an_order_that_is_not_known_further_down_leaves_the_root(traced, orders):
    orders[0]["a", "b"] = 0.9
    found = grown(named(traced, "abc"), {("a", "b"): "text", ("b", "c"): "text"})
    assert {(e.source, e.target, e.kind) for e in found.edges} == {("a", "b", "copy"), ("b", "c", "related")}
    assert found.root == "a"


@pytest.mark.parametrize(("why", "kind"), [("rewriting", "rewrite"), ("translation", "translation"), ("text", "copy")])
def test_however_a_page_was_made_from_the_first_that_is_the_root(traced, orders, why, kind):
    orders[0]["a", "b"] = 0.9
    found = grown(named(traced, "ab"), {("a", "b"): why})
    assert ([edge.kind for edge in found.edges], found.root) == ([kind], "a")


def test_one_order_that_is_not_known_below_the_head_leaves_no_root(traced, orders):
    orders[0]["a", "b"] = 0.9
    assert grown(named(traced, "abc"), {("a", "b"): "text", ("a", "c"): "text"}).root is None


def test_a_circle_is_cut_where_least_was_taken(traced, orders):
    orders[0].update({("a", "b"): 0.9, ("b", "c"): 0.9, ("a", "c"): 0.1})
    links = {("a", "b"): "text", ("b", "c"): "text", ("a", "c"): "text"}
    least = {("a", "b"): replace(COPY, copied=0.6)}
    assert parents(grown(named(traced, "abc"), links, least)) == {"c": "b", "a": "c"}


@pytest.mark.parametrize(
    ("copied", "verbatim", "parent"), [(0.7, 0.0, "b"), (0.85, 0.0, "a"), (0.4, 0.35, "b"), (0.4, 0.45, "a")]
)
def test_a_text_counts_by_what_stands_there_word_for_word_too_and_a_rewriting_by_its_shares(
    traced, orders, copied, verbatim, parent
):
    orders[0].update({("a", "c"): 0.9, ("b", "c"): 0.9})
    taken = {("a", "c"): replace(COPY, copied=copied, verbatim_b=verbatim)}
    found = grown(named(traced, "abc"), {("a", "c"): "text", ("b", "c"): "rewriting"}, taken)
    assert parents(found)["c"] == parent


@pytest.mark.parametrize(("more", "parent"), [(0.69, "a"), (0.71, "b")])
def test_a_sure_order_weighs_as_much_as_a_fifth_of_the_words(traced, orders, more, parent):
    orders[0]["a", "c"] = 1.0
    taken = {("a", "c"): replace(COPY, copied=0.5), ("b", "c"): replace(COPY, copied=more)}
    found = grown(named(traced, "abc"), {("a", "c"): "text", ("b", "c"): "text"}, taken)
    assert parents(found)["c"] == parent


def test_a_link_to_a_page_outside_the_family_does_not_end_the_others(traced, orders):
    pages = {page.id: page for page in named(traced, "abc")}
    links = [Link("a", "b", "text", (0.8, 0.8)), Link("b", "c", "text", (0.8, 0.8))]
    assert parents(tree(pages, ["b", "c"], links, {})) == {"c": "b"}


@pytest.mark.parametrize(("first", "second"), [("a", "zz"), ("zz", "a"), ("b", "a"), ("a", "a0")])
def test_links_to_pages_outside_the_family_are_left_out_on_either_side(traced, orders, first, second):
    pages = named(traced, ("a", "a0", "b", "zz"))
    found = tree({page.id: page for page in pages}, ["b"], [Link(first, second, "text", (0.8, 0.8))], {})
    assert (found.edges, found.root) == ((), "b")


# Roots.


def test_of_an_agencys_own_pages_that_hang_on_none_the_earliest_is_the_root(traced, orders):
    own = [traced(f"own{n}", house="AP", own="AP", day=f"2023-02-0{3 - n}") for n in (0, 1, 2)]
    found = grown([*own, traced("paper", house="Post", credited=("AP",))], {})
    assert (found.agency, found.root) == ("AP", "own2")
    assert parents(found) == {"own1": "own2", "own0": "own2", "paper": "own2"}
    assert {(edge.kind, edge.evidence) for edge in found.edges} == {("follow-up", ("AP's, as the rest of its family",))}
    assert [e.confidence for e in found.edges if e.target == "paper"] == [0.9]


def test_an_agencys_own_page_below_another_is_not_the_root(traced, orders):
    orders[0]["a", "own"] = 0.9
    found = grown([traced("a", house="A"), traced("own", house="AP", own="AP")], {("a", "own"): "text"})
    assert (found.agency, found.root, parents(found)) == ("AP", "missing:AP", {"own": "a", "a": "missing:AP"})


@pytest.mark.parametrize(
    ("issuer", "own", "forward", "rooted"),
    [
        (True, "AP", 0.9, True), (True, "AP", 0.7, True),
        (True, "AP", 0.69, False), (False, "AP", 0.9, False), (True, None, 0.9, False),
    ],
)  # fmt: skip
def test_a_body_is_the_root_of_what_an_agencys_own_page_surely_has_from_it(
    traced, orders, issuer, own, forward, rooted
):
    orders[0]["body", "told"] = forward
    pages = [
        traced("body", house="Council", issuer=issuer),
        traced("told", house="AP", own=own, credited=() if own else ("AP",)),
    ]
    found = grown(pages, {("body", "told"): "text"})
    assert (found.agency, found.root) == ((None, "body") if rooted else ("AP", "missing:AP"))


@pytest.mark.parametrize("between", ["echo", "post"])
def test_a_body_is_no_root_where_the_agencys_page_hangs_on_another(traced, orders, between):
    orders[0].update({("issued", between): 0.9, (between, "told"): 0.9})
    pages = [
        traced("issued", house="Council", issuer=True), traced(between, house="Post"), traced("told", own="AP"),
    ]  # fmt: skip
    links = {(min(between, "issued"), max(between, "issued")): "text", (between, "told"): "text"}
    assert grown(pages, links).root == "missing:AP"


def test_a_body_is_no_root_beside_another_head(traced, orders):
    orders[0].update({("body", "told"): 0.9})
    pages = [traced("body", house="Council", issuer=True), traced("told", own="AP"), traced("x", house="X")]
    assert grown(pages, {("body", "told"): "text"}).root == "missing:AP"


def test_an_agency_that_pages_credit_comes_before_the_one_to_which_sources_spoke(traced, orders):
    found = grown([traced("a", house="A", credited=("AP",)), traced("b", house="B", told=("Reuters",))], {})
    assert found.agency == "AP"


# What an agency's later text follows, and what a translation was made from.


@pytest.mark.parametrize(
    ("days", "source"),
    [
        (("2023-02-01", "2023-02-02"), "own1"),  # its latest before
        (("2023-02-01", "2023-02-03"), "own0"),  # the same day is not before
        (("2023-02-03", "2023-02-04"), "own0"),  # none before: the one that it is linked with
        ((None, "2023-02-01"), "own1"),
        (("2023-02-01", None), "own0"),
    ],
)
def test_which_own_page_of_an_agency_a_later_text_follows(traced, orders, days, source):
    orders[0].update({("own0", "paper"): 0.9})
    pages = [traced(f"own{n}", house="AP", own="AP", day=day) for n, day in enumerate(days)]
    pages += [traced("paper", house="Post", credited=("AP",), day="2023-02-03")]
    found = grown(pages, {("own0", "paper"): "agency"})
    edge = next(edge for edge in found.edges if edge.target == "paper")
    assert (edge.source, edge.kind, edge.copied) == (source, "follow-up", 0.0)


def test_without_a_day_a_later_text_follows_the_page_that_it_is_linked_with(traced, orders):
    orders[0].update({("own1", "paper"): 0.9})
    pages = [traced(f"own{n}", house="AP", own="AP", day=f"2023-02-0{n + 1}") for n in (0, 1)]
    found = grown([*pages, traced("paper", credited=("AP",))], {("own1", "paper"): "agency"})
    assert parents(found)["paper"] == "own1"


@pytest.mark.parametrize(("earlier", "later"), [("own0", "own1"), ("own1", "own0")])
def test_an_agencys_own_later_page_follows_another_of_its_own_and_not_itself(traced, orders, earlier, later):
    orders[0].update({("a", later): 0.9})
    pages = [
        traced(earlier, house="AP", own="AP", day="2023-02-01"), traced(later, house="AP", own="AP", day="2023-02-02"),
        traced("a", house="A", credited=("AP",), day="2023-02-01"),
        traced("x", house="AFP", own="AFP", day="2023-02-01"),
    ]  # fmt: skip
    assert parents(grown(pages, {("a", later): "agency"}))[later] == earlier


FACTS = "Then Karlo, Teluna, Ambly, Oster, Halden and Varga came."
FEWER = "Then Karlo, Teluna, Ambly, Oster and Halden came."


@pytest.mark.parametrize(
    ("first", "second", "language", "forward", "source"),
    [
        (FEWER, FACTS, "en", 0.9, "b"),  # holds more of its facts
        (FACTS, FACTS, "en", 0.9, "a"),  # as many: the earlier
        (FEWER, FACTS, "de", 0.9, "a"),  # in another language than its source
        (FEWER, FACTS, "en", 0.49, "a"),  # came after it
        (FEWER, FACTS, "en", 0.5, "b"),
    ],
)
def test_a_translation_is_of_the_page_that_holds_most_of_its_facts(
    traced, orders, first, second, language, forward, source
):
    orders[0].update({("a", "t"): 0.9, ("b", "t"): forward})
    pages = [
        traced("a", first, house="A", language="en"), traced("b", second, house="B", language=language),
        traced("t", FACTS, house="T", language="fr"),
    ]  # fmt: skip
    found = grown(pages, {("a", "t"): "translation"})
    edge = next(edge for edge in found.edges if edge.target == "t")
    assert edge.source == source
    assert edge.kind == ("translation" if source == "a" or forward >= 0.7 else "related")
    assert edge.confidence == (0.9 if source == "a" else forward)


def test_a_translation_counts_by_the_facts_that_it_has_from_its_source(traced, orders):
    orders[0].update({("a", "t"): 0.9, ("b", "t"): 0.9})
    pages = [
        traced("a", FACTS, house="A", language="en"), traced("b", house="B"),
        traced("t", FACTS, house="T", language="fr"),
    ]  # fmt: skip
    links = {("a", "t"): "translation", ("b", "t"): "text"}
    assert parents(grown(pages, links, {("b", "t"): replace(COPY, copied=0.95)}))["t"] == "a"
    assert parents(grown(pages, links, {("b", "t"): replace(COPY, copied=0.95, verbatim_b=0.1)}))["t"] == "b"
