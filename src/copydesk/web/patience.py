"""A limit on the time that the header fields of a request may take, which uvicorn has none for."""

import asyncio
from typing import Any, Final

from uvicorn.protocols.http.h11_impl import H11Protocol

HEADER_SECONDS: Final = 20.0


class PatientProtocol(H11Protocol):
    """HTTP/1.1 that hangs up on a connection which brings no whole request head in time."""

    def connection_made(self, transport: Any) -> None:
        """Begin to wait for the first request."""
        super().connection_made(transport)
        self._late = self.loop.call_later(HEADER_SECONDS, self._hang_up)

    def data_received(self, data: bytes) -> None:
        """Take some bytes; the head of a later request has its own time."""
        super().data_received(data)
        if self.cycle is not None:
            self._late.cancel()
            if self.cycle.response_complete:
                self._late = self.loop.call_later(HEADER_SECONDS, self._hang_up)

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop waiting."""
        self._late.cancel()
        super().connection_lost(exc)

    def _hang_up(self) -> None:
        if (self.cycle is None or self.cycle.response_complete) and not self.transport.is_closing():
            self.transport.close()

    _late: asyncio.TimerHandle
