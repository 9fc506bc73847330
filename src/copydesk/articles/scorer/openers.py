"""What a regular expression's matches may open with, so that a line is tried only against those that it may match."""

from itertools import pairwise


def openers(pattern: str) -> set[str] | None:
    """Return the characters that what a pattern matches may open with, or None where that may be any.

    Read are letters, escapes, plain classes and groups of alternatives, each perhaps optional; of anything else the
    answer is None.
    """
    found: set[str] = set()
    if len(choices := _choices(pattern)) > 1:
        each = [openers(choice) for choice in choices]
        return None if None in each else found.union(*(some for some in each if some))
    at = 0
    while at < len(pattern):
        if pattern.startswith("(?:", at):
            end = _closing(pattern, at)
            if (inside := openers(pattern[at + 3 : end])) is None:
                return None
            found |= inside
        elif pattern.startswith(r"\d", at):
            found.update("0123456789")
            end = at + 1
        elif pattern[at] == "[" and "-" not in pattern[at : (end := pattern.index("]", at))]:
            found.update(pattern[at + 1 : end])
        elif pattern[at].isalnum() or pattern[at] in "©↑ ":
            found.add(pattern[at])
            end = at
        elif pattern.startswith((r"\(", r"\*"), at):
            found.add(pattern[at + 1])
            end = at + 1
        else:
            return None
        if not pattern.startswith(("?", "{0,"), end + 1):
            return found
        at = end + 2 if pattern[end + 1] == "?" else pattern.index("}", end) + 1
    return None


def _closing(pattern: str, at: int) -> int:
    """Return where the group that opens at a place closes."""
    depth = 0
    for i in range(at, len(pattern)):
        if pattern[i] in "()" and pattern[i - 1] != "\\":
            depth += 1 if pattern[i] == "(" else -1
            if not depth:
                return i
    raise ValueError(pattern)


def _choices(pattern: str) -> list[str]:
    """Return the alternatives of a pattern, outside its groups."""
    found, depth = [""], 0
    for before, c in pairwise(" " + pattern):
        if before != "\\":
            depth += {"(": 1, "[": 1, ")": -1, "]": -1}.get(c, 0)
        if c == "|" and not depth:
            found.append("")
        else:
            found[-1] += c
    return found
