"""What hostile pages and hostile web sites try, one test each."""

import gzip
from html import escape as html_escape

import anyio
import pytest
from lxml import html
from starlette.exceptions import HTTPException
from starlette.testclient import TestClient

from copydesk.desk import Desk
from copydesk.reading.pipeline import read_page
from copydesk.web import security, uploads
from copydesk.web.app import create_app
from copydesk.web.security import HEADERS

from .conftest import read
from .sample import EVIL, attack
from .test_views import token

EVIL_ID = attack().id
VIEWS = [
    "/",
    "/page",
    "/story",
    "/claims",
    "/timeline",
    "/sources",
    "/search?q=said",
    "/search?q=" + "%3Cscript%3E",
    "/add",
    "/compare",
]
OWN_SCRIPT = "/static/drop.js"
URL_ATTRIBUTES = {"href", "src", "action", "formaction", "data", "poster", "srcset", "ping", "background", "xlink:href"}


@pytest.fixture
def addresses(client, path, monkeypatch):
    from copydesk.copies.copy_types import Comparison

    whole = Comparison(a=EVIL_ID, b=EVIL_ID, relation="copy", copied=1, kept=1, monotony=1, evidence=(EVIL,))
    monkeypatch.setattr(Desk, "compare", lambda desk, a, b: whole)
    with Desk(path) as desk:
        story = desk.story_of(EVIL_ID)
    queries = {
        "/page": {"id": EVIL_ID},
        "/story": {"id": story},
        "/claims": {"id": story},
        "/compare": {"a": EVIL_ID, "b": EVIL_ID},
    }
    return [str(client.build_request("GET", view, params=queries.get(view)).url) for view in VIEWS]


def test_no_word_of_a_page_becomes_markup_code_or_a_link(client, addresses):
    for address in addresses:
        answer = client.get(address)
        assert answer.status_code == 200, address
        root = html.fromstring(answer.text)
        assert [node.get("src", "").partition("?")[0] for node in root.iter("script")] == [OWN_SCRIPT]
        assert not list(root.iter("img", "style", "iframe", "object", "embed", "base", "meta-refresh"))
        for node in root.iter():
            if not isinstance(node.tag, str):
                continue
            assert not [name for name in node.attrib if name.startswith("on") or name == "style"], address
            for name in URL_ATTRIBUTES & set(node.attrib):
                assert node.get(name).startswith(("/", "#", "https://pier.example/")), (address, node.get(name))
                assert not node.get(name).startswith("//")
        assert "{{7*7}}" in answer.text or "49" not in root.text_content()


def test_the_attack_page_is_shown_in_its_own_words(client):
    root = html.fromstring(client.get("/page", params={"id": EVIL_ID}).text)
    assert root.xpath("//h1")[0].text_content() == EVIL
    assert not root.xpath("//a[contains(@href, 'javascript')]")


def test_the_picture_of_a_hostile_story_is_inert(client, path):
    with Desk(path) as desk:
        story = desk.story_of(EVIL_ID)
    answer = client.get("/tree.svg", params={"id": story})
    assert "<script" not in answer.text
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")


def test_every_answer_carries_the_policy(client):
    for address in ("/", "/nowhere", "/static/desk.css", "/page?id=nobody", "/record.json?id=ferry", "/add"):
        headers = client.get(address).headers
        for name, value in HEADERS.items():
            assert headers.get_list(name) == [value], (address, name)
    policy = HEADERS["content-security-policy"]
    assert "unsafe" not in policy
    assert "http" not in policy
    assert "*" not in policy


def test_pages_use_no_inline_code_and_load_nothing_from_elsewhere(client):
    style = client.get("/static/desk.css").text
    assert "url(" not in style
    assert "@import" not in style
    assert client.get("/static/../app.py").status_code == 404
    assert client.get("/static/%2e%2e%2fapp.py").status_code == 404


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:8765", "127.0.0.1.evil.example", "localhost.evil.example", "", "[::1", "127.0.0.1:x",
     "192.168.1.7:8765", "localhost@evil.example", "[::1]evil.example"],
)  # fmt: skip
def test_a_rebound_name_gets_no_answer(client, host):
    answer = client.get("/", headers={"host": host})
    assert answer.status_code == 421
    assert "Ferry" not in answer.text


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8765", "localhost:1", "LOCALHOST", "[::1]:8765"])
def test_this_machine_gets_an_answer(client, host):
    assert client.get("/", headers={"host": host}).status_code == 200


