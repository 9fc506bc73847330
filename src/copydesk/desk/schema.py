"""The tables of a desk file, and how a file of an older version becomes one of this version."""

import sqlite3
from typing import Final

from copydesk.desk import filling

APPLICATION_ID: Final = 0x436F7079  # "Copy": what `file` and SQLite tools can tell a desk by

_FIRST = """
CREATE TABLE pages (
    page INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, digest TEXT NOT NULL,
    location TEXT, media_type TEXT, retrieved TEXT, language TEXT, added TEXT NOT NULL
);
CREATE TABLE records (page INTEGER PRIMARY KEY REFERENCES pages ON DELETE CASCADE, json TEXT NOT NULL);
CREATE TABLE stories (
    story TEXT PRIMARY KEY, title TEXT NOT NULL, pages INTEGER NOT NULL, independent INTEGER NOT NULL,
    first_day TEXT, last_day TEXT, json TEXT NOT NULL
);
CREATE INDEX stories_by_day ON stories (last_day DESC, independent DESC, story);
CREATE TABLE articles (
    page INTEGER PRIMARY KEY REFERENCES pages ON DELETE CASCADE, headline TEXT,
    summary TEXT, section TEXT, authors TEXT, dateline TEXT, published TEXT, first_day TEXT, last_day TEXT,
    published_from TEXT, updated TEXT, publisher TEXT, agency TEXT, names TEXT, places TEXT, kinds TEXT,
    text TEXT NOT NULL,
    story TEXT REFERENCES stories DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX articles_by_day ON articles (first_day DESC, page DESC, last_day);
CREATE INDEX articles_by_story ON articles (story);
CREATE VIRTUAL TABLE search USING fts5 (
    headline, text, names, places, publisher, kinds,
    content='articles', content_rowid='page', prefix='3', tokenize='porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER articles_added AFTER INSERT ON articles BEGIN
    INSERT INTO search (rowid, headline, text, names, places, publisher, kinds)
    VALUES (new.page, new.headline, new.text, new.names, new.places, new.publisher, new.kinds);
END;
CREATE TRIGGER articles_removed AFTER DELETE ON articles BEGIN
    INSERT INTO search (search, rowid, headline, text, names, places, publisher, kinds)
    VALUES ('delete', old.page, old.headline, old.text, old.names, old.places, old.publisher, old.kinds);
END;
CREATE TABLE entities (
    entity INTEGER PRIMARY KEY, type TEXT NOT NULL, name TEXT NOT NULL, country TEXT, latitude REAL, longitude REAL,
    geonames INTEGER, UNIQUE (name, type)
);
CREATE TABLE mentions (
    page INTEGER NOT NULL REFERENCES pages ON DELETE CASCADE, entity INTEGER NOT NULL REFERENCES entities,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, words TEXT NOT NULL
);
CREATE INDEX mentions_by_page ON mentions (page);
CREATE INDEX mentions_by_entity ON mentions (entity);
CREATE TABLE times (
    page INTEGER NOT NULL REFERENCES pages ON DELETE CASCADE, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    words TEXT NOT NULL, type TEXT NOT NULL, value TEXT, mod TEXT, first_day TEXT, last_day TEXT
);
CREATE INDEX times_by_page ON times (page);
CREATE INDEX times_by_day ON times (first_day) WHERE first_day IS NOT NULL;
CREATE TABLE attributions (
    page INTEGER NOT NULL REFERENCES pages ON DELETE CASCADE, id TEXT NOT NULL, kind TEXT NOT NULL,
    source TEXT NOT NULL, source_words TEXT, cue TEXT, lemma TEXT, stance TEXT NOT NULL, speech TEXT NOT NULL,
    content TEXT NOT NULL, anonymity TEXT, start INTEGER, "end" INTEGER
);
CREATE INDEX attributions_by_page ON attributions (page);
CREATE INDEX attributions_by_source ON attributions (source, kind, page);
CREATE TABLE events (
    page INTEGER NOT NULL REFERENCES pages ON DELETE CASCADE, id TEXT NOT NULL, type TEXT, code TEXT,
    predicate TEXT NOT NULL, lemma TEXT NOT NULL, actors TEXT, recipients TEXT, place TEXT, status TEXT NOT NULL,
    value TEXT, first_day TEXT, last_day TEXT, attribution TEXT, start INTEGER NOT NULL, "end" INTEGER NOT NULL
);
CREATE INDEX events_by_page ON events (page);
CREATE INDEX events_by_day ON events (first_day) WHERE first_day IS NOT NULL;
CREATE TABLE defects (
    page INTEGER NOT NULL REFERENCES pages ON DELETE CASCADE, kind TEXT NOT NULL, start INTEGER NOT NULL,
    "end" INTEGER NOT NULL, words TEXT NOT NULL, note TEXT NOT NULL
);
CREATE INDEX defects_by_page ON defects (page);
CREATE TABLE copies (
    page INTEGER PRIMARY KEY REFERENCES pages ON DELETE CASCADE, family TEXT NOT NULL, kind TEXT NOT NULL,
    source TEXT, copied REAL, confidence REAL
);
CREATE TABLE alterations (
    page INTEGER NOT NULL REFERENCES pages ON DELETE CASCADE, source TEXT NOT NULL, kind TEXT NOT NULL,
    weight REAL NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL, note TEXT NOT NULL, start INTEGER, "end" INTEGER
);
CREATE INDEX alterations_by_page ON alterations (page);
"""

