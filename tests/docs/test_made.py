"""What the docs show of the program is what the program says now."""

import importlib.util
import re
from pathlib import Path
from typing import get_args

import msgspec
import pytest

import copydesk
from copydesk.reading.components import BUILT_IN
from copydesk.records import DefectKind, Record

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


def test_table_of_packages_is_current(make):
    page = (DOCS / "architecture.md").read_text(encoding="utf-8")
    assert make.packages() in page, "run python docs/make.py"
    assert "|  |" not in make.packages(), "a package has no docstring"


def test_every_page_of_the_docs_stands_in_the_index():
    listed = set(re.findall(r"\]\(([\w.-]+)\)", (DOCS / "README.md").read_text(encoding="utf-8")))
    pages = {path.name for path in DOCS.glob("*.md")} - {"README.md"}
    assert pages - listed == set()


def test_links_between_pages_lead_somewhere():
    pages = [*DOCS.glob("*.md"), *DOCS.parent.glob("*.md")]
    for page in pages:
        for target in re.findall(r"\]\((?!https?:|#)([^)#\s]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"


DEFECTS = (DOCS / "defects.md").read_text(encoding="utf-8").partition("## How often")[0].split("\n### ")[1:]


def test_every_kind_of_defect_has_its_entry():
    assert [entry.split("`")[1] for entry in DEFECTS] == [*get_args(DefectKind)]
    for entry in DEFECTS:
        assert re.findall(r"^\*\*(.+?)\.\*\*", entry, re.MULTILINE) == [
            "What", "Why it matters", "Example", "How to check",
        ], entry  # fmt: skip


@pytest.mark.parametrize("entry", [entry for entry in DEFECTS if "**Example.** `" in entry])
def test_the_example_of_a_defect_is_marked(entry):
    kind, example = entry.split("`")[1], re.search(r"\*\*Example\.\*\* `(.+)`", entry)[1]
    found = copydesk.read_text(example, as_is=True).defects
    assert kind in {defect.kind for defect in found}, found


def test_every_component_says_what_it_does():
    for component in BUILT_IN:
        assert (component.run.__doc__ or "").strip(), f"{component.name} has no docstring"


def test_every_field_of_a_record_is_documented_with_who_fills_it():
    rows = [line.split("|") for line in (DOCS / "record.md").read_text(encoding="utf-8").splitlines() if "|" in line]
    named = {name for _, names, *rest in rows for name in re.findall(r"`(\w+)`", names) if rest[-2].strip()}
    assert {field.encode_name for field in msgspec.structs.fields(Record)} - named == set()
