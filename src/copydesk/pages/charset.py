"""Bytes to text in the order of the WHATWG encoding standard, and the one gate that every string passes."""

import codecs
import re
from typing import Final

_BOMS: Final = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED: Final = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s{0,9}=\s{0,9}[\"']?([A-Za-z0-9_.:-]{1,40})", re.I
)
_SEQUENCES: Final = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_LONE: Final = re.compile(rb"(?<![\x80-\xff])[\x80-\xff](?![\x80-\xff])")  # what a single-byte charset leaves
_SAMPLE: Final = 20_000  # bytes, half of them from the first odd one on, that the charset is detected from
_UNSAFE: Final = re.compile("[\ud800-\udfff\0]")
_NOT_WEB: Final = frozenset(("replacement", "x-user-defined", "utf-16le", "utf-16be"))  # never decoded by a label


def decode(data: bytes, charset: str | None = None) -> tuple[str, str | None]:
    """Return the text of some bytes and a note on its encoding, None where nothing was odd.

    The order is that of the WHATWG encoding standard, with one exception for what scrapers save: a byte order mark,
    the charset that the transport declares, the one that the markup declares (both by the standard's table of labels),
    UTF-8, detection. The exception: bytes that are UTF-8 but for few errors (at most two for each
    whole sequence) are UTF-8, whatever is declared, as text in another charset never is so by chance. What does
    not decode becomes U+FFFD, and the note says so.

    Args:
        data: the bytes of a page.
        charset: what HTTP or MIME declares, if anything.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(name, "replace")
            return text, _lost(text, name)
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError as error:
        odd = error.start
    text = data.decode("utf-8", _ONE_SIGN)
    lost = text.count("�") - data.count("�".encode())
    declared = _DECLARED.search(data[:4096])
    markup_label = declared.group(1).decode("ascii") if declared else None
    whole = len(_SEQUENCES.findall(data))
    if 2 * whole >= lost or (_says_utf8(charset or markup_label) and not _LONE.search(data)):
        return text, f"{lost} damaged characters of UTF-8 could not be read"
    for label, where in ((charset, "as its transport declares"), (markup_label, "as the page declares")):
        found = _by_label(data, label, where)
        if found:
            return found
    return _detect(data, odd)


_ONE_SIGN: Final = "copydesk-one-sign"


def _one_sign(error: UnicodeError) -> tuple[str, int]:
    """Give one U+FFFD for what is left of a character: its beginning, or its bytes after a first that was lost.

    The WHATWG standard gives one for a beginning, too, and one for each byte that stands without its first.
    """
    if not isinstance(error, UnicodeDecodeError):
        raise error
    end = error.end
    if 0x80 <= error.object[error.start] < 0xC0:
        while end < min(len(error.object), error.start + 3) and 0x80 <= error.object[end] < 0xC0:
            end += 1
    return "�", end


codecs.register_error(_ONE_SIGN, _one_sign)


def _says_utf8(label: str | None) -> bool:
    return (label or "").strip().lower() in ("utf-8", "utf8")


def _by_label(data: bytes, label: str | None, where: str) -> tuple[str, str] | None:
    """Return text decoded by a label of the WHATWG table; None where it is unknown or cannot be right."""
    if not label:
        return None
    import webencodings

    encoding = webencodings.lookup(label)
    if encoding is None or encoding.name in _NOT_WEB or encoding.name == "utf-8":
        return None
    text = encoding.codec_info.decode(data, "replace")[0]
    lost = text.count("�")
    if lost * 50 > len(data) - len(data.translate(None, _HIGH)):
        return None
    return text, f"read as {encoding.name}, {where}" + (f"; {lost} characters could not be read" if lost else "")


_HIGH: Final = bytes(range(128, 256))


def _detect(data: bytes, odd: int) -> tuple[str, str]:
    from charset_normalizer import from_bytes  # slow to import, and few pages need it

    sample = data[max(0, odd - _SAMPLE // 2) : odd + _SAMPLE // 2]
    high = len(sample) - len(sample.translate(None, _HIGH))
    best = from_bytes(sample).best() if high * 10 > len(sample) else None  # fewer: Western, or nothing to tell it by
    if best is not None and best.encoding != "utf_8":
        try:
            return data.decode(best.encoding), f"charset not declared or wrong; read as {best.encoding}"
        except (UnicodeError, LookupError):
            pass
    text = data.decode("cp1252", "replace")
    return text, "charset not declared or wrong; read as windows-1252"


def _lost(text: str, name: str) -> str | None:
    lost = text.count("�")
    return f"{lost} characters of {name} could not be read" if lost else None


def safe(text: str) -> str:
    """Return text in which lone surrogates, which no encoding can write, and NUL are U+FFFD; its length stays."""
    return _UNSAFE.sub("�", text)
