"""The objects of a JSON text, one at a time, in bounded memory: those of its array, or one after another."""

import re
from collections.abc import Iterator
from typing import Final

from copydesk.sources.input import Input

_CHUNK: Final = 1 << 20
_SIGNS: Final = re.compile(rb'["\\{}\[\]]')


def values(source: Input, limit: int) -> Iterator[bytes | None]:
    """Yield the JSON of each top-level object, or each object of a top-level array; None for one over the limit.

    An object that is cut off comes as it is, so that decoding it names the fault. Time is linear in the text.
    """
    buffer = bytearray()
    begun = depth = at = 0
    escape_at = -1
    inside = escaped = in_array = dropped = False
    first = True
    while chunk := source.read(_CHUNK):
        buffer += chunk
        for found in _SIGNS.finditer(buffer, at):
            sign, place = found[0], found.start()
            if escaped:
                if place == escape_at + 1:
                    escaped = False
                    continue
                escaped = False
            if inside:
                if sign == b"\\":
                    escaped, escape_at = True, place
                elif sign == b'"':
                    inside = False
                continue
            if sign == b'"':
                inside = True
            elif sign in (b"{", b"["):
                if first and sign == b"[":
                    in_array = True
                elif depth == 0:
                    begun = place
                    depth = 1
                else:
                    depth += 1
                first = False
            elif sign in (b"}", b"]"):
                if depth:
                    depth -= 1
                    if depth == 0:
                        yield None if dropped else bytes(buffer[begun : place + 1])
                        dropped = False
                        begun = place + 1
                elif in_array:
                    return
        at = len(buffer)
        if depth == 0:
            begun = at
        elif at - begun > limit:
            dropped, begun = True, at  # read past it, keeping nothing
        if escaped:
            escape_at -= begun
        del buffer[:begun]
        at -= begun
        begun = 0
    if depth:
        yield None if dropped else bytes(buffer)
