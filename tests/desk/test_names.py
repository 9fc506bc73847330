"""One row on the desk for each person, body and place, whatever names pages have for it; unsure is apart."""

import random
import sqlite3
from contextlib import closing

import msgspec
import pytest

from copydesk.desk import Desk, desk_names, schema
from copydesk.records import Attribution, Content, Cue, Entity, Place, Record, Source
from desk.sample import unlike


def page(id_: str, *entities: Entity, said_by: int | None = 0) -> Record:
    """A page of its own text that names entities, one sentence each, the first of whom is quoted."""
    text, placed = "", []
    for number, entity in enumerate(entities):
        start = len(text)
        text += f"{entity.name} stood in line {id_} {number}. "
        placed.append(msgspec.structs.replace(entity, id=f"e{number}", mentions=((start, start + len(entity.name)),)))
    sentences = tuple((e.mentions[0][0], text.index(".", e.mentions[0][1]) + 1) for e in placed)
    said = ()
    if said_by is not None:
        kind = "named-person" if placed[said_by].type == "PERSON" else "named-organization"
        source = Source(kind=kind, spans=placed[said_by].mentions, entity=placed[said_by].id)
        content = Content(spans=(sentences[said_by],), speech="indirect")
        said = (Attribution(id="a1", source=source, cue=Cue(lemma="say"), content=content),)
    return Record(id=id_, text=text + unlike(id_), sentences=sentences, entities=tuple(placed), attributions=said)


def person(name: str, role: str | None = None) -> Entity:
    return Entity(id="", type="PERSON", name=name, role=role, mentions=())


def body(name: str, *variants: str) -> Entity:
    return Entity(id="", type="ORG", name=name, variants=variants, mentions=())


def town(name: str, official: str, country: str, geonames: int | None, latitude: float | None = 1.0) -> Entity:
    place = Place(name=official, country=country, latitude=latitude, geonames=geonames)
    return Entity(id="", type="PLACE", name=name, mentions=(), place=place)


UKRAINE = town("Ukraine", "Ukraine", "UA", 690791, None)
FRANCE = town("France", "France", "FR", 3017382, None)
FULL = page("full", person("Ana Smith", "Acme's chief executive"))
SHORT = page("short", person("Smith", "chief executive of Acme"))
BARE = page("bare", person("Smith"))
NOVELIST = page("novelist", person("Ana Smith", "novelist"))
OFFICER = page("officer", person("Ana Smith", "police chief of Northgate"))
BANK = page("bank", body("Valley Cantonal Bank", "VCB"))
VCB = page("vcb", body("VCB"))
OTHER_VCB = page("other", body("Velo Club Bern", "VCB"))
ODESA, ODESSA = (
    page("odesa", town("Odesa", "Odesa", "UA", 698740)),
    page("odessa", town("Odessa", "Odesa", "UA", 698740)),
)
KYIV_MINISTRY = page("kyiv", body("Foreign Ministry"), UKRAINE)
PARIS_MINISTRY = page("paris", body("the Foreign Ministry"), FRANCE)
OPEN_MINISTRY = page("open", body("Foreign Ministry"), UKRAINE, FRANCE)
ALL = [
    FULL, SHORT, BARE, NOVELIST, OFFICER, BANK, VCB, OTHER_VCB, ODESA, ODESSA, KYIV_MINISTRY, PARIS_MINISTRY,
    OPEN_MINISTRY,
]  # fmt: skip


def told(desk: Desk) -> list[tuple[object, ...]]:
    """Return what the desk says of sources and of names, without the numbers, which tell the order of adding."""
    sources = [msgspec.structs.astuple(msgspec.structs.replace(line, entity=None)) for line in desk.sources()]
    named = [msgspec.structs.astuple(msgspec.structs.replace(line, entity=0)) for line in desk.entities()]
    return sorted(sources, key=str) + sorted(named, key=str)


def rows(desk: Desk) -> list[tuple[str, int]]:
    return sorted((line.name, line.pages) for line in desk.sources())


def counted(desk: Desk) -> list[tuple[object, ...]]:
    return desk._connection.execute("""SELECT coalesce(t.entity, 0), t.kind, count(*), count(DISTINCT page),
        count(DISTINCT family) FROM attributions t JOIN copies USING (page)
        GROUP BY t.entity, iif(t.entity IS NULL, t.source, ''), t.kind ORDER BY 1, 2""").fetchall()


def kept(desk: Desk) -> list[tuple[object, ...]]:
    return desk._connection.execute(
        "SELECT entity, kind, quotes, pages, families FROM sources WHERE pages > 0 ORDER BY 1, 2"
    ).fetchall()


@pytest.fixture
def desk(tmp_path):
    with Desk(tmp_path / "desk.db") as desk:
        yield desk


