"""Example pages, read once."""

from pathlib import Path

import pytest

import copydesk
from copydesk.records import Record

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@pytest.fixture(scope="session")
def pages() -> dict[str, Record]:
    """The example pages as records, by the number that their names begin with."""
    return {path.name[0]: copydesk.read(path) for path in sorted(EXAMPLES.glob("[1-8]-*"))}
