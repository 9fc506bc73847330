"""What the docs show of the program is what the program says now."""

import importlib.util
import re
from pathlib import Path

import msgspec
import pytest

from copydesk.reading.components import BUILT_IN
from copydesk.records import Record

DOCS = Path(__file__).resolve().parents[2] / "docs"


@pytest.fixture(scope="module")
def make():
    spec = importlib.util.spec_from_file_location("make", DOCS / "make.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_schema_is_current(make):
    assert (DOCS / "record.schema.json").read_text(encoding="utf-8") == make.schema(), "run python docs/make.py"


def test_table_of_components_is_current(make):
    page = (DOCS / "components.md").read_text(encoding="utf-8")
    assert page == make.with_made(page, "components", make.components()), "run python docs/make.py"
    assert make.components() in page


def test_every_component_says_what_it_does():
    for component in BUILT_IN:
        assert (component.run.__doc__ or "").strip(), f"{component.name} has no docstring"


def test_every_field_of_a_record_is_documented_with_who_fills_it():
    rows = [line.split("|") for line in (DOCS / "record.md").read_text(encoding="utf-8").splitlines() if "|" in line]
    named = {name for _, names, *rest in rows for name in re.findall(r"`(\w+)`", names) if rest[-2].strip()}
    assert {field.encode_name for field in msgspec.structs.fields(Record)} - named == set()
