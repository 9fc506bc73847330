"""What the docs show of the program is what the program says now."""

import importlib.util
from pathlib import Path

import pytest

from copydesk.reading.components import BUILT_IN

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
