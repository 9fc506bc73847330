import random

import pytest

from copydesk.copies import trace
from copydesk.copies.search.prints import fingerprint
from copydesk.desk import Desk, desk_neighbours, kept_stories
from copydesk.errors import DeskError
from copydesk.records import Published
from desk.sample import council, harbor

PORT = [
    "Transport envoy Marta Lindqvist arrived in Odesa on Monday for talks on the grain corridor with Oleh Marchenko.",
    "The terminal shipped 412,000 tons of grain in September, 47,000 more than in August, the State Ports Agency said.",
    "Insurers in London have asked for written guarantees before winter, two people familiar with the talks said.",
    "Marchenko denied that three shipping lines had threatened to leave the harbor.",
    "Lindqvist will travel to Izmail on Friday and meet pilots of the Danube convoy there.",
    "Romania joined the convoy plan last spring with 14 tugboats from its port of Constanta.",
]
OTHER = [
    "Baker Tomas Reuss will close his shop on Pier Street after 61 years, he told customers over coffee this weekend.",
    "His grandmother opened it in 1965 with a single oven and a recipe for rye bread from Bremerhaven.",
    "The building was sold to a hotel group for 2.3 million dollars, the land registry shows.",
    "Regulars collected 800 signatures asking the mayor, Dot Haan, to step in.",
]


def page(id_, sentences, publisher, day):
    return council(
        id_=id_,
        headline=sentences[0][:60],
        text=" ".join(sentences),
        publisher=publisher,
        published=Published(value=day, from_="given"),
    )


PAGES = [
    page("wire", PORT, "Harbor Wire", "2026-10-05"),
    page("copy", PORT, "Estuary Courier", "2026-10-06"),
    page("cut", PORT[:4], "Dune Gazette", "2026-10-06"),
    page("altered", [PORT[0], PORT[1].replace("412,000", "421,000"), *PORT[2:]], "Quay News", "2026-10-07"),
    page("bakery", OTHER, "Pier Street Post", "2026-10-06"),
]


def families(desk):
    found = (desk.story(line.id) for line in desk.stories())
    return {frozenset(family.members) for story in found for family in story.families}


@pytest.fixture
def path(tmp_path):
    return tmp_path / "desk.db"


def test_pages_added_one_by_one_come_to_the_same_as_together(path):
    for record in PAGES:
        with Desk(path) as desk:  # another run each time: nothing is left in memory
            list(desk.add([record]))
    with Desk(path, readonly=True) as desk:
        assert families(desk) == {frozenset(f.members) for story in trace(PAGES) for f in story.families}
        assert families(desk) == {frozenset({"wire", "copy", "cut", "altered"}), frozenset({"bakery"})}
        assert sorted((line.pages, line.texts) for line in desk.stories()) == [(1, 1), (4, 1)]


def test_added_pages_are_told_their_story(path):
    with Desk(path) as desk:
        stories_of = {added.id: added.story for added in desk.add(PAGES)}
        assert stories_of == {record.id: desk.story_of(record.id) for record in PAGES}
        assert len(set(stories_of.values())) == 2


def test_what_a_copy_changed_is_in_the_table(path):
    with Desk(path) as desk:
        list(desk.add(PAGES))
        changed = desk._connection.execute(
            "SELECT p.id, kind, before, after FROM alterations JOIN pages p USING (page) WHERE kind = 'number'"
        ).fetchall()
    assert len(changed) == 1
    id_, kind, before, after = changed[0]
    assert (id_, kind) == ("altered", "number")
    assert "412,000" in before
    assert "421,000" in after


def test_another_reading_with_another_text_leaves_the_story(path):
    hashed = "ab" * 32
    with Desk(path) as desk:
        list(desk.add([*PAGES, page(hashed, PORT, "Late Edition", "2026-10-08")]))
        assert desk.story_of(hashed) == desk.story_of("wire")
        (added,) = desk.add([page(hashed, OTHER, "Late Edition", "2026-10-08")])
        assert added.status == "updated"
        assert desk.story_of(hashed) == desk.story_of("bakery")
        assert sum(line.pages for line in desk.stories()) == desk.count == 6


