"""What the docs show of the program is what the program says now."""

import importlib.util
from pathlib import Path

DOCS = Path(__file__).resolve().parents[2] / "docs"


def test_schema_is_current():
    spec = importlib.util.spec_from_file_location("make", DOCS / "make.py")
    make = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(make)
    assert (DOCS / "record.schema.json").read_text(encoding="utf-8") == make.schema(), "run python docs/make.py"
