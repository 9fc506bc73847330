"""Take the README's pictures of the web page: a desk of the example pages, in headless Chromium.

    python docs/screenshots.py [FOLDER]

Writes PNG files to docs/images/ or the folder given. Needs Chromium and its driver (on Debian: chromium and
chromium-driver) and the `dev` extra; the pictures look best where a text face such as Charis SIL is installed.
"""

import base64
import os
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from selenium import webdriver

from copydesk import Record, read_many
from copydesk.desk import Desk
from copydesk.reading.pipeline import read_page
from copydesk.web.app import create_app
from copydesk.web.site import link

ROOT = Path(__file__).resolve().parents[1]
FLAGS = """--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
--disable-component-update --disable-sync --disable-dev-shm-usage --hide-scrollbars"""
WIDTH = 1180
HEIGHT = {"story": 1000}  # others are 800 pixels high
START = {"comparison": "main > h2"}  # what stands at the top of a picture, where that is not the page's own top


@contextmanager
def served(path: Path) -> Iterator[str]:
    """Serve a desk on a free port while the block runs; gives its address."""
    server = uvicorn.Server(uvicorn.Config(create_app(path, read_page), port=0, log_level="error", ws="none"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()


def example_desk(path: Path) -> dict[str, str]:
    """Put the example pages on a new desk; return what the pictures show, by name, as addresses."""
    os.chdir(ROOT)  # so that the pages' locations are relative
    pages = [record for record in read_many("examples") if isinstance(record, Record)]
    with Desk(path) as desk:
        added = list(desk.add(pages))
        story = max(desk.stories(), key=lambda line: line.pages)
    ids = {Path(record.page.location or "").stem[:1]: one.id for record, one in zip(pages, added, strict=True)}
    return {
        "story": link("/story", id=story.id),
        "reading": link("/page", id=ids["5"]),
        "comparison": link("/compare", a=ids["1"], b=ids["5"]),
    }


def take(folder: Path) -> None:
    """Write one picture of each view."""
    options = webdriver.ChromeOptions()
    with tempfile.TemporaryDirectory() as scratch:
        for flag in [*FLAGS.split(), f"--user-data-dir={scratch}/profile"]:
            options.add_argument(flag)
        options.binary_location = shutil.which("chromium") or ""
        views = example_desk(Path(scratch) / "desk.db")
        with served(Path(scratch) / "desk.db") as address:
            browser = webdriver.Chrome(options=options, service=webdriver.ChromeService(shutil.which("chromedriver")))
            for name, view in views.items():
                size = {"width": WIDTH, "height": HEIGHT.get(name, 800), "deviceScaleFactor": 1, "mobile": False}
                browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
                browser.get(address + view)
                browser.execute_script(
                    "document.querySelector(arguments[0])?.scrollIntoView()", START.get(name, "body")
                )
                found = browser.execute_cdp_cmd("Page.captureScreenshot", {"format": "png"})
                (folder / f"web-{name}.png").write_bytes(base64.b64decode(found["data"]))
            browser.quit()


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "images"
    target.mkdir(parents=True, exist_ok=True)
    take(target.resolve())
