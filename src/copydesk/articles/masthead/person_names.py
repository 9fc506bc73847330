"""Person names in mastheads: what looks like one, and splitting a list of them with roles, places, organizations."""

import re
from typing import Final

from copydesk.articles.masthead.dateline import is_city
from copydesk.english.agencies import agency_in
from copydesk.english.bylines import NAME_SUFFIX, NEWSROOM_ROLE, NEWSROOM_WORD, NOT_NAMES
from copydesk.english.titles import NAME_PARTICLES
from copydesk.records import Author

_TOKEN: Final = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.\u2010-])*")
_BRACKETS: Final = re.compile(r"\([^()]{0,60}\)")
_SPLIT: Final = re.compile(r"\s*(?:[;|•·⋅/\n]|,\s|\s&\s|\s(?:and|AND|And|with)\s|,$)\s*(?:and\s)?")
_IN: Final = re.compile(r"^(.{3,60}?)\s(?:in|from|reporting from|at)\s([A-Z][^\d]{1,60})$")
_FOR: Final = re.compile(
    r"^((?:[^\W\d_][\w.'’-]*\s){1,3}[^\W\d_][\w'’-]*)\s(?:for|of|FOR)\s((?:[Tt]he\s)?[A-Z].{1,50})$"
)
_OUTLET: Final = re.compile(r"(?:The )?[A-Z][\w.&’'-]*(?: [A-Z][\w.&’'-]*){0,3}")


def is_name(words: str) -> bool:
    """Tell whether `words` look like one person's name: two to five capitalised words, particles aside."""
    tokens = words.split()
    if not 2 <= len(tokens) <= 5 or len(words) > 60:
        return False
    capitals = 0
    for token in tokens:
        bare = token.strip(".,'’").lower()
        if bare in NAME_PARTICLES:
            continue
        if bare in NOT_NAMES or not _TOKEN.fullmatch(token) or not token[0].isupper():
            return False
        capitals += 1
    return capitals >= 2 or (capitals == 1 and len(tokens) >= 2)


def may_be_names(words: str) -> bool:
    """Tell whether words may open with a person's name, without much ado: two words follow that may be parts of one."""
    first, _, rest = words.partition(" ")
    second = rest.partition(" ")[0]
    return all(
        token.strip(".,'’").lower() not in NOT_NAMES and (token[:1].isupper() or token in NAME_PARTICLES)
        for token in (first, second)
    )


def tidy(name: str) -> str:
    """Return a name in ordinary letters: `JOHN O'NEIL-SMITH` becomes `John O'Neil-Smith`."""
    name = " ".join(name.split()).strip(" ,;:|-–—•·")
    if name.isupper() and len(name) > 4:
        name = re.sub(r"[^\W\d_]+", lambda m: m[0] if len(m[0]) < 2 else m[0][0] + m[0][1:].lower(), name)
        name = re.sub(r"\bMc([a-z])", lambda m: "Mc" + m[1].upper(), name)
    return name


def people(words: str, role: str | None = None) -> tuple[Author, ...]:
    """Return the persons in a list such as `Jane Roe in Geneva, John Doe, Staff Writer, and Ann Poe, Reuters`.

    Roles and organizations that follow a name go to it, and to the names before it that have none; a place likewise.

    Args:
        words: the list, without `By`.
        role: the role of those whose role is not printed.
    """
    found: list[dict[str, str | None]] = []
    for part in _SPLIT.split(words[:500]):
        part = _BRACKETS.sub(" ", part).strip(" \t\u00a0.,:()–—-")
        if not part or NAME_SUFFIX.fullmatch(part):
            continue
        place = None
        if inside := _IN.match(part):
            part, place = inside[1].strip(), inside[2].strip(" .")
        agency = agency_in(part)
        if (printed := NEWSROOM_ROLE.search(part)) and not agency:
            rest = (part[: printed.start()] + part[printed.end() :]).strip(" ,-–")
            if is_name(rest):
                found.append({"name": tidy(rest), "role": printed[0].lower(), "place": place})
            elif found:
                _fill(found, "role", printed[0].lower())
                if place:
                    _fill(found, "place", place)
                if _OUTLET.fullmatch(rest) and not printed[0].lower().endswith("editor"):
                    _fill(found, "organization", rest)
            continue
        if agency:
            _fill(found, "organization", agency)
        elif (inside_of := _FOR.match(part)) and is_name(inside_of[1]):
            found.append(
                {"name": tidy(inside_of[1]), "role": None, "place": place, "organization": inside_of[2].strip()}
            )
        elif found and is_city(part):
            _fill(found, "place", tidy(part))
        elif is_name(part):
            found.append({"name": tidy(part), "role": None, "place": place})
        elif NEWSROOM_WORD.search(part) and found and len(part) < 60:
            _fill(found, "organization", part)
    seen: dict[str, Author] = {}
    for item in found:
        author = Author(
            name=item["name"] or "",
            role=item["role"] or role,
            place=item.get("place"),
            organization=item.get("organization"),
        )
        seen.setdefault(author.name.casefold(), author)
    return tuple(seen.values())


def _fill(found: list[dict[str, str | None]], field: str, value: str) -> None:
    for item in reversed(found):
        if item.get(field):
            break
        item[field] = value
