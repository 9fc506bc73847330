"""The questions that docs/scale.md answers in DuckDB are answered as they stand there."""

import re
from pathlib import Path

import pytest

pytest.importorskip("pyarrow")
pytest.importorskip("duckdb", reason="DuckDB is an extra")

import duckdb

import copydesk
from copydesk.recordfolder import FolderWriter

pytestmark = pytest.mark.usefixtures("pages_read_once")
ROOT = Path(__file__).resolve().parents[2]
QUERIES = re.search(r"```sql\n(.*?)```", (ROOT / "docs" / "scale.md").read_text(encoding="utf-8"), re.S)[1].split(";")
UNNAMED = "Port shut\n\nOSLO (Reuters) - At least 12 people were killed in Oslo on Monday, a police officer said.\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("queries")
    with FolderWriter(made / "records") as writer:
        for record in copydesk.read_many([ROOT / "examples", {"text": UNNAMED, "publisher": "The Post"}]):
            writer.add(record)
    return made


@pytest.mark.parametrize("query", [one for one in QUERIES if one.strip()], ids=lambda one: one.strip().splitlines()[0])
def test_each_question_has_an_answer(folder, monkeypatch, query):
    monkeypatch.chdir(folder)
    assert duckdb.sql(query).fetchall()