def test_two_hosts_are_refused(client):
    assert client.get("/", headers=[("host", "localhost"), ("host", "evil.example")]).status_code == 421


def test_beyond_loopback_addresses_are_answered_but_no_other_names(path):
    client = TestClient(create_app(path, read, host="0.0.0.0"))
    assert client.get("/", headers={"host": "192.168.1.7:8765"}).status_code == 200
    assert client.get("/", headers={"host": "evil.example"}).status_code == 421
    named = TestClient(create_app(path, read, host="newsroom.lan"))
    assert named.get("/", headers={"host": "newsroom.lan:8765"}).status_code == 200


def post(client, headers=None, **fields):
    files = {"files": ("one.txt", b"Planted headline\nPlanted words.")}
    return client.post("/add", params=fields, files=files, headers=headers or {})


def planted(client):
    return "Planted headline" in client.get("/search?q=planted").text


@pytest.mark.parametrize("fields", [{}, {"token": ""}, {"token": "guess"}, {"token": "é" * 43}])
def test_a_form_without_the_token_changes_nothing(client, fields):
    assert post(client, **fields).status_code == 403
    assert not planted(client)


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "none"},
        {"origin": "http://evil.example"},
        {"origin": "https://127.0.0.1:8765"},
        {"origin": "http://127.0.0.1:9999"},
        {"origin": "null"},
        {"origin": "http://evil.example", "sec-fetch-site": "same-origin"},
    ],
)
def test_another_sites_form_changes_nothing_even_with_the_token(client, headers):
    assert post(client, headers, token=token(client)).status_code == 403
    assert not planted(client)


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "null", "sec-fetch-site": "same-origin"},
        {"origin": "http://127.0.0.1:8765"},
        {"sec-fetch-site": "same-origin"},
    ],
)
def test_the_desks_own_form_works(client, headers):
    assert post(client, headers, token=token(client)).status_code == 200
    assert planted(client)


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_other_methods_are_refused(client, method):
    assert client.request(method, "/add").status_code == 405


def test_getting_changes_nothing(client):
    client.get("/add", params={"token": token(client), "files": "x"})
    assert not planted(client)


def test_another_page_may_link_here_but_not_load_this(client):
    link = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}
    assert client.get("/", headers=link).status_code == 200
    for mode in ("no-cors", "cors", "websocket"):
        answer = client.get("/record.json?id=ferry", headers={"sec-fetch-site": "cross-site", "sec-fetch-mode": mode})
        assert answer.status_code == 403


def test_uploads_are_bounded_in_bytes(path):
    client = TestClient(create_app(path, read, max_body=5000), base_url="http://localhost")
    own = token(client)
    assert client.post("/add", params={"token": own}, files={"files": ("big.txt", b"x" * 6000)}).status_code == 413

    def stream():
        yield from [b"x" * 1000] * 10

    kind = {"content-type": "multipart/form-data; boundary=x"}
    assert client.post("/add", params={"token": token(client)}, content=stream(), headers=kind).status_code in {
        400,
        413,
    }
    form = {"content-type": "application/x-www-form-urlencoded"}
    assert client.post("/add", params={"token": token(client)}, content=stream(), headers=form).status_code in {
        400,
        413,
    }
    assert (
        client.post(
            "/add", params={"token": token(client)}, content=b"", headers={"content-length": "9" * 30}
        ).status_code
        == 413
    )


def test_a_stream_without_a_length_is_cut_off_at_the_limit(path):
    client = TestClient(create_app(path, read, max_body=5000), base_url="http://localhost")
    sent = []

    def stream():
        yield b'--x\r\nContent-Disposition: form-data; name="files"; filename="big.txt"\r\n\r\n'
        for _ in range(10):
            sent.append(1)
            yield b"y" * 1000

    answer = client.post(
        "/add",
        params={"token": token(client)},
        content=stream(),
        headers={"content-type": "multipart/form-data; boundary=x"},
    )
    assert answer.status_code == 413
    assert "content-security-policy" in answer.headers


def test_a_form_without_the_token_is_refused_before_it_is_read(client):
    sent = []

    def stream():
        for number in range(100):
            sent.append(number)
            yield b"x" * 100_000

    kind = {"content-type": "multipart/form-data; boundary=x"}
    assert client.post("/add", params={"token": "guess"}, content=stream(), headers=kind).status_code == 403


