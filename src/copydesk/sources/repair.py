"""Text that was decoded wrongly before it came (UTF-8 read as Windows-1252 and the like) put right, by ftfy."""

import re
from typing import Final

_SIGNS: Final = re.compile("[ÂÃâ€Å�ÐÑ\x80-\x9f]")  # what all of the usual damage leaves
_PIECE: Final = re.compile(r"[^\n]+")
_MOST: Final = 20  # repaired words that are kept to be shown
_LINES: Final = 5_000  # damaged lines that are mended; a page has some ten
_LOST_QUOTE: Final = "â€\ufffd"  # the only common sign whose last byte Windows-1252 has no letter for
_LONGEST: Final = 20_000  # characters that ftfy is given at once


def repaired(text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Return text with wrongly decoded characters put right, and up to 20 words as found and as repaired.

    Only the encoding is mended: quotation marks, ligatures, widths and entities stay as the page has them.
    """
    if not _SIGNS.search(text):
        return text, ()
    from ftfy import TextFixerConfig, fix_and_explain
    from ftfy.badness import is_bad

    config = TextFixerConfig(
        unescape_html=False, remove_terminal_escapes=False, fix_latin_ligatures=False, fix_character_width=False,
        uncurl_quotes=False, fix_line_breaks=False, remove_control_chars=False, normalization=None,
        restore_byte_a0=False,
        replace_lossy_sequences=False, explain=False,
    )  # fmt: skip
    found: dict[tuple[str, str], None] = {}
    left = _LINES

    def mend(piece: re.Match[str]) -> str:
        nonlocal left
        words = piece[0].replace(_LOST_QUOTE, "â€\x9d")
        if not left or len(words) > _LONGEST or not _SIGNS.search(words) or not is_bad(words):
            return piece[0]
        left -= 1
        better = fix_and_explain(words, config).text
        if better == words or is_bad(better):
            return piece[0]
        changed = [(old, new) for old, new in zip(words.split(), better.split(), strict=False) if old != new]
        if any(len(old) == 1 for old, _ in changed):
            return piece[0]  # a letter that stands alone is no damage
        for old, new in changed[: _MOST - len(found)]:
            found[old[:80], new[:80]] = None
        return better

    return _PIECE.sub(mend, text), tuple(found)