_SECOND = """
DROP TRIGGER articles_added;
DROP TRIGGER articles_removed;
DROP TABLE search;
CREATE VIRTUAL TABLE search USING fts5 (
    headline, text, names, places, publisher, kinds,
    content="articles", content_rowid="page", prefix='3', tokenize='porter unicode61 remove_diacritics 2'
);
INSERT INTO search (search, rank) VALUES ('hashsize', 16777216);
INSERT INTO search (search) VALUES ('rebuild');
DROP INDEX attributions_by_source;
ALTER TABLE pages ADD COLUMN title TEXT NOT NULL DEFAULT '';
UPDATE pages SET title =
    (SELECT coalesce(headline, substr(text, 1, 80)) FROM articles WHERE articles.page = pages.page);
ALTER TABLE times ADD COLUMN sentence_start INTEGER;
ALTER TABLE times ADD COLUMN sentence_end INTEGER;
ALTER TABLE events ADD COLUMN sentence_start INTEGER;
ALTER TABLE events ADD COLUMN sentence_end INTEGER;
CREATE TABLE sources (
    source TEXT NOT NULL, kind TEXT NOT NULL, quotes INTEGER NOT NULL, pages INTEGER NOT NULL,
    families INTEGER NOT NULL, PRIMARY KEY (source, kind)
);
CREATE INDEX sources_by_families ON sources (families DESC, quotes DESC, source, kind, pages);
CREATE TABLE source_families (
    source TEXT NOT NULL, kind TEXT NOT NULL, family TEXT NOT NULL, quotes INTEGER NOT NULL, pages INTEGER NOT NULL,
    PRIMARY KEY (source, kind, family)
) WITHOUT ROWID;
INSERT INTO source_families
    SELECT t.source, t.kind, family, count(*), count(DISTINCT page) FROM attributions t JOIN copies USING (page)
    WHERE t.kind <> 'none' AND t.source <> '' GROUP BY t.source, t.kind, family;
INSERT INTO sources
    SELECT source, kind, sum(quotes), sum(pages), count(*) FROM source_families GROUP BY source, kind;
CREATE TABLE prints (
    page INTEGER PRIMARY KEY REFERENCES pages ON DELETE CASCADE, version INTEGER NOT NULL,
    shingles BLOB NOT NULL, facts BLOB NOT NULL
);
"""

# Datasette needs references that name their column; SQLite's manual allows changing a constraint's words this way
_THIRD = """
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(replace(replace(sql,
    'REFERENCES pages ON', 'REFERENCES pages (page) ON'), 'REFERENCES entities,', 'REFERENCES entities (entity),'),
    'REFERENCES stories DEF', 'REFERENCES stories (story) DEF') WHERE type = 'table';
PRAGMA writable_schema = RESET;
"""

# Stories of format 1 are sorted anew, from the records, when pages are added the next time.
_FOURTH = """
CREATE TABLE neighbours (
    page INTEGER NOT NULL REFERENCES pages (page) ON DELETE CASCADE,
    other INTEGER NOT NULL REFERENCES pages (page) ON DELETE CASCADE, PRIMARY KEY (page, other)
) WITHOUT ROWID;
CREATE TABLE aligned (
    page INTEGER NOT NULL REFERENCES pages (page) ON DELETE CASCADE,
    other INTEGER NOT NULL REFERENCES pages (page) ON DELETE CASCADE,
    version INTEGER NOT NULL, pair BLOB NOT NULL, PRIMARY KEY (page, other)
) WITHOUT ROWID;
CREATE INDEX aligned_by_other ON aligned (other);
CREATE TABLE passages (
    page INTEGER NOT NULL REFERENCES pages (page) ON DELETE CASCADE, source TEXT NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, words TEXT NOT NULL
);
CREATE INDEX passages_by_page ON passages (page);
UPDATE articles SET story = NULL;
DELETE FROM stories;
DELETE FROM copies;
DELETE FROM alterations;
DELETE FROM prints;
DELETE FROM sources;
DELETE FROM source_families;
ALTER TABLE stories RENAME COLUMN independent TO texts;
"""

