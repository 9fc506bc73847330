"""Parents, roots and what edges say, given links and what pages say of their origin."""

import pytest
from msgspec.structs import replace

from copydesk.copies.families import Link
from copydesk.copies.lineage import children, tree
from copydesk.copies.pairing.alignment_measures import AlignedPair, Measures

COPY = Measures(held=0.9, found=0.9, kept=0.9, copied=0.9, similarity=0.9, facts=1.0, words=60, told=6)


def family(pages, links, measures=None):
    """Return the tree of pages; `links`: ids in order → (why, shares)."""
    pages = {page.id: page for page in pages}
    found = [Link(*key, why, shares) for key, (why, shares) in links.items()]
    aligned = {key: AlignedPair((), (measures or {}).get(key, COPY)) for key in links}
    return tree(pages, sorted(pages), found, aligned)


def text(kept=0.9, copied=0.9):
    return "text", (kept, copied)


def parents(found):
    return {edge.target: edge.source for edge in found.edges}


def test_the_parent_is_the_page_from_which_most_was_taken(traced):
    pages = [traced(id_, house=id_, day=f"2023-02-0{n}") for n, id_ in enumerate("abc", 1)]
    links = {("a", "b"): text(), ("a", "c"): text(), ("b", "c"): text()}
    much = replace(COPY, copied=0.95, verbatim_b=0.9)
    assert parents(family(pages, links, {("b", "c"): much})) == {"b": "a", "c": "b"}
    assert parents(family(pages, links, {("a", "c"): much})) == {"b": "a", "c": "a"}


def test_a_sure_order_counts_beside_what_was_taken(traced):
    pages = [
        traced("a", house="A", day="2023-02-01"),
        traced("b", house="B", day="2023-02-02"),
        traced("c", house="C", day="2023-02-02"),
    ]
    links = {("a", "c"): text(), ("b", "c"): text()}
    little_less = {("a", "c"): replace(COPY, copied=0.8), ("b", "c"): replace(COPY, copied=0.9, kept=0.95)}
    assert parents(family(pages, links, little_less))["c"] == "a"
    far_less = {("a", "c"): replace(COPY, copied=0.6), ("b", "c"): replace(COPY, copied=0.9, kept=0.95)}
    assert parents(family(pages, links, far_less))["c"] == "b"


def test_no_page_stands_above_itself(traced):
    pages = [traced(id_, house=id_) for id_ in "abc"]
    links = {("a", "b"): text(), ("b", "c"): text(), ("a", "c"): text()}
    found = family(pages, links)
    assert len(found.edges) == 2
    assert len(parents(found)) == 2


def test_links_to_pages_outside_the_family_are_none_of_its(traced):
    pages = {id_: traced(id_, day=f"2023-02-0{n}") for n, id_ in enumerate("abc", 1)}
    links = [Link("a", "b", *text()), Link("b", "c", *text())]
    found = tree(pages, ["a", "b"], links, {("a", "b"): AlignedPair((), COPY), ("b", "c"): AlignedPair((), COPY)})
    assert parents(found) == {"b": "a"}


def test_an_unknown_order_gives_no_arrow_and_no_root(traced):
    found = family([traced("a", house="A"), traced("b", house="B")], {("a", "b"): text()})
    assert [(edge.kind, edge.confidence) for edge in found.edges] == [("related", 0.5)]
    assert found.root is None


def test_of_pages_of_which_nothing_tells_the_earlier_in_the_list_stands_above(traced):
    later = traced("a", house="A", day="2023-02-02", gathers=False)
    assert parents(family([later, traced("b", house="B", day="2023-02-01")], {("a", "b"): text()})) == {"a": "b"}
    assert parents(family([traced("a", house="A"), traced("b", house="B")], {("a", "b"): text()})) == {"b": "a"}


def test_a_family_without_an_agency_is_rooted_in_the_page_that_came_first(traced):
    pages = [traced("a", house="A", day="2023-02-02"), traced("b", house="B", day="2023-02-01")]
    found = family(pages, {("a", "b"): text()})
    assert (found.agency, found.root) == (None, "b")
    assert [(edge.kind, edge.copied) for edge in found.edges] == [("copy", 0.9)]
    assert found.edges[0].confidence > 0.7


