"""Connections to public addresses alone: what a name resolves to is checked and used when they are made."""

import ipaddress
import socket
from collections.abc import Iterable
from typing import Any, Final

import httpcore2
import httpx2

from copydesk.errors import PageError

USER_AGENT: Final = "copydesk/0.1 (reads news pages; respects robots.txt)"
_NAT64: Final = ipaddress.ip_network("64:ff9b::/96")


def is_public(address: str) -> bool:
    """Tell an address of the public internet from loopback, private, link-local, multicast and reserved ones.

    An IPv6 address that carries an IPv4 one (mapped, 6to4, Teredo, NAT64) is public only if that one is.
    """
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if not found.is_global or found.is_multicast:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or (found.teredo[1] if found.teredo else None)
        if found in _NAT64:
            inner = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
        return inner is None or is_public(str(inner))
    return True


class CheckedBackend(httpcore2.SyncBackend):
    """Makes connections after checking every address that a name resolves to, and to those addresses only.

    Args:
        allow_private: connect to private and loopback addresses too.
    """

    def __init__(self, allow_private: bool) -> None:
        self._allow_private = allow_private

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        """Connect to a host by the first of its addresses that answers.

        Raises:
            PageError: one of its addresses is not public.
            ConnectError: none answers, or the name does not resolve.
        """
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise httpcore2.ConnectError(f"the name {host} does not resolve") from error
        addresses = list(dict.fromkeys(str(one[4][0]) for one in found))
        if not self._allow_private and not all(is_public(address) for address in addresses):
            reason = f"its host {host} is an address of this machine or of a private network"
            raise PageError(host, reason, "--allow-private fetches it all the same")
        fault: Exception | None = None
        for address in addresses[:4]:
            try:
                return super().connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                fault = error
        raise fault or httpcore2.ConnectError(f"the name {host} has no address")


def client(allow_private: bool, timeout: float) -> httpx2.Client:
    """Return an HTTP client (1.1 and 2) that follows no redirects by itself, keeps no cookies, and asks no proxy."""
    transport = httpx2.HTTPTransport()
    transport._pool.close()
    transport._pool = httpcore2.ConnectionPool(
        ssl_context=httpx2.create_ssl_context(),
        http1=True,
        http2=True,
        max_connections=8,
        keepalive_expiry=20.0,
        network_backend=CheckedBackend(allow_private),
    )
    headers = {
        "user-agent": USER_AGENT,
        "accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5",
        "accept-language": "en",
    }
    return httpx2.Client(
        transport=transport, headers=headers, timeout=min(timeout, 20.0), trust_env=False, follow_redirects=False
    )
