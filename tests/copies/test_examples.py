"""The example pages come out as they were written: see examples/README.md."""

import pytest

from copydesk.copies import compare, story_from_json, trace
from copydesk.copies.changes.alterations import FACTUAL


@pytest.fixture(scope="module")
def stories(pages):
    return trace(pages.values())


def test_one_story_with_two_independent_sources_and_one_unrelated(pages, stories):
    story, other = stories
    assert set(story.pages) == {pages[n].id for n in "1234567"}
    assert other.pages == (pages["8"].id,)
    assert (story.texts, other.texts) == (2, 1)


def test_the_wire_story_heads_its_copies(pages, stories):
    family = stories[0].families[0]
    assert family.id == pages["1"].id
    assert family.source == "Northwire"
    assert stories[0].title == pages["1"].headline
    assert set(family.members) == {pages[n].id for n in "123457"}
    assert stories[0].families[1].members == (pages["6"].id,)


def test_kinds_of_descent(pages, stories):
    kinds = {edge.target: (edge.source, edge.kind) for edge in stories[0].edges}
    root = pages["1"].id
    assert kinds == {
        pages["2"].id: (root, "copy"),
        pages["3"].id: (root, "cut"),
        pages["4"].id: (root, "copy"),
        pages["5"].id: (root, "rewrite"),
        pages["7"].id: (root, "follow-up"),
    }


def test_what_the_independent_paper_alone_reports(pages, stories):
    alone = " ".join(sole.text for sole in stories[0].families[1].exclusive)
    assert "38 million hryvnias" in alone
    assert all(pages["6"].text[slice(*sole.span)] == sole.text for sole in stories[0].families[1].exclusive)


def test_order_of_records_does_not_matter(pages, stories):
    assert trace(reversed(list(pages.values()))) == stories


def test_story_round_trips(stories):
    assert story_from_json(stories[0].to_json()) == stories[0]


def test_the_rewriting_machine_bent_facts(pages):
    result = compare(pages["1"], pages["5"])
    assert result.relation == "rewrite"
    changed = {(a.kind, a.before, a.after) for a in result.alterations if a.weight >= 0.5}
    assert ("meaning", "has no", "does not recognize") in changed
    assert ("name", "Contact", "Liaison") in changed
    assert ("name", "Lorna Keane", "Lona Keane") in changed
    assert ("number", "412,000", "421,000") in changed
    assert len(changed) <= 8  # dozens of rewordings stay apart
    assert sum(a.kind == "reworded" for a in result.alterations) > 10


def test_house_style_changes_no_fact(pages):
    result = compare(pages["1"], pages["4"])
    assert not [a for a in result.alterations if a.kind in {"name", "number", "date", "negation", "attribution"}]
    respelt = {(a.before, a.after) for a in result.alterations if a.kind == "respelt"}
    assert ("harbor", "harbour") in respelt
    assert ("Neighboring", "Neighbouring") in respelt


def test_verbatim_copy_changes_nothing(pages):
    result = compare(pages["1"], pages["2"])
    assert result.relation == "copy"
    assert result.kept > 0.98
    assert not [a for a in result.alterations if a.kind in FACTUAL]  # some furniture may be left on the page


def test_an_independent_report_is_no_copy(pages):
    assert compare(pages["1"], pages["6"]).relation == "same-event"
    assert compare(pages["1"], pages["8"]).relation == "unrelated"


def test_spans_are_where_the_words_stand(pages):
    for number in "2345678":
        for a in compare(pages["1"], pages[number]).alterations:
            assert a.a is None or pages["1"].text[slice(*a.a)] == a.before
            assert a.b is None or pages[number].text[slice(*a.b)] == a.after