_FIFTH = """
ALTER TABLE events ADD COLUMN kind TEXT;
"""

# What an act of speech is, and who told whom, filled from the records; only what was said or shown counts as quoted.
_SIXTH = """
ALTER TABLE attributions ADD COLUMN act TEXT NOT NULL DEFAULT 'said';
ALTER TABLE attributions ADD COLUMN inside TEXT;
ALTER TABLE attributions ADD COLUMN told TEXT;
ALTER TABLE attributions ADD COLUMN via TEXT;
ALTER TABLE attributions ADD COLUMN identifiable INTEGER NOT NULL DEFAULT 0;
ALTER TABLE attributions ADD COLUMN negated INTEGER NOT NULL DEFAULT 0;
"""

# Neighbours are found anew, by one definition, when pages are added the next time.
_SEVENTH = """
CREATE TABLE grouping (found TEXT NOT NULL, removed INTEGER NOT NULL);
INSERT INTO grouping VALUES ('', 0);
ALTER TABLE neighbours ADD COLUMN near REAL NOT NULL DEFAULT 0;
ALTER TABLE prints ADD COLUMN neighbourhood TEXT;
"""

# One row for each person, body and place, whatever names pages have for it; filled from the records.
_EIGHTH = """
DROP TABLE mentions;
DROP TABLE entities;
DROP TABLE sources;
DROP TABLE source_families;
CREATE TABLE entities (
    entity INTEGER PRIMARY KEY, type TEXT NOT NULL, name TEXT NOT NULL, also TEXT, role TEXT, country TEXT,
    latitude REAL, longitude REAL, geonames INTEGER, pages INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX entities_by_pages ON entities (pages DESC, name, entity);
CREATE TABLE namings (
    naming INTEGER PRIMARY KEY, told TEXT NOT NULL UNIQUE, entity INTEGER REFERENCES entities (entity)
);
CREATE INDEX namings_by_entity ON namings (entity);
CREATE TABLE forms (
    form TEXT NOT NULL, naming INTEGER NOT NULL REFERENCES namings (naming), PRIMARY KEY (form, naming)
) WITHOUT ROWID;
CREATE INDEX forms_by_naming ON forms (naming);
CREATE TABLE mentions (
    page INTEGER NOT NULL REFERENCES pages (page) ON DELETE CASCADE,
    entity INTEGER NOT NULL REFERENCES entities (entity),
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, words TEXT NOT NULL, naming INTEGER NOT NULL
);
CREATE INDEX mentions_by_page ON mentions (page);
CREATE INDEX mentions_by_entity ON mentions (entity);
ALTER TABLE attributions ADD COLUMN entity INTEGER;
ALTER TABLE attributions ADD COLUMN naming INTEGER;
CREATE TABLE sources (
    entity INTEGER NOT NULL, source TEXT NOT NULL, kind TEXT NOT NULL, quotes INTEGER NOT NULL,
    pages INTEGER NOT NULL, families INTEGER NOT NULL, PRIMARY KEY (entity, source, kind)
);
CREATE INDEX sources_by_families ON sources (families DESC, quotes DESC, entity, source, kind, pages);
CREATE TABLE source_families (
    entity INTEGER NOT NULL, source TEXT NOT NULL, kind TEXT NOT NULL, family TEXT NOT NULL, quotes INTEGER NOT NULL,
    pages INTEGER NOT NULL, PRIMARY KEY (entity, source, kind, family)
) WITHOUT ROWID;
"""
_WITH_SENTENCES: Final = 2
_WITH_KINDS: Final = 5
_WITH_ACTS: Final = 6
_WITH_NAMES: Final = 8
MIGRATIONS: tuple[str, ...] = (
    _FIRST,
    _SECOND,
    _THIRD,
    _FOURTH,
    _FIFTH,
    _SIXTH,
    _SEVENTH,
    _EIGHTH,
)  # migration N takes a file from version N to N + 1; append only


def version(connection: sqlite3.Connection) -> int:
    """Return the schema version of a file; 0 for an empty one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a file to this version in one transaction: killed half-way, it is still of the version it was."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        found = version(connection)
        for script in MIGRATIONS[found:]:
            for statement in _statements(script):
                connection.execute(statement)
        if 0 < found < _WITH_SENTENCES:
            filling.sentences(connection)
        if 0 < found < _WITH_KINDS:
            filling.kinds(connection)
        if 0 < found < _WITH_ACTS:
            filling.acts(connection)
        if 0 < found < _WITH_NAMES:
            filling.names(connection)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _statements(script: str) -> list[str]:
    """Split a script: sqlite3.executescript would commit before each run."""
    found, start = [], 0
    for end, character in enumerate(script, 1):
        if character == ";" and sqlite3.complete_statement(script[start:end]):
            found.append(script[start:end])
            start = end
    return found
