"""Bytes to text: byte-order marks, declared charsets and detection, in the order of the WHATWG encoding standard."""

import codecs
import re

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s{0,9}=\s{0,9}[\"']?([A-Za-z0-9_.:-]{1,40})", re.I
)
_ALIASES = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252"}
_SAMPLE = 200_000
_SURROGATES = re.compile("[\ud800-\udfff]")


def decode(data: bytes) -> tuple[str, str | None]:
    """Return the text of some bytes and a note on its encoding, None where nothing was odd.

    A byte-order mark wins, then UTF-8 where the bytes are valid UTF-8, then the charset that the markup declares, then
    detection; bytes that still do not decode become U+FFFD, and the note says so. Latin-1 means Windows-1252, as on
    the web.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace"), None
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError:
        pass
    declared = _DECLARED.search(data[:4096])
    if declared:
        name = declared.group(1).decode("ascii").lower()
        try:
            return data.decode(_ALIASES.get(name, name)), f"read as {name}, as the page declares"
        except (LookupError, UnicodeDecodeError):
            pass
    return _detect(data)


def _detect(data: bytes) -> tuple[str, str]:
    from charset_normalizer import from_bytes  # slow to import, and few pages need it

    best = from_bytes(data[:_SAMPLE]).best()
    if best is not None and best.encoding != "utf_8":
        try:
            return data.decode(best.encoding), f"charset not declared or wrong; read as {best.encoding}"
        except UnicodeDecodeError:
            pass
    text = data.decode("utf-8", "replace")
    lost = text.count("�")
    if lost * 20 < len(text):
        return text, f"{lost} characters are not valid UTF-8 and could not be read"
    return data.decode("cp1252", "replace"), "charset unknown; read as windows-1252"


def without_surrogates(text: str) -> str:
    """Return text whose lone surrogates, which no encoding can write, are U+FFFD; its length stays the same."""
    return _SURROGATES.sub("�", text)