@pytest.mark.parametrize(
    ("pages", "sources"),
    [
        ((FULL, SHORT), [("Ana Smith", 2)]),
        ((FULL, SHORT, BARE), [("Ana Smith", 2), ("Smith", 1)]),
        ((NOVELIST, OFFICER), [("Ana Smith", 1), ("Ana Smith", 1)]),
        ((BANK, VCB), [("Valley Cantonal Bank", 2)]),
        ((BANK, VCB, OTHER_VCB), [("VCB", 1), ("Valley Cantonal Bank", 1), ("Velo Club Bern", 1)]),
        ((KYIV_MINISTRY, PARIS_MINISTRY), [("Foreign Ministry", 1), ("Foreign Ministry", 1)]),
        ((KYIV_MINISTRY, OPEN_MINISTRY), [("Foreign Ministry", 1), ("Foreign Ministry", 1)]),
        ((ODESA, ODESSA), [("Odesa", 2)]),
    ],
)
def test_sources_have_one_row_where_pages_tell_that_they_are_one(desk, pages, sources):
    list(desk.add(pages))
    assert rows(desk) == sources
    assert kept(desk) == counted(desk)


def test_a_row_tells_the_other_names_and_the_role(desk):
    list(desk.add([FULL, SHORT, ODESA, ODESSA, BANK, KYIV_MINISTRY]))
    lines = {line.name: line for line in desk.entities()}
    assert (lines["Ana Smith"].also, lines["Ana Smith"].role) == (("Smith",), "Acme's chief executive")
    assert (lines["Odesa"].also, lines["Odesa"].geonames, lines["Odesa"].pages) == (("Odessa",), 698740, 2)
    assert lines["Valley Cantonal Bank"].also == ("VCB",)
    assert lines["Foreign Ministry"].country == "UA"
    assert [line.also for line in desk.sources(who="odessa")] == [("Odessa",)]
    assert [line.name for line in desk.entities(who="vcb", type="ORG")] == ["Valley Cantonal Bank"]
    assert list(desk.entities(type="WORK")) == []


def test_entities_of_a_story_are_those_of_its_pages(desk):
    list(desk.add([FULL, ODESA]))
    (line,) = desk.entities(story=desk.story_of("odesa"))
    assert (line.name, line.pages) == ("Odesa", 1)


def test_what_the_desk_says_depends_on_its_pages_and_not_on_their_order(tmp_path):
    found = []
    for seed in range(3):
        order = random.Random(seed).sample(ALL, len(ALL))
        with Desk(tmp_path / f"{seed}.db") as desk:
            for start in range(0, len(order), size := seed * 4 + 1):
                list(desk.add(order[start : start + size]))
            assert kept(desk) == counted(desk)
            found.append(told(desk))
    assert found[0] == found[1] == found[2]


def test_what_joined_or_parted_others_does_so_no_more_when_it_is_taken_off(tmp_path):
    gone = ("other", "full", "novelist", "kyiv")
    with Desk(tmp_path / "one.db") as one, Desk(tmp_path / "two.db") as two:
        list(one.add(ALL))
        for id_ in gone:
            one.remove(id_)
            assert kept(one) == counted(one)
        list(two.add([record for record in ALL if record.id not in gone]))
        assert told(one) == told(two)
        assert rows(one).count(("Valley Cantonal Bank", 2)) == 1
        for table in ("entities", "namings", "forms"):
            count = f"SELECT count(*) FROM {table}"
            assert one._connection.execute(count).fetchone() == two._connection.execute(count).fetchone()


def test_another_reading_of_a_page_takes_its_names_along(desk, tmp_path):
    list(desk.add([FULL, SHORT, BANK, VCB]))
    again = msgspec.structs.replace(SHORT, entities=(msgspec.structs.replace(SHORT.entities[0], role="a fan"),))
    assert [added.status for added in desk.add([again])] == ["updated"]
    assert rows(desk) == [("Ana Smith", 1), ("Smith", 1), ("Valley Cantonal Bank", 2)]
    assert kept(desk) == counted(desk)


def test_a_copy_that_names_nobody_in_full_means_the_same_as_its_source(desk):
    list(desk.add([BARE, msgspec.structs.replace(BARE, id="copy of bare", publisher="Quay News")]))
    assert rows(desk) == [("Smith", 2)]


def test_a_desk_of_the_version_before_has_one_row_for_each_too(tmp_path):
    new, old = tmp_path / "new.db", tmp_path / "old.db"
    with Desk(new) as desk:
        list(desk.add(ALL))
        before = told(desk)
    with closing(sqlite3.connect(old)) as connection:
        for script in schema.MIGRATIONS[:7]:
            connection.executescript(script)
        connection.execute("ATTACH ? AS new", (str(new),))
        tables = [name for (name,) in connection.execute("SELECT name FROM main.sqlite_schema WHERE type = 'table'")]
        for table in tables:
            if table.startswith("search") or table in ("entities", "mentions", "sources", "source_families"):
                continue
            columns = ", ".join(f'"{row[1]}"' for row in connection.execute(f"PRAGMA main.table_info({table})"))
            connection.execute(f"DELETE FROM main.{table}")
            connection.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM new.{table}")
        connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
        connection.execute("PRAGMA user_version = 7")
        connection.commit()
    with Desk(old) as desk:
        assert told(desk) == before
        assert kept(desk) == counted(desk)


def test_more_that_hangs_together_than_is_looked_at_is_left_as_it_is(desk, monkeypatch):
    monkeypatch.setattr(desk_names, "_MOST_JOINED", 2)
    list(desk.add([page(str(n), person(f"{given} Smith")) for n, given in enumerate(("Ana", "Bo", "Cy", "Di"))]))
    assert sum(line.pages for line in desk.sources()) == 4
