import pytest

import copydesk
from copydesk.desk import Desk
from copydesk.errors import DateError, DeskError
from copydesk.records import Published
from desk.sample import council, harbor


@pytest.fixture
def desk(tmp_path):
    with Desk(tmp_path / "desk.db") as desk:
        list(desk.add([harbor(), council()]))
        yield desk


def found(desk, *args, **filters):
    return [hit.id for hit in desk.search(*args, **filters)]


def test_records_come_back_whole(desk):
    assert list(desk.records()) == [harbor(), council()]
    assert desk.record("harbor") == harbor()
    assert desk.count == 2


def test_records_that_are_left_half_way_may_outlive_their_desk(tmp_path):
    with Desk(tmp_path / "desk.db") as desk:
        list(desk.add([harbor(), council()]))
        records = desk.records()
        first = next(records)
    records.close()
    assert (first, list(records)) == (harbor(), [])


def test_adding_again_changes_nothing(desk):
    assert [added.status for added in desk.add([harbor(), council()])] == ["known", "known"]
    assert desk.count == 2


def test_another_reading_of_a_page_replaces_the_first(desk):
    (added,) = desk.add([harbor(section="World")])
    assert (added.id, added.status) == ("harbor", "updated")
    assert desk.record("harbor").section == "World"
    assert desk.count == 2
    assert found(desk, "envoy") == ["harbor"]


def test_another_text_under_a_taken_id_is_kept_beside_it(desk):
    other = council(id_="harbor")
    (added,) = desk.add([other])
    assert added.status == "added"
    assert added.id.startswith("harbor@")
    assert desk.record("harbor").text == harbor().text
    assert desk.record(added.id).text == other.text
    assert [again.status for again in desk.add([other])] == ["known"]


def test_the_path_a_page_came_from_is_no_news(desk):
    page = harbor().page
    moved = harbor(page=type(page)(location="elsewhere.html", retrieved="2026-10-09"))
    assert [added.status for added in desk.add([moved])] == ["known"]


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("", ["harbor", "council"]),
        ("envoy", ["harbor"]),
        ("harbor", ["council", "harbor"]),
        ('"harbor official"', ["harbor"]),
        ("harbor -envoy", ["council"]),
        ("-envoy", ["council"]),
        ("envoy OR dredging", ["harbor", "council"]),
        ("dredg*", ["council"]),
        ("nowhere", []),
        ("!!!", []),
    ],
)
def test_words(desk, query, ids):
    assert sorted(found(desk, query)) == sorted(ids)
    assert desk.hits(query) == len(ids)


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        ({"who": "lindqvist"}, ["harbor"]),
        ({"who": "Lindkvist"}, ["harbor"]),
        ({"who": "Odesa"}, []),
        ({"who": "--"}, []),
        ({"place": "odesa"}, ["harbor"]),
        ({"place": "UA"}, ["harbor"]),
        ({"kind": "anonymous-person"}, ["harbor"]),
        ({"kind": "document"}, []),
        ({"day": "2026-10-08"}, ["harbor"]),
        ({"day": "2026"}, ["harbor", "council"]),
        ({"day": "2026-09-01..2026-09-30"}, ["council"]),
        ({"day": "2026-10.."}, ["harbor"]),
        ({"day": "..2026-09"}, ["council"]),
        ({"publisher": "harborside"}, ["harbor"]),
    ],
)
def test_filters(desk, filters, ids):
    assert found(desk, **filters) == ids
    assert found(desk, "harbor", **filters) == ids or len(ids) == 2


def test_a_day_that_is_none_is_refused(desk):
    with pytest.raises(DateError, match="soon"):
        list(desk.search(day="soon"))


def test_snippets_mark_what_matched(desk):
    (hit,) = desk.search("envoy")
    assert [hit.snippet.text[start:end] for start, end in hit.snippet.marks] == ["envoy"]


def test_pages_of_a_story(desk):
    story = desk.story_of("harbor")
    assert found(desk, story=story) == ["harbor"]
    assert desk.story(story).pages == ("harbor",)
    lines = {line.id: line for line in desk.stories()}
    assert lines[story].title == "Envoy visits Odesa port"
    assert (lines[story].first_day, lines[story].texts) == ("2026-10-08", 1)
    assert desk.story_count == len(lines) == 2


def test_sources(desk):
    (source,) = desk.sources()
    assert (source.name, source.kind, source.named) == ("harbor official", "anonymous-person", False)
    assert (source.quotes, source.pages, source.families) == (1, 1, 1)
    assert list(desk.sources(story=desk.story_of("council"))) == []


def test_timeline_tells_the_event_and_not_its_date_again(desk):
    (moment,) = desk.timeline()
    assert (moment.first, moment.last, moment.type) == ("2026-10-08", "2026-10-08", "CONSULT")
    assert moment.words == "Marta Lindqvist visited Odesa on Thursday."
    assert list(desk.timeline(day="2025")) == []


def test_ids_may_be_shortened_while_they_are_clear(desk):
    assert desk.record("harb").id == "harbor"
    list(desk.add([council(id_="harbinger", published=Published(value="2026-09-29", from_="given"))]))
    with pytest.raises(DeskError, match="several"):
        desk.record("harb")
    with pytest.raises(DeskError, match="not on the desk"):
        desk.record("")


def test_acts_and_relays_are_columns_and_only_words_said_or_shown_are_counted_as_quoted(tmp_path):
    text = (
        "Olga Marin told Reuters on Monday that the mine was not safe. Jane Roth did not say that it would open. "
        "Peter Hale hopes the mine will open in May."
    )
    record = copydesk.read_text(text, published="2024-05-15")
    with Desk(tmp_path / "desk.db") as desk:
        list(desk.add([record]))
        rows = desk._connection.execute(
            "SELECT id, act, inside, told, via, identifiable, negated FROM attributions ORDER BY id"
        ).fetchall()
        assert {row[0]: row[1] for row in rows} == {item.id: item.act for item in record.attributions}
        assert "Reuters" in [row[3] for row in rows]
        assert [row[0] for row in rows if row[6]] == [item.id for item in record.attributions if item.cue.negated]
        thought = {item.id for item in record.attributions if item.act not in ("said", "document")}
        assert thought
        assert "Peter Hale" not in [line.name for line in desk.sources()]
