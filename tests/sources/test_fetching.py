"""Fetching, against servers on the loopback interface."""

import gzip

import pytest

import copydesk
from copydesk.errors import PageError
from copydesk.pages import Failure
from copydesk.sources import FetchOptions, Options, Walk

from . import stories
from .server import serving
from .stories import STORIES

fetching = pytest.importorskip("copydesk.sources.address.fetching")
network = pytest.importorskip("copydesk.sources.address.public_network")


@pytest.fixture
def site():
    with serving() as served:
        for story in STORIES:
            served.add(f"/{stories.slug(story)}", stories.html(story))
        yield served


@pytest.fixture
def waits():
    return []


@pytest.fixture
def fetcher(waits):
    with fetching.Fetcher(FetchOptions(allow_private=True, delay=0, timeout=5), waits.append) as made:
        yield made


def read(site, path="/", **options):
    fetch = FetchOptions(allow_private=True, delay=0, **options)
    return list(Walk([site.address + path], Options(fetch=fetch)))


def test_an_address_is_a_page(site):
    (record,) = copydesk.read_many(f"{site.address}/pier-closed", allow_private=True)
    assert record.headline == STORIES[0]["title"]
    assert record.text == stories.text(STORIES[0])
    assert record.page.location == f"{site.address}/pier-closed"
    assert record.page.retrieved.endswith("Z")


def test_private_addresses_are_refused_unless_allowed(site):
    (failure,) = copydesk.read_many(f"{site.address}/pier-closed")
    assert "private network" in str(failure.error)
    assert "--allow-private" in str(failure.error)
    assert site.asked == []


def test_a_redirect_to_a_private_address_is_refused(site, monkeypatch):
    monkeypatch.setattr(network, "is_public", lambda address: address == "127.0.0.1")
    port = site.address.rsplit(":", 1)[1]
    site.add("/away", b"", status=302, Location=f"http://127.0.0.2:{port}/pier-closed")
    (failure,) = Walk([f"{site.address}/away"], Options(fetch=FetchOptions(delay=0)))
    assert "private network" in str(failure.error) or "robots.txt" in str(failure.error)
    assert site.count("/pier-closed") == 0


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.215.14", True),
        ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:127.0.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
        ("no address", False),
    ],
)
def test_public_addresses_are_told_from_others(address, public):
    assert network.is_public(address) == public


def test_robots_txt_is_asked_once_and_followed(site, fetcher):
    site.add("/robots.txt", "User-agent: copydesk\nDisallow: /school-roof\nCrawl-delay: 7\n", "text/plain")
    assert fetcher.get(f"{site.address}/pier-closed").status == 200
    with pytest.raises(PageError, match=r"robots\.txt"):
        fetcher.get(f"{site.address}/school-roof")
    assert fetcher.ready_in(f"{site.address}/x") > 6
    assert site.count("/robots.txt") == 1
    assert site.count("/school-roof") == 0


def test_a_site_whose_robots_txt_fails_is_left_alone(site, fetcher):
    site.add("/robots.txt", "busy", status=503)
    with pytest.raises(PageError, match=r"robots\.txt"):
        fetcher.get(f"{site.address}/pier-closed")


def test_hosts_are_not_hurried(site, waits):
    with fetching.Fetcher(FetchOptions(allow_private=True, delay=5), waits.append) as fetcher:
        for story in STORIES[:2]:
            fetcher.get(f"{site.address}/{stories.slug(story)}")
    assert max(waits) > 4


def test_a_server_that_is_busy_is_asked_again_when_it_says(site, fetcher, waits):
    answers = [(503, {"Retry-After": "7"}, b"busy"), (200, {"Content-Type": "text/html"}, b"<p>Here.")]
    site.pages["/busy"] = lambda request: answers.pop(0)
    assert fetcher.get(f"{site.address}/busy").body == b"<p>Here."
    assert 7 in waits


def test_a_server_that_hangs_up_is_asked_three_times_then_named(site, fetcher, waits):
    site.pages["/broken"] = lambda request: None
    with pytest.raises(PageError, match="cannot be reached"):
        fetcher.get(f"{site.address}/broken")
    assert site.count("/broken") == 3
    assert [wait for wait in waits if wait >= 1] == [1, 2]


def test_error_pages_are_failures(site, fetcher):
    with pytest.raises(PageError, match="404"):
        fetcher.get(f"{site.address}/none")


def test_what_has_not_changed_is_not_sent_again(site, fetcher):
    def page(request):
        known = request.headers.get("If-None-Match") == '"v1"'
        return (304, {"ETag": '"v1"'}, b"") if known else (200, {"ETag": '"v1"', "Last-Modified": "then"}, b"<p>Hi")

    site.pages["/page"] = page
    first = fetcher.get(f"{site.address}/page")
    assert first.validators == ('"v1"', "then")
    assert fetcher.get(f"{site.address}/page", first.validators).status == 304


