"""What every view needs: the desk file, the templates, the token of this run, and how addresses are written."""

import hashlib
import secrets
from collections.abc import Callable, Mapping
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote, urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from copydesk.desk import Desk
from copydesk.reading.gazetteer import country_name
from copydesk.web import plain_words
from copydesk.web.uploads import Done, Read

STATIC: Final = {"desk.css": "text/css", "drop.js": "text/javascript", "icon.svg": "image/svg+xml"}
OUTCOMES_KEPT: Final = 50
LONGEST_LIST: Final = 200  # pages of a list that can be asked for


class Site:
    """One desk being served. Holds no connection: each view opens the desk, which takes a millisecond."""

    def __init__(self, path: Path, read: Read) -> None:
        self.path, self.read = path, read
        self.token = secrets.token_urlsafe(32)
        self.outcomes: dict[str, tuple[list[Done], list[str]]] = {}
        self.static = {name: (files("copydesk.web") / "static" / name).read_bytes() for name in STATIC}

    def remember(self, done: list[Done], failures: list[str]) -> str:
        """Keep what became of a form for the page that shows it; return its key. The last fifty are kept."""
        key = secrets.token_urlsafe(12)
        self.outcomes[key] = done, failures
        while len(self.outcomes) > OUTCOMES_KEPT:
            del self.outcomes[next(iter(self.outcomes))]
        return key

    def words(self, error: Exception) -> str:
        """Return an error's words without the folders of this machine: the desk goes by its file's name."""
        words = str(error)
        for path in (str(self.path.resolve()), str(self.path.absolute()), str(self.path)):
            words = words.replace(path, self.path.name)
        return words

    def desk(self) -> Desk:
        """Open the desk for one view."""
        return Desk(self.path)

    @cached_property
    def environment(self) -> Environment:
        """The templates; everything they print is escaped."""
        environment = Environment(
            loader=PackageLoader("copydesk.web"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        environment.globals.update(
            link=link, token=self.token,
            fragment=fragment, static=self.static_link, desk_name=self.path.name, count=plain_words.count,
            day=plain_words.day, days=plain_words.days, short=plain_words.short, plain=plain_words.plain,
            source_kinds=plain_words.SOURCE_KINDS, country_name=country_name,
        )  # fmt: skip
        return environment

    def static_link(self, name: str) -> str:
        """Return the address of a static file; it changes with the file, so browsers may keep it."""
        return link(f"/static/{name}", v=hashlib.sha256(self.static[name]).hexdigest()[:12])

    def page(self, request: Request, template: str, status: int = 200, **values: Any) -> HTMLResponse:
        """Render a view."""
        text = self.environment.get_template(template).render(path=request.url.path, **values)
        return HTMLResponse(text, status)


def link(path: str, **values: object) -> str:
    """Return an address on the desk with its query; None and empty values are left out."""
    query = urlencode({name: str(value) for name, value in values.items() if value not in (None, "")})
    return f"{path}?{query}" if query else path


def fragment(words: str) -> str:
    """Return the part of an address that scrolls to some words: a text fragment, as browsers know since 2020."""
    return "#:~:text=" + quote(" ".join(words.split()[:5]), safe="").replace("-", "%2D")


def relink(path: str, values: Mapping[str, str]) -> Callable[..., str]:
    """Return a function that gives this list's address with some values changed."""
    return lambda **changes: link(path, **{**values, **changes})


def number(request: Request, name: str, default: int = 1, most: int = LONGEST_LIST) -> int:
    """Return a whole number from the query, between 1 and the most; the default where it is none."""
    typed = request.query_params.get(name, "")
    return min(max(int(typed), 1), most) if typed.isascii() and typed.isdecimal() and len(typed) < 9 else default


def typed(request: Request, *names: str) -> dict[str, str]:
    """Return what was typed for some names, trimmed, at most 400 characters each, without control characters."""
    found = {name: request.query_params.get(name, "") for name in names}
    return {name: "".join(c for c in value[:400] if c.isprintable()).strip() for name, value in found.items()}
