"""What stands between the desk and the rest of the web: an ASGI guard around every request.

Against DNS rebinding it checks `Host`; against forged requests it checks `Sec-Fetch-Site` and `Origin` (the token in
the form is the second lock, see `uploads`); against what a page's text could do it sends a Content-Security-Policy that
allows no inline code and no other host. Bodies are bounded while they arrive.

Sources: W3C Content Security Policy 3, W3C Fetch Metadata, OWASP cheat sheet on cross-site request forgery.
"""

import base64
import ipaddress
import secrets
import time
from collections.abc import Mapping
from typing import Final

import anyio
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MAX_BODY: Final = 64 * 1024 * 1024
BODY_SECONDS: Final = 900.0  # that a whole body may take to arrive
PAUSE_SECONDS: Final = 30.0  # between two pieces of it

POLICY: Final = "; ".join(
    [
        "default-src 'none'",
        "style-src 'self'",
        "script-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    ]
)

HEADERS: Final[Mapping[str, str]] = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


class BodyTooLarge(HTTPException):
    """A request's body went over the limit while it was arriving."""

    def __init__(self, limit: int) -> None:
        super().__init__(413, f"Over {limit / 2**20:.0f} MB at once: use `copydesk add` for more.")


def is_loopback(host: str) -> bool:
    """Tell whether a host name or address means this machine alone."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def host_name(header: str) -> str:
    """Return the host of a `Host` header without its port, lower case; empty where it is malformed."""
    header = header.strip().lower()
    if header.startswith("["):
        name, closed, port = header[1:].partition("]")
        port = port.removeprefix(":") if port.startswith(":") else port and "x"
        return name if closed and (not port or port.isdecimal()) else ""
    name, _, port = header.partition(":")
    return name if not port or port.isdecimal() else ""


class Guard:
    """ASGI middleware that refuses what a local desk never needs.

    Args:
        app: the application behind it.
        host: the name or address the server was asked to listen on. Beyond loopback, addresses are let in as well:
            rebinding needs a name.
        max_body: the most bytes that a request may bring.
        password: what every request must bring, or None.
    """

    def __init__(self, app: ASGIApp, *, host: str, max_body: int = MAX_BODY, password: str | None = None) -> None:
        self.app, self.host, self.max_body, self.password = app, host.lower(), max_body, password

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Check one request, then pass it on with its body counted and its response hardened."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)

        async def harden(message: Message) -> None:
            if message["type"] == "http.response.start":
                out = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    out[name] = value
                out.setdefault("cache-control", "no-store")
            await send(message)

        refusal = self.refusal(scope["method"], headers)
        if refusal:
            await refusal(scope, receive, harden)
            return
        seen, whole, until = 0, False, time.monotonic() + BODY_SECONDS

        async def count() -> Message:
            nonlocal seen, whole
            if whole:  # what comes now is only that the browser has left
                return await receive()
            with anyio.move_on_after(min(PAUSE_SECONDS, until - time.monotonic())):
                message = await receive()
                seen += len(message.get("body", b""))
                whole = not message.get("more_body", False)
                if seen > self.max_body:
                    raise BodyTooLarge(self.max_body)
                return message
            raise HTTPException(408, "The upload took too long: use `copydesk add` for more.")

        await self.app(scope, count, harden)

    def refusal(self, method: str, headers: Headers) -> PlainTextResponse | None:
        """Return the response that refuses a request, or None where it may pass."""
        hosts = headers.getlist("host")
        if len(hosts) != 1 or not self.allows(host_name(hosts[0])):
            return PlainTextResponse("This desk answers only to the address it was started on.\n", 421)
        if self.password is not None and not knows(headers.get("authorization", ""), self.password):
            realm = {"www-authenticate": 'Basic realm="copydesk", charset="UTF-8"'}
            return PlainTextResponse("This desk asks for a password.\n", 401, realm)
        if method not in {"GET", "HEAD", "POST"}:
            return PlainTextResponse("Only GET, HEAD and POST.\n", 405, {"allow": "GET, HEAD, POST"})
        site, mode = headers.get("sec-fetch-site"), headers.get("sec-fetch-mode")
        if method == "POST":
            if not same_origin(headers, hosts[0]):
                return PlainTextResponse("Only the desk's own forms may change it.\n", 403)
            length = headers.get("content-length", "0")
            if not length.isdecimal() or int(length[:18]) > self.max_body:
                return PlainTextResponse(BodyTooLarge(self.max_body).detail + "\n", 413, {"connection": "close"})
        elif site in {"cross-site", "same-site"} and mode != "navigate":
            return PlainTextResponse("Other pages may link to the desk, not load it.\n", 403)
        return None

    def allows(self, name: str) -> bool:
        """Tell whether a `Host` name may be answered."""
        if is_loopback(name) or (name and name == self.host):
            return True
        if is_loopback(self.host):
            return False
        try:
            ipaddress.ip_address(name)
        except ValueError:
            return False
        return True


def knows(authorization: str, password: str) -> bool:
    """Tell whether an `Authorization` field brings the password (RFC 7617), under any name."""
    scheme, _, encoded = authorization.partition(" ")
    try:
        given = base64.b64decode(encoded.strip(), validate=True).partition(b":")[2]
    except ValueError:
        return False
    return scheme.lower() == "basic" and secrets.compare_digest(given, password.encode())


def same_origin(headers: Headers, host: str) -> bool:
    """Tell whether a request that changes something comes from the desk's own pages, as far as its headers say.

    With `Referrer-Policy: no-referrer` browsers send `Origin: null` from our own forms: then `Sec-Fetch-Site` decides.
    """
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None and site != "same-origin":
        return False
    if origin is None:
        return True
    if origin == "null":
        return site == "same-origin"
    return origin.lower() == f"http://{host.strip().lower()}"