def test_redirects_are_followed_within_bounds(site, fetcher):
    site.add("/moved", b"", status=301, Location="/pier-closed#top")
    answer = fetcher.get(f"{site.address}/moved")
    assert (answer.asked, answer.url) == (f"{site.address}/moved", f"{site.address}/pier-closed")
    site.add("/round", b"", status=302, Location="/round")
    with pytest.raises(PageError, match="leads on more than"):
        fetcher.get(f"{site.address}/round")
    for target in ("file:///etc/passwd", "ftp://a.example/", "http://[", "http://user:word@a.example/", "//"):
        site.add("/odd", b"", status=302, Location=target)
        with pytest.raises(PageError):
            fetcher.get(f"{site.address}/odd")


def test_large_and_slow_pages_are_refused(site, fetcher, monkeypatch):
    monkeypatch.setattr(fetching.Fetcher._once, "__defaults__", (1000,))
    site.add("/large", gzip.compress(b"a" * 1_000_000), Content_Encoding="gzip")
    with pytest.raises(PageError, match="larger than"):
        fetcher.get(f"{site.address}/large")
    moments = iter([0.0, 0.0, 0.0, 0.0, *([100.0] * 50)])
    monkeypatch.setattr(fetching.time, "monotonic", lambda: next(moments))
    with pytest.raises(PageError, match="took more than"):
        fetcher.get(f"{site.address}/pier-closed")


def test_a_feed_address_gives_the_pages_that_it_lists_newest_first(site):
    site.add("/feed", stories.rss().replace(b"https://harwick.example/2026/10", site.address.encode()), "text/xml")
    inputs = read(site, "/feed")
    assert [item.about.stated for item in inputs] == ["2026-10-09", "2026-10-08", "2026-10-07"]
    assert len(read(site, "/feed", limit=1)) == 1
    assert [item.about.stated for item in read(site, "/feed", since="2026-10-08")] == ["2026-10-09", "2026-10-08"]


def test_sitemaps_of_sitemaps_give_their_pages(site):
    urls = "".join(
        f"<url><loc>{site.address}/{stories.slug(story)}</loc><news:publication_date>{story['day']}T06:00:00Z"
        f"</news:publication_date></url>"
        for story in STORIES
    )
    head = '<?xml version="1.0"?><{} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="n">'
    site.add("/pages.xml.gz", gzip.compress((head.format("urlset") + urls + "</urlset>").encode()), "application/gzip")
    index = (
        f"<sitemap><loc>{site.address}/pages.xml.gz</loc></sitemap><sitemap><loc>{site.address}/none</loc></sitemap>"
    )
    site.add("/sitemap.xml", head.format("sitemapindex") + index + "</sitemapindex>", "text/xml")
    found = read(site, "/sitemap.xml", limit=2)
    assert sum(isinstance(item, Failure) for item in found) == 1
    days = [item.about.stated for item in found if not isinstance(item, Failure)]
    assert days == ["2026-10-09T06:00:00Z", "2026-10-08T06:00:00Z"]


def test_what_was_fetched_is_kept_and_read_again_the_same(site, tmp_path):
    pytest.importorskip("fastwarc")
    site.add("/gzipped", gzip.compress(stories.html(STORIES[1]).encode()), Content_Encoding="gzip")
    kept = tmp_path / "kept.warc.gz"
    fetched = [*read(site, "/pier-closed", warc=str(kept)), *read(site, "/gzipped", warc=str(kept))]
    again = list(Walk([kept]))
    assert [(item.data, item.about.url, item.about.retrieved) for item in again] == [
        (item.data, item.about.url, item.about.retrieved) for item in fetched
    ]


def test_pages_come_over_http2_on_one_connection(monkeypatch):
    pytest.importorskip("trustme", reason="the test extra has it")
    from .http2 import serving_http2

    with serving_http2() as site:
        trusting = network.httpx2.create_ssl_context()
        site.authority.configure_trust(trusting)
        monkeypatch.setattr(network.httpx2, "create_ssl_context", lambda: trusting)
        addresses = []
        for story in STORIES:
            path = f"/{stories.slug(story)}"
            site.pages[path] = (200, stories.html(story).encode())
            addresses.append(site.address + path)
        options = Options(fetch=FetchOptions(allow_private=True, delay=0.0))
        found = list(Walk(addresses, options))
        assert [page.about.url for page in found] == addresses
        assert [page.data for page in found] == [stories.html(story).encode() for story in STORIES]
    assert {connection for connection, _ in site.asked} == {1}
    assert site.asked[0][1] == "/robots.txt"


def test_a_server_whose_certificate_nobody_vouches_for_is_not_read():
    pytest.importorskip("trustme", reason="the test extra has it")
    from .http2 import serving_http2

    with serving_http2() as site:
        options = Options(fetch=FetchOptions(allow_private=True, delay=0.0))
        (failure,) = Walk([site.address + "/a"], options)
    assert isinstance(failure, Failure)
    assert site.asked == []
