"""Every view of a desk of the example pages opens: each link is followed, and each two pages are compared."""

import re
from html import unescape
from itertools import permutations
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import copydesk
from copydesk.desk import Desk
from copydesk.reading.pipeline import read_page
from copydesk.web.app import create_app
from copydesk.web.site import link

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
pytestmark = pytest.mark.usefixtures("pages_read_once")
MOST_VIEWS = 400
HREF = re.compile(r'href="(/[^"]*)"')


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    path = tmp_path_factory.mktemp("desk") / "desk.db"
    with Desk(path) as desk:
        pages = [line.id for line in desk.add(copydesk.read_many([str(EXAMPLES)]))]
    return TestClient(create_app(path, read_page), base_url="http://127.0.0.1:8765"), pages


def test_every_link_leads_to_a_view(desk):
    client, _ = desk
    seen, waiting = {"/"}, ["/"]
    while waiting and len(seen) < MOST_VIEWS:
        address = waiting.pop(0)
        answer = client.get(address)
        assert answer.status_code == 200, address
        if answer.headers["content-type"].startswith("text/html"):
            for found in HREF.findall(answer.text):
                target = unescape(found).partition("#")[0]
                if target not in seen and not target.startswith("/static"):
                    seen.add(target)
                    waiting.append(target)
    assert len(seen) > 30


def test_any_two_pages_stand_side_by_side(desk):
    client, pages = desk
    for a, b in permutations(pages, 2):
        answer = client.get(link("/compare", a=a, b=b))
        assert answer.status_code == 200, (a, b)
        assert "B is " in answer.text
