import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from copydesk.desk import Desk
from copydesk.desk.query import MAX_TERMS, parse
from copydesk.desk.search import unmark
from desk.sample import harbor


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("envoy visits", '"envoy" AND "visits"'),
        ('"envoy visits"', '"envoy visits"'),
        ('"envoy visits', '"envoy visits"'),
        ("“envoy visits”", '"envoy visits"'),
        ("port OR harbor envoy", '("port" OR "harbor") AND "envoy"'),
        ("OR port OR", '"port"'),
        ("dredg*", '"dredg" *'),
        ("NEAR(a b) AND text:c", '"NEAR(a" AND "b)" AND "AND" AND "text:c"'),
        ("- * ? !", None),
        ("", None),
    ],
)
def test_what_words_mean(typed, wanted):
    assert parse(typed).wanted == wanted


def test_unwanted_words():
    assert parse('port -ferry -"high tide"').unwanted == '"ferry" OR "high tide"'
    assert parse("-ferry").wanted is None


def test_a_query_has_an_end():
    assert parse("word " * 1000).wanted.count("AND") == MAX_TERMS - 1


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    with Desk(tmp_path_factory.mktemp("desk") / "desk.db") as desk:
        list(desk.add([harbor()]))
        yield desk


TYPED = st.text(st.one_of(st.sampled_from('"*-():^+{}\0 ORNEAR'), st.characters()), max_size=40)


@settings(max_examples=80, deadline=None)
@given(query=TYPED, who=st.none() | TYPED)
@example(query='"', who='"')
@example(query="\U0001e900", who=None)  # a letter younger than SQLite's tables
@example(query="²³ ₂", who=None)
@example(query="\ud800", who="\ud800")
def test_no_text_is_an_error(desk, query, who):
    hits = list(desk.search(query, who=who, place=who, publisher=who, story=who))
    assert len(hits) <= desk.count
    assert desk.hits(query, who=who) <= desk.count


@given(st.lists(st.sampled_from(["\ue000", "\ue001", "a", "bc\n"])).map("".join))
def test_marks_lie_in_the_text(marked):
    snippet = unmark(marked)
    assert "\ue000" not in snippet.text
    assert all(0 <= start < end <= len(snippet.text) for start, end in snippet.marks)
