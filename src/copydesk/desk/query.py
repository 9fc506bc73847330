"""What a user types in the search box, as an expression of SQLite's full-text search (FTS5).

Words must all occur; `"a phrase"` occurs as it stands; `-word` must not; `this OR that` is either; `sanct*` is a
beginning of three letters or more. Nothing a user types is an error: signs without a letter or digit are passed over,
an open quote closes itself.
"""

import re

import msgspec

MAX_TERMS = 64
SHORTEST_BEGINNING = 3  # the index knows beginnings of three letters; shorter ones would match half the desk
_PLAIN = str.maketrans({"\0": " ", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'})
_TERM = re.compile(r'(-?)"([^"]*)"?(\*?)|(\S+)')


class Query(msgspec.Struct, frozen=True, kw_only=True):
    """FTS5 expressions for what must match and what must not; `blank` where the user asked for nothing at all."""

    wanted: str | None = None
    unwanted: str | None = None
    blank: bool = True


def parse(typed: str) -> Query:
    """Return what a user's words mean; terms after the 64th are passed over."""
    groups: list[list[str]] = []
    unwanted: list[str] = []
    either = False
    for match in list(_TERM.finditer(writable(typed).translate(_PLAIN)))[:MAX_TERMS]:
        minus, phrase, star, word = match.groups()
        if word == "OR":
            either = bool(groups)
            continue
        if word is not None:
            minus, word = ("-", word[1:]) if word.startswith("-") else ("", word)
            star, phrase = ("*", word[:-1]) if word.endswith("*") else ("", word)
        term = quoted(phrase, prefix=bool(star))
        if term is None:
            continue
        if minus:
            unwanted.append(term)
        elif either:
            groups[-1].append(term)
        else:
            groups.append([term])
        either = False
    wanted = " AND ".join(group[0] if len(group) == 1 else f"({' OR '.join(group)})" for group in groups)
    return Query(wanted=wanted or None, unwanted=" OR ".join(unwanted) or None, blank=not typed.strip())


def quoted(words: str, *, prefix: bool = False) -> str | None:
    """Return words as one FTS5 phrase, or None where they hold no letter or digit."""
    plain = writable(words).replace("\0", " ").replace('"', " ").strip()
    if not any(character.isalnum() for character in plain):
        return None
    return f'"{plain}"' + (" *" if prefix and len(plain) >= SHORTEST_BEGINNING else "")


def writable(typed: str) -> str:
    """Return text as SQLite takes it: half a surrogate pair, which UTF-8 cannot hold, becomes a question mark."""
    return typed.encode(errors="replace").decode()
