"""The desk in a real browser: headless Chromium, with its own eyes for code, contrast, names and keys."""

import shutil
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise

import pytest
import uvicorn

from copydesk.copies.copy_types import Comparison
from copydesk.desk import Desk
from copydesk.web.app import create_app
from copydesk.web.site import link

from .conftest import read
from .sample import attack, council, ferry, pair

FLAGS = """--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
--disable-component-update --disable-sync --disable-dev-shm-usage --hide-scrollbars"""
POINTED = "--host-resolver-rules=MAP evil.example 127.0.0.1"  # what DNS rebinding does
ROLES = {"link", "button", "textbox", "searchbox", "combobox", "checkbox", "image", "region", "navigation"}

PATIENCE = 10  # seconds
LOADED = "return performance.getEntriesByType('resource').map((entry) => entry.name)"
WIDE = """
const width = document.documentElement.clientWidth;
if (document.documentElement.scrollWidth <= width) return [];
return [...document.querySelectorAll("main *")].filter((node) => !node.closest(".scroll, .skip"))
  .filter((node) => node.getBoundingClientRect().right > width + 1).map((node) => node.className || node.tagName);
"""
# the contrast of every visible run of text with what lies behind it, after WCAG 2.2, success criterion 1.4.3
CONTRAST = """
const seen = [];
const parse = (color) => { const [r, g, b, a = 1] = color.match(/[\\d.]+/g).map(Number); return [r, g, b, a]; };
const shine = ([r, g, b]) => [r, g, b].map((c) => c / 255)
  .map((c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
  .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
const behind = (node) => {
  for (let at = node; at; at = at.parentElement) {
    const color = parse(getComputedStyle(at).backgroundColor);
    if (color[3] > 0.99) return color;
  }
  return matchMedia("(prefers-color-scheme: dark)").matches ? [0, 0, 0] : [255, 255, 255];
};
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const node = walker.currentNode.parentElement;
  if (!walker.currentNode.data.trim() || !node.checkVisibility() || node.closest("option, svg title, .skip")) continue;
  const style = getComputedStyle(node);
  const ink = parse(node.closest("svg") ? style.fill : style.color);
  const [light, dark] = [shine(ink), shine(behind(node))].sort((a, b) => b - a);
  const ratio = (light + 0.05) / (dark + 0.05);
  const size = parseFloat(style.fontSize);
  const large = size >= 24 || (size >= 18.66 && parseInt(style.fontWeight) >= 700);
  if (ratio < (large ? 3 : 4.5)) seen.push(`${node.className || node.tagName}: ${ratio.toFixed(2)}`);
}
return seen;
"""


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed: pip install copydesk[dev]")
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not (chromium and driver):
        pytest.skip("Chromium is not installed: on Debian, apt install chromium chromium-driver")
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for flag in [*FLAGS.split(), POINTED, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"]:
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    session = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    yield session
    session.quit()


@pytest.fixture(scope="module")
def desk_path(tmp_path_factory):
    path = tmp_path_factory.mktemp("desk") / "desk.db"
    with Desk(path) as desk:
        list(desk.add([ferry(), council(), attack(), *pair()[:2]]))
    return path


@pytest.fixture(scope="module")
def address(desk_path):
    a, b, comparison = pair()
    whole = Comparison(a=a.id, b=b.id, relation="unrelated", copied=0, kept=0, monotony=0)
    patch = pytest.MonkeyPatch()
    patch.setattr(Desk, "compare", lambda desk, first, second: comparison if (first, second) == ("a", "b") else whole)
    server = uvicorn.Server(uvicorn.Config(create_app(desk_path, read), port=0, log_level="error", ws="none"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()
    patch.undo()


@pytest.fixture(scope="module")
def views(desk_path):
    with Desk(desk_path) as desk:
        evil, story = attack().id, desk.story_of(attack().id)
    return [
        "/", "/page?id=ferry", link("/page", id=evil), link("/story", id=story), link("/claims", id=story),
        "/compare?a=a&b=b", "/timeline", "/sources", "/search?q=said", "/add", "/page?id=nobody",
    ]  # fmt: skip


def see(browser, width=1280, scheme="light"):
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})


def find(browser, css):
    return browser.find_elements("css selector", css)


def wait_for(browser, css):
    deadline = time.monotonic() + 30
    while not (found := find(browser, css)) and time.monotonic() < deadline:
        time.sleep(0.05)
    return found


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_every_view_is_safe_fits_is_legible_and_has_names(browser, address, views, width, scheme):
    see(browser, width, scheme)
    browser.get_log("browser")
    for view in views:
        browser.get(address + view)  # raises where the page opened a dialogue
        until = time.monotonic() + PATIENCE
        while not (loaded := browser.execute_script(LOADED)) and time.monotonic() < until:
            time.sleep(0.1)  # the list may be behind the page
        assert loaded, view
        assert all(name.startswith(f"{address}/static/") for name in loaded), view
        wrong = [entry["message"] for entry in browser.get_log("browser") if "404 (Not Found)" not in entry["message"]]
        assert wrong == [], view
        assert browser.execute_script(WIDE) == [], view
        assert browser.execute_script(CONTRAST) == [], view
        tree = browser.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
        usable = [node for node in tree if not node["ignored"] and node["role"]["value"] in ROLES]
        assert [node["role"]["value"] for node in usable if not node.get("name", {}).get("value", "").strip()] == [], (
            view
        )
        levels = browser.execute_script("return [...document.querySelectorAll('h1,h2,h3')].map((h) => +h.tagName[1])")
        assert levels.count(1) == 1, view
        assert all(after <= before + 1 for before, after in pairwise(levels)), view


def test_a_number_leads_to_its_note_and_back(browser, address):
    see(browser)
    browser.get(f"{address}/page?id=ferry")
    find(browser, "#r3")[0].click()
    assert find(browser, "li.note:target")[0].get_attribute("id") == "n3"
    find(browser, "#n3 .number")[0].click()
    assert find(browser, "a:target")[0].get_attribute("id") == "r3"


def test_pointing_at_a_note_lights_up_its_words(browser, address):
    actions = pytest.importorskip("selenium.webdriver")
    see(browser)
    browser.get(f"{address}/page?id=ferry")
    source = find(browser, ".body .m-source.named-person")[0]
    assert source.value_of_css_property("outline-style") == "none"
    actions.ActionChains(browser).move_to_element(find(browser, "#n3")[0]).perform()
    assert source.value_of_css_property("outline-style") == "solid"


@pytest.mark.parametrize("script", [True, False])
def test_kinds_of_marks_can_be_hidden_with_and_without_javascript(browser, address, script):
    see(browser)
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": not script})
    try:
        browser.get(f"{address}/page?id=ferry")
        note = find(browser, ".note.time")[0]
        assert note.is_displayed()
        find(browser, "#show-times")[0].click()
        assert not note.is_displayed()
        assert find(browser, ".note.defect")[0].is_displayed()
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_the_keyboard_skips_to_the_content(browser, address):
    actions = pytest.importorskip("selenium.webdriver")
    see(browser)
    browser.get(address)
    actions.ActionChains(browser).send_keys(actions.Keys.TAB).perform()
    assert browser.switch_to.active_element.text == "Skip to the content"
    actions.ActionChains(browser).send_keys(actions.Keys.ENTER).perform()
    assert browser.switch_to.active_element.get_attribute("id") == "main"


def test_a_file_is_added_without_javascript(browser, address, tmp_path):
    see(browser)
    (tmp_path / "gull.txt").write_text("Gull lands\nA gull landed on the pier.")
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        browser.get(f"{address}/add")
        find(browser, "#files")[0].send_keys(str(tmp_path / "gull.txt"))
        find(browser, "#drop button")[0].click()
        assert wait_for(browser, "section tbody th a")[0].text == "Gull lands"
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


@pytest.mark.parametrize("view", ["add", "timeline"])
def test_a_file_dropped_on_any_view_is_added(browser, address, view):
    see(browser)
    browser.get(f"{address}/{view}")
    browser.execute_script(
        """const dropped = new DataTransfer();
        dropped.items.add(new File(["Tern lands\\nA tern landed."], "tern.txt", {type: "text/plain"}));
        document.dispatchEvent(new DragEvent("drop", {dataTransfer: dropped, bubbles: true, cancelable: true}));"""
    )
    assert wait_for(browser, "section tbody th a")[0].text == "Tern lands"


def test_a_name_that_was_pointed_here_gets_no_page(browser, address):
    browser.get(address.replace("127.0.0.1", "evil.example"))
    assert "answers only to the address it was started on" in browser.page_source
    assert "ferry" not in browser.page_source


class Forger(BaseHTTPRequestHandler):
    """Another web site on this machine, whose page sends the desk's form by itself."""

    target = ""

    def do_GET(self):
        page = f"""<form method=post enctype=multipart/form-data action="{self.target}/add">
            <input name=token value=guess><textarea name=files>Forged</textarea></form>
            <script>document.forms[0].submit()</script>"""
        self.send_response(200)
        self.send_header("content-type", "text/html")
        self.end_headers()
        self.wfile.write(page.encode())

    def log_message(self, *arguments):
        pass


def test_another_sites_form_is_refused_by_what_the_browser_says_of_it(browser, address):
    Forger.target = address
    forger = ThreadingHTTPServer(("127.0.0.1", 0), Forger)
    threading.Thread(target=forger.serve_forever, daemon=True).start()
    browser.get(f"http://127.0.0.1:{forger.server_port}/")
    deadline = time.monotonic() + 20
    while "own forms" not in browser.page_source and time.monotonic() < deadline:
        time.sleep(0.05)
    assert "Only the desk's own forms may change it." in browser.page_source
    forger.shutdown()
    forger.server_close()
