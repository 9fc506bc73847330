"""gzip, bzip2, xz and zstd: what is in it is read in turn."""

import bz2
import gzip
import lzma
import zlib
from collections.abc import Callable, Iterator
from typing import IO, Final, cast

from copydesk.errors import PageError
from copydesk.sources.input import Input
from copydesk.sources.options import Options

_MAX_WINDOW: Final = 2**27  # bytes of memory that a zstd or xz file may ask for


class Unpacking:
    """A stream of decompressed bytes whose faults name the file."""

    def __init__(self, source: Input) -> None:
        self._source = source
        self._stream, self._faults = _stream(source)
        self._read1: Callable[[int], bytes] = getattr(self._stream, "read1", self._stream.read)

    def read(self, size: int) -> bytes:
        """Return some bytes, as many as come at once; none at the end.

        Raises:
            PageError: the file is damaged or cut off.
        """
        try:
            return self._read1(size)
        except self._faults as error:
            raise PageError(self._source.name, f"the file is damaged or cut off: {error}", "copy it again") from error

    def close(self) -> None:
        """Close what is unpacked."""
        self._stream.close()
        self._source.close()


def read(source: Input, options: Options) -> Iterator[Input]:
    """Yield what is in a compressed file."""
    yield source.unpacked(cast(IO[bytes], Unpacking(source)))


def _stream(source: Input) -> tuple[IO[bytes], tuple[type[Exception], ...]]:
    head, file = source.head(), cast(IO[bytes], source)
    if head.startswith(b"\x1f\x8b"):
        return cast(IO[bytes], gzip.GzipFile(fileobj=file)), (OSError, EOFError, zlib.error)
    if head.startswith(b"BZh"):
        return cast(IO[bytes], bz2.BZ2File(file)), (OSError, EOFError)
    if head.startswith(b"\xfd7zXZ"):
        return cast(IO[bytes], lzma.LZMAFile(file)), (lzma.LZMAError, EOFError)
    import zstandard

    decompressor = zstandard.ZstdDecompressor(max_window_size=_MAX_WINDOW)
    return cast(IO[bytes], decompressor.stream_reader(file, read_across_frames=True)), (zstandard.ZstdError,)
