"""The newsroom: invented stories as they spread over the web, with the truth of each page, read and traced."""

import importlib.util
import json
from collections import Counter
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any, Final, NamedTuple

from copydesk.copies import trace
from copydesk.copies.copy_types import Story
from copydesk.records import Record
from corpora.shared import SHARED

FOLDER: Final = SHARED / "data" / "copies" / "newsroom"
OWN: Final = Path(__file__).parents[1] / "training" / "data" / "newsroom"
"""A newsroom of ours in the same form, to fit on beside the shared one."""
FORMS: Final = ("html", "text")
"""How the pages are given: as pages with their metadata, as batch lines of text."""


class Newsroom(NamedTuple):
    """The truth of each story, the records of all pages, and the stories that `trace` finds among them."""

    truth: list[dict[str, Any]]
    records: dict[str, Record]
    stories: list[Story]

    def owner(self, story: Story) -> int:
        """Return the number of the known story that most pages of a traced one come from."""
        of_page = {page["id"]: number for number, known in enumerate(self.truth) for page in known["pages"]}
        return Counter(of_page[page] for page in story.pages).most_common(1)[0][0]


@cache
def yardstick() -> ModuleType:
    """Return the yardstick of newsrooms, `../shared/score/newsroom.py`."""
    spec = importlib.util.spec_from_file_location("newsroom_yardstick", SHARED / "score" / "newsroom.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def truth(folder: Path = FOLDER) -> list[dict[str, Any]]:
    """Return the known stories of a newsroom."""
    return [json.loads(file.read_text(encoding="utf-8")) for file in sorted(folder.glob("*.json"))]


@cache
def newsroom(form: str, folder: Path = FOLDER) -> Newsroom:
    """Return a newsroom, read in one of the forms and traced, all stories together."""
    known = truth(folder)
    records: dict[str, Record] = yardstick().read([page for story in known for page in story["pages"]], form == "html")
    return Newsroom(known, records, list(trace(records.values())))
