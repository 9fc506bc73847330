"""The language model itself: each text is read whenever a test asks for it."""

import pytest

from copydesk.language.reader import Reader


@pytest.fixture(autouse=True)
def documents_read_anew(parse_anew, monkeypatch):
    monkeypatch.setattr(Reader, "parse", parse_anew)
