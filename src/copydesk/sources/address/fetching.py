"""Getting one address: politely, within limits, with retries, and only what has changed since."""

import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final
from urllib.parse import urldefrag, urljoin, urlsplit

import httpcore2
import httpx2
import msgspec

from copydesk.errors import PageError
from copydesk.sources.address.public_network import client
from copydesk.sources.address.robots import Robots
from copydesk.sources.input import MAX_PAGE, too_large
from copydesk.sources.options import FetchOptions, is_address

_TRIES: Final = 3
_FIRST_WAIT: Final = 1.0  # seconds before the second try; doubled before the third
_MAX_WAIT: Final = 60.0
_REDIRECTS: Final = 10
_AGAIN: Final = frozenset((408, 425, 429, 500, 502, 503, 504))


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What came for an address: `url` after redirects, status, header fields in lower case, body, time (ISO 8601)."""

    asked: str
    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    retrieved: str

    @property
    def media_type(self) -> str | None:
        """Its media type without parameters, lower case."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower() or None

    @property
    def charset(self) -> str | None:
        """The charset that it declares."""
        _, found, rest = self.headers.get("content-type", "").lower().partition("charset=")
        return rest.partition(";")[0].strip(" \"'") or None if found else None

    @property
    def validators(self) -> tuple[str | None, str | None]:
        """Its ETag and Last-Modified, to ask with the next time."""
        return self.headers.get("etag"), self.headers.get("last-modified")


class Fetcher:
    """Gets addresses one after another. A context manager.

    Args:
        options: what is allowed, and how long it may take.
        sleep: waits so many seconds; another is given only by tests.
    """

    def __init__(self, options: FetchOptions, sleep: Callable[[float], None] = time.sleep) -> None:
        self._options, self._sleep = options, sleep
        self._client = client(options.allow_private, options.timeout)
        self._robots = Robots(self._robots_txt)
        self._last: dict[str, float] = {}

    def __enter__(self) -> "Fetcher":
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """Close all connections."""
        self._client.close()

    def get(self, address: str, validators: tuple[str | None, str | None] = (None, None)) -> Answer:
        """Return what an address holds; status 304 and no body where it has not changed since.

        Args:
            address: http or https.
            validators: ETag and Last-Modified of what is there already.

        Raises:
            PageError: it may not be fetched, cannot be reached, is an error page, or is too large or slow.
        """
        url = urldefrag(address).url
        for _ in range(_REDIRECTS):
            self._check(url, address)
            answer = self._with_retries(url, address, validators)
            target = answer.headers.get("location")
            if answer.status not in (301, 302, 303, 307, 308) or not target:
                break
            url = _joined(url, target)
        else:
            raise PageError(address, f"it leads on more than {_REDIRECTS} times", "give the address of the page itself")
        if answer.status == 304 or 200 <= answer.status < 300:
            return answer
        raise PageError(address, f"the server answered {answer.status}", "open it in a browser to see why")

    def ready_in(self, url: str) -> float:
        """Return in how many seconds a host may be asked again."""
        last = self._last.get(urlsplit(url).netloc)
        return 0.0 if last is None else max(0.0, last + self._delay(url) - time.monotonic())

    def _delay(self, url: str) -> float:
        return max(self._options.delay, self._robots.delay(url))

    def _check(self, url: str, address: str) -> None:
        try:
            parts = urlsplit(url)
            usable = (
                is_address(url) and bool(parts.hostname) and parts.port != 0 and not (parts.username or parts.password)
            )
        except ValueError:
            usable = False
        if not usable:
            raise PageError(
                address, f"it leads to {url[:200]}, which is no web address", "give an http or https address"
            )
        if not self._robots.allows(url):
            raise PageError(
                address, "the site's robots.txt does not allow it, or fails", "open it in a browser and save it"
            )

    def _with_retries(self, url: str, address: str, validators: tuple[str | None, str | None]) -> Answer:
        reason, wait = "", _FIRST_WAIT
        for number in range(1, _TRIES + 1):
            self._sleep(self.ready_in(url))
            try:
                answer = self._once(url, address, validators)
            except (httpx2.TransportError, httpcore2.TimeoutException, httpcore2.NetworkError) as error:
                reason = str(error) or type(error).__name__
            except (httpx2.HTTPError, httpx2.InvalidURL, ValueError, UnicodeError) as error:
                raise PageError(address, f"cannot be fetched: {error}", "check the address") from error
            else:
                if answer.status not in _AGAIN or number == _TRIES:
                    return answer
                wait = max(wait, _asked_to_wait(answer.headers.get("retry-after")))
            finally:
                self._last[urlsplit(url).netloc] = time.monotonic()
            if number < _TRIES:
                self._sleep(min(wait, _MAX_WAIT))
                wait *= 2
        raise PageError(address, f"cannot be reached: {reason}", "check the address and the network; try again later")

    def _once(self, url: str, address: str, validators: tuple[str | None, str | None], limit: int = MAX_PAGE) -> Answer:
        until = time.monotonic() + self._options.timeout
        asked = {
            name: value for name, value in zip(("if-none-match", "if-modified-since"), validators, strict=True) if value
        }
        pieces, size = [], 0
        with self._client.stream("GET", url, headers=asked) as response:
            for piece in response.iter_bytes(65_536):
                pieces.append(piece)
                size += len(piece)
                if size > limit:
                    raise too_large(address, limit)
                if time.monotonic() > until:
                    raise PageError(address, f"took more than {self._options.timeout:.0f} s to come", "try again later")
            headers = {name.lower(): value for name, value in response.headers.items()}
            return Answer(
                asked=address,
                url=url,
                status=response.status_code,
                headers=headers,
                body=b"".join(pieces),
                retrieved=datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
            )

    def _robots_txt(self, url: str) -> tuple[int, bytes] | None:
        try:
            for _ in range(5):
                answer = self._once(url, url, (None, None))
                target = answer.headers.get("location")
                if answer.status not in (301, 302, 303, 307, 308) or not target:
                    return answer.status, answer.body
                url = _joined(url, target)
                if not is_address(url):
                    break
        except (httpx2.HTTPError, httpx2.InvalidURL, httpcore2.NetworkError, httpcore2.TimeoutException, ValueError):
            return None
        return 404, b""


def _joined(url: str, target: str) -> str:
    """Return where a redirect leads to, or its words where they are no address."""
    try:
        return urldefrag(urljoin(url, target)).url
    except ValueError:
        return target


def _asked_to_wait(value: str | None) -> float:
    """Return the seconds of a `Retry-After` field, which holds seconds or a day and time."""
    if not value:
        return 0.0
    if value.isdecimal() and len(value) < 9:
        return float(value)
    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - time.time())
    except (ValueError, TypeError):
        return 0.0