def test_whatever_the_order_and_the_batches_the_desk_says_what_trace_says(path, tmp_path):
    pages = [*PAGES, harbor(), harbor("copy of harbor", publisher="Quay News")]
    whole = trace(pages)
    for number, sizes in enumerate(([7], [1] * 7, [2, 5], [3, 1, 3])):
        order = random.Random(number).sample(pages, len(pages))
        with Desk(tmp_path / f"{number}.db") as desk:
            for size in sizes:
                list(desk.add(order[:size]))
                order = order[size:]
            kept = [desk.story(line.id) for line in desk.stories()]
        assert sorted(kept, key=lambda story: (-len(story.pages), story.pages)) == list(whole)


def test_pages_stored_before_a_kill_are_grouped_the_next_time(path, monkeypatch):
    with monkeypatch.context() as patch, Desk(path) as desk:
        patch.setattr(kept_stories.StoryKeeper, "group", lambda keeper, fresh: None)  # killed after storing
        list(desk.add(PAGES))
        assert list(desk.stories()) == []
        assert desk.count == 5
    with Desk(path) as desk:
        list(desk.add([]))
        assert sum(line.pages for line in desk.stories()) == 5


def counted(desk):
    """Who is quoted, counted anew."""
    return desk._connection.execute("""SELECT t.source, t.kind, count(*), count(DISTINCT page), count(DISTINCT family)
        FROM attributions t JOIN copies USING (page) WHERE t.kind <> 'none' AND t.source <> ''
        GROUP BY t.source, t.kind ORDER BY 5 DESC, 3 DESC, t.source, t.kind""").fetchall()


def test_sources_are_counted_as_pages_come_change_and_move(path):
    pages = [harbor(), *PAGES, harbor("copy of harbor", publisher="Quay News")]
    apart = harbor("third", text=harbor().text.replace("Marta Lindqvist", "Ola Vinter Dahl"), publisher="Post")
    with Desk(path) as desk:
        for record in [*pages, apart, council("third", text=apart.text), harbor("x" * 8, text=apart.text)]:
            list(desk.add([record]))
            assert [(s.name, s.kind, s.quotes, s.pages, s.families) for s in desk.sources()] == counted(desk)
        assert next(desk.sources()).quotes == 3
        (everyone,) = desk._connection.execute("SELECT sum(pages) FROM source_families").fetchone()
        assert everyone == sum(source.pages for source in desk.sources())
    with Desk(path, readonly=True) as desk:
        assert {source.name for source in desk.sources(kind="anonymous-person")} == {"harbor official"}


def test_a_desk_that_is_opened_again_goes_by_the_fingerprints_it_keeps(path, monkeypatch):
    with Desk(path) as desk:
        list(desk.add(PAGES[:2]))
    hashed = []
    monkeypatch.setattr(desk_neighbours, "fingerprint", lambda texts: hashed.extend(texts) or fingerprint(texts))
    with Desk(path) as desk:
        list(desk.add([PAGES[2]]))
        assert hashed == [PAGES[2].text]
        desk._connection.execute("UPDATE prints SET version = 0, shingles = x'', facts = x''")
    with Desk(path) as desk:
        list(desk.add([PAGES[3]]))
        assert sorted(hashed[1:]) == sorted(record.text for record in PAGES[:4])
        assert families(desk) == {frozenset({"wire", "copy", "cut", "altered"})}


def test_a_story_is_named_by_the_beginning_of_its_id(path):
    with Desk(path) as desk:
        list(desk.add([*PAGES, harbor(published=Published(value="2027-03-08", from_="metadata"))]))
        whole = desk.story_of("wire")
        digits = whole.removeprefix("story-")
        for given in (whole, whole[:10], digits, digits[:5]):
            assert desk.story(given).id == whole
            assert {hit.id for hit in desk.search(story=given)} == {"wire", "copy", "cut", "altered"}
            assert desk.hits(story=given) == 4
        (source,) = desk.sources(story=desk.story_of("harbor")[6:12])
        assert source.name == "harbor official"
        assert list(desk.timeline(desk.story_of("harbor")[:12]))
        with pytest.raises(DeskError, match="several"):
            list(desk.search(story="story-"))
        assert list(desk.search(story="none such")) == []


def test_pages_that_another_process_grouped_meanwhile_are_passed_over(path):
    with Desk(path) as desk:
        list(desk.add(PAGES))
        desk._writer._keeper._group_some()
        assert sum(line.pages for line in desk.stories()) == 5