def test_a_body_that_stops_coming_is_given_up(monkeypatch):
    monkeypatch.setattr(security, "PAUSE_SECONDS", 0.05)

    async def app(scope, receive, send):
        await receive()

    async def never():
        await anyio.sleep_forever()

    scope = {"type": "http", "method": "POST", "headers": [(b"host", b"localhost")]}
    with pytest.raises(HTTPException) as stop:
        anyio.run(security.Guard(app, host="localhost"), scope, never, never)
    assert stop.value.status_code == 408


def test_a_password_is_asked_for_where_one_is_set(path):
    client = TestClient(create_app(path, read, password="tern"), base_url="http://localhost")
    answer = client.get("/")
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"].startswith("Basic")
    assert "content-security-policy" in answer.headers
    assert client.get("/", auth=("", "tern")).status_code == 200
    assert client.get("/", auth=("anyone", "gull")).status_code == 401
    for odd in ("Basic", "Basic !!!", "Bearer tern", "Basic dGVybg=="):
        assert client.get("/", headers={"authorization": odd}).status_code == 401


def test_an_error_names_no_folder_of_this_machine(client, path):
    for address in ("/page?id=nobody", "/story?id=nobody", "/compare?a=nobody&b=nobody"):
        answer = client.get(address)
        assert answer.status_code == 404
        assert str(path.parent) not in answer.text


def test_uploads_are_bounded_in_number(client):
    files = [("files", (f"{number}.txt", b"h\nt")) for number in range(uploads.MAX_FILES + 1)]
    assert client.post("/add", params={"token": token(client)}, files=files).status_code == 400


def test_uploads_are_bounded_once_unpacked(client, monkeypatch):
    monkeypatch.setattr(uploads, "MAX_UNPACKED", 100_000)
    bomb = gzip.compress(b"a" * 5_000_000)
    answer = client.post("/add", params={"token": token(client)}, files={"files": ("bomb.txt.gz", bomb)})
    assert answer.status_code == 400
    assert "unpacked in one upload" in answer.text


def test_uploads_are_bounded_in_pages(client, monkeypatch):
    monkeypatch.setattr(uploads, "MAX_PAGES", 5)
    lines = b"".join(b'{"id": "n%d", "text": "Planted %d\\nwords"}\n' % (number, number) for number in range(20))
    answer = client.post("/add", params={"token": token(client)}, files={"files": ("many.jsonl", lines)})
    assert "only the first 5 pages were read" in answer.text
    assert client.get("/search?q=planted").text.count('href="/page?id=n') == 5


def test_a_files_name_is_a_label_and_no_path(client):
    files = {"files": ("../../etc/<script>alert(1)</script>.txt", b"%PDF-")}
    answer = client.post("/add", params={"token": token(client)}, files=files)
    assert "<script>alert" not in answer.text
    assert "../" not in html.fromstring(answer.text).xpath("//ul[@class='failures']")[0].text_content()


HOSTILE_PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>{EVIL}</title>
<link rel="canonical" href="javascript:alert(3)"><meta property="og:site_name" content="{html_escape(EVIL)}">
<meta name="author" content="{html_escape(EVIL)}"><base href="http://evil.example/"></head>
<body onload="alert(4)"><article>
<h1>Ferry &lt;script&gt;alert(5)&lt;/script&gt; sails</h1>
<p>“The pier &lt;img src=x onerror=alert(6)&gt; stays shut,” said Ann Duro, who runs the pier, on 8 October 2026.</p>
<p><a href="javascript:alert(7)">Olaf Minn</a> denied
that the ferry &lt;svg/onload=alert(8)&gt; had sailed without him.</p>
<script>alert(9)</script><style>body {{ display: none }}</style><iframe src="http://evil.example/"></iframe>
</article></body></html>"""


def test_a_hostile_page_that_was_really_read_stays_text(path):
    client = TestClient(create_app(path, read_page), base_url="http://localhost")
    answer = client.post("/add", params={"token": token(client)}, files={"files": ("page.html", HOSTILE_PAGE.encode())})
    (address,) = html.fromstring(answer.text).xpath("//section//tbody//th/a/@href")
    for shown in (
        answer,
        client.get(address),
        client.get("/search?q=pier"),
        client.get("/timeline"),
        client.get("/sources"),
    ):
        root = html.fromstring(shown.text)
        assert [node.get("src").partition("?")[0] for node in root.iter("script")] == [OWN_SCRIPT]
        assert not list(root.iter("img", "style", "iframe", "base"))
        assert not [value for node in root.iter() for value in node.attrib.values() if "javascript:" in value]
        assert not [name for node in root.iter() for name in node.attrib if name.startswith("on")]
    assert "<img src=x onerror=alert(6)>" in html.fromstring(client.get(address).text).text_content()
