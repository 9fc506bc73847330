"""robots.txt of each site, asked once a run (RFC 9309)."""

from collections.abc import Callable
from typing import Final
from urllib.parse import urlsplit

from protego import Protego

MAX_ROBOTS: Final = 512 * 1024
AGENT: Final = "copydesk"
_MAX_DELAY: Final = 60.0  # seconds; a site that asks for more is waited for so long


class Robots:
    """What sites allow.

    Args:
        fetch: gets an address; returns status and body, or None where it cannot be reached.
    """

    def __init__(self, fetch: Callable[[str], tuple[int, bytes] | None]) -> None:
        self._fetch = fetch
        self._known: dict[str, Protego | None] = {}

    def allows(self, url: str) -> bool:
        """Tell whether a page may be fetched. A site whose robots.txt fails (not: is missing) allows nothing."""
        rules = self._rules(url)
        return rules is not None and bool(rules.can_fetch(url, AGENT))

    def delay(self, url: str) -> float:
        """Return the seconds between two requests that a site asks for, at most a minute."""
        rules = self._rules(url)
        asked = rules.crawl_delay(AGENT) if rules is not None else None
        return min(float(asked or 0), _MAX_DELAY)

    def _rules(self, url: str) -> Protego | None:
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._known:
            answer = self._fetch(f"{site}/robots.txt")
            if answer is None or answer[0] >= 500:
                self._known[site] = None
            else:
                text = answer[1][:MAX_ROBOTS].decode("utf-8", "replace") if answer[0] < 300 else ""
                self._known[site] = Protego.parse(text)
        return self._known[site]
