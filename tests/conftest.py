"""Fixtures that all tests share; what they would all do again and again is done once."""

import gc
import os
import sys
from functools import cache, lru_cache
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("untimed", deadline=None)  # a busy machine is no failure
settings.load_profile("untimed")

DOCUMENTS = 500
LONGEST = 20_000
"""Texts whose documents are kept, and the most characters of each: nearly all that tests read more than once."""
PAGES = 200
"""Pages whose records are kept."""


def pytest_configure() -> None:
    """Have Python keep what it compiles, here and in each process that a test starts, even where told not to.

    Some hundred processes would each compile all of copydesk anew, and each run of the tests all tests.
    """
    sys.dont_write_bytecode = False
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def pytest_collection_finish() -> None:
    """Leave the tests themselves, some hundred thousand objects, out of what is searched for garbage."""
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def parse_anew():
    """Keep the document of each text that the language model has read; return what reads one anew.

    The same text gives the same document. What is tested of the model itself (`tests/language`) is read each time.
    """
    from copydesk.language.reader import Reader

    anew = Reader.parse
    kept = lru_cache(DOCUMENTS)(anew)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Reader, "parse", lambda self, text: (kept if len(text) <= LONGEST else anew)(self, text))
        yield anew


@cache
def _read_page():
    from copydesk.reading.pipeline import read_page

    return lru_cache(PAGES)(read_page)


@pytest.fixture(scope="module")
def pages_read_once():
    """Keep the record of each page: for modules about what becomes of records, the examples are read once."""
    from copydesk import api
    from copydesk.reading import pipeline

    read = _read_page()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "read_page", read)
        patch.setattr(api, "read_page", read)
        yield


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of public corpora; tests that need it skip where it is absent."""
    folder = Path(os.environ.get("COPYDESK_SHARED", Path(__file__).resolve().parents[2] / "shared"))
    if not (folder / "data").is_dir():
        pytest.skip(f"the corpora are not here: no {folder.name}/data beside the project (set COPYDESK_SHARED)")
    return folder
