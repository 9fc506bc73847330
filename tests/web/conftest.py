"""A desk with a few pages, and a client of its web page."""

import pytest
from starlette.testclient import TestClient

from copydesk.desk import Desk
from copydesk.pages import Page
from copydesk.records import Published, Record
from copydesk.web.app import create_app

from .sample import attack, council, ferry


def read(page: Page) -> Record:
    """Stand in for the reader: the first line is the headline."""
    headline, _, text = page.content.partition("\n")
    published = Published(value=page.published, from_="given") if page.published else None
    return Record(id=page.id, headline=headline, text=text.strip(), published=published)


@pytest.fixture
def path(tmp_path):
    with Desk(tmp_path / "desk.db") as desk:
        list(desk.add([ferry(), council(), attack()]))
    return tmp_path / "desk.db"


@pytest.fixture
def client(path):
    return TestClient(create_app(path, read), base_url="http://127.0.0.1:8765")