def test_a_page_that_credits_an_agency_hangs_below_it_where_its_page_is_not_there(traced):
    pages = [traced("a", house="A", credited=("AP",), day="2023-02-01"), traced("b", house="B", day="2023-02-02")]
    found = family(pages, {("a", "b"): text()})
    assert (found.agency, found.root) == ("AP", "missing:AP")
    assert parents(found) == {"a": "missing:AP", "b": "a"}
    root = next(edge for edge in found.edges if edge.target == "a")
    assert (root.kind, root.confidence, root.copied) == ("copy", 0.9, 0.0)
    assert root.evidence == ("credits AP, whose page is not here",)


def test_the_agencys_own_page_is_the_root(traced):
    pages = [traced("a", house="A", credited=("AP",)), traced("own", house="AP", own="AP")]
    found = family(pages, {("a", "own"): text()})
    assert (found.agency, found.root) == ("AP", "own")
    assert parents(found) == {"a": "own"}


def test_pages_that_hang_on_no_other_follow_the_agencys_own(traced):
    pages = [traced("a", house="A"), traced("own", house="AP", own="AP")]
    found = family(pages, {})
    assert (found.agency, found.root) == ("AP", "own")
    assert [(e.source, e.target, e.kind, e.confidence) for e in found.edges] == [("own", "a", "follow-up", 0.75)]


def test_pages_whose_family_credits_an_agency_say_so(traced):
    pages = [traced("a", house="A", credited=("AP",)), traced("b", house="B"), traced("c", house="C", told=("AP",))]
    found = family(pages, {})
    assert {edge.target: edge.evidence[0] for edge in found.edges} == {
        "a": "credits AP, whose page is not here",
        "b": "pages of its family credit AP, whose page is not here",
        "c": "its sources spoke to AP, whose page is not here",
    }


def test_what_an_agencys_page_tells_of_a_bodys_statement_is_rooted_in_the_statement(traced):
    body = traced("issued", "x", house="Fisheries Council", issuer=True, day="2023-02-01")
    told = traced("told", "The Fisheries Council said so.", house="AP", own="AP", day="2023-02-02")
    found = family([body, told], {("issued", "told"): text()})
    assert (found.agency, found.root) == (None, "issued")
    paper = traced("issued", "x", house="Echo", day="2023-02-01")
    assert family([paper, told], {("issued", "told"): text()}).agency == "AP"


@pytest.mark.parametrize(
    ("more", "agency"),
    [
        ({}, "Reuters"), ({"reporters": True}, None), ({"reported": True}, None), ({"gathers": True}, None),
        ({"told": ("Reuters", "AFP")}, None), ({"told": ()}, None),
    ],
)  # fmt: skip
def test_a_text_whose_sources_spoke_to_one_agency_alone_rests_on_it(traced, more, agency):
    found = family([traced("a", **({"house": "A", "told": ("Reuters",)} | more))], {})
    assert found.agency == agency
    assert found.root == (f"missing:{agency}" if agency else "a")


def test_a_later_text_of_the_same_agency_follows_its_latest_own_page_before(traced):
    own = [traced(f"own{n}", house="AP", own="AP", day=f"2023-02-0{n}") for n in (1, 2, 4)]
    paper = traced("paper", house="Post", credited=("AP",), day="2023-02-03")
    links = {("own1", "paper"): ("agency", (0.0, 0.0)), ("own1", "own2"): text(), ("own2", "own4"): text()}
    found = family([*own, paper], links)
    edge = next(edge for edge in found.edges if edge.target == "paper")
    assert (edge.source, edge.kind) == ("own2", "follow-up")
    assert edge.evidence[-1] == "same agency, same event"


@pytest.mark.parametrize(
    ("why", "kind", "says"),
    [
        ("translation", "translation", "the same names and numbers in another language"),
        ("rewriting", "rewrite", "follows its sentences in other words"),
        ("text", "copy", "90% of its words"),
    ],
)
def test_what_an_edge_says(traced, why, kind, says):
    pages = [traced("a", house="A", day="2023-02-01"), traced("b", house="B", day="2023-02-02")]
    found = family(pages, {("a", "b"): (why, (0.8, 0.8))})
    assert found.edges[0].kind == kind
    assert found.edges[0].evidence[-1] == says


def test_children_by_their_parents(traced):
    pages = [traced(id_, house=id_, day=f"2023-02-0{n}") for n, id_ in enumerate("abc", 1)]
    found = family(pages, {("a", "b"): text(), ("a", "c"): text()})
    assert children(found.edges) == {"a": ["b", "c"]}
