"""What was fetched, kept as a WARC file (ISO 28500): one gzip member a record, so that the file can grow."""

import gzip
import hashlib
import os
import uuid
from http import HTTPStatus
from pathlib import Path
from typing import Final

from copydesk.errors import PageError
from copydesk.sources.address.fetching import Answer

_DROPPED: Final = frozenset(("content-encoding", "transfer-encoding", "content-length", "connection", "set-cookie"))


class WarcFile:
    """A WARC file that is written to; what it held before stays.

    Args:
        path: the file; made where it does not exist, gzipped where its name ends in `.gz`.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = Path(path)

    def add(self, answer: Answer) -> None:
        """Append an answer, decoded: header fields that speak of its encoding on the way are left out.

        Raises:
            PageError: the file cannot be written.
        """
        data = record(answer)
        if self.path.suffix == ".gz":
            data = gzip.compress(data)
        try:
            with self.path.open("ab") as file:
                file.write(data)
        except OSError as error:
            raise PageError(str(self.path), error.strerror or str(error), "name another file with --to") from error


def record(answer: Answer) -> bytes:
    """Return the WARC record of an answer."""
    try:
        reason = HTTPStatus(answer.status).phrase
    except ValueError:
        reason = ""
    fields = [f"{name}: {_line(value)}" for name, value in answer.headers.items() if name not in _DROPPED]
    head = "\r\n".join([f"HTTP/1.1 {answer.status} {reason}", *fields, f"content-length: {len(answer.body)}", "", ""])
    block = head.encode("utf-8", "replace") + answer.body
    digest = hashlib.sha256(answer.body).hexdigest()
    named = [
        "WARC/1.1",
        "WARC-Type: response",
        f"WARC-Record-ID: <urn:uuid:{uuid.uuid4()}>",
        f"WARC-Date: {answer.retrieved}",
        f"WARC-Target-URI: {_line(answer.url)}",
        f"WARC-Payload-Digest: sha256:{digest}",
        "Content-Type: application/http; msgtype=response",
        f"Content-Length: {len(block)}",
    ]
    return "\r\n".join([*named, "", ""]).encode() + block + b"\r\n\r\n"


def _line(value: str) -> str:
    return " ".join(value.split())
