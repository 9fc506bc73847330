"""A cascade of finite-state levels over word classes, as FASTUS did it (Hobbs et al. 1997).

Every token has a class, one character; a level is one compiled pattern over the string of classes, whose matches are
rewritten to single tokens of another class. Repeats are bounded, so a level takes time linear in the text.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

_NAMES: dict[str, str] = {}
_LETTERS = "".join(c for c in map(chr, range(0xA1, 0x24F)) if c.isalpha())


def letter(name: str) -> str:
    """Return the character that stands for a class of tokens, given its name."""
    return _NAMES.setdefault(name, _LETTERS[len(_NAMES)])


OTHER = letter("OTHER")
BREAK = letter("BREAK")


class TimeToken:
    """A piece of the text: half-open position, what it means, and the index of its first and last word."""

    __slots__ = ("end", "first", "last", "start", "value")

    def __init__(self, start: int, end: int, value: Any, first: int, last: int) -> None:
        self.start, self.end, self.value, self.first, self.last = start, end, value, first, last


class Parts(dict[str, TimeToken]):
    """The named tokens of a match, and all of its tokens in order."""

    __slots__ = ("all",)

    def __init__(self, named: dict[str, TimeToken], tokens: list[TimeToken]) -> None:
        super().__init__(named)
        self.all = tokens

    def value(self, name: str) -> Any:
        """Return what the token of a name means, None where the name matched nothing."""
        token = self.get(name)
        return None if token is None else token.value


Build = Callable[[Parts], Any]


@dataclass(frozen=True, slots=True)
class Rule:
    """What to rewrite to what: a pattern of class names, the class of the result, and how to build its meaning.

    In a pattern, items stand apart by spaces: `name:CLASS|CLASS`, with `?` or `{m,n}` after it, `( … )?`, `/` between
    alternatives; `<CLASS` must stand before and `>CLASS` after, `!<` and `!>` must not, and are no part of the match.
    `build` gets the named tokens and returns the meaning, or None to leave the words alone.
    """

    pattern: str
    result: str
    build: Build


_ITEM = re.compile(r"(!?[<>])?(?:([a-z]\w*):)?([A-Z][A-Z0-9_|]*)(\?|\{\d,\d\})?")
_AROUND = {"<": "(?<=", ">": "(?=", "!<": "(?<!", "!>": "(?!"}


class Level:
    """Rules that apply side by side, the earlier one first where several match."""

    def __init__(self, rules: Sequence[Rule], sets: Mapping[str, str]) -> None:
        self._rules: list[tuple[Rule, str, list[tuple[str, int]]]] = []
        sources, group = [], 0
        for rule in rules:
            source, names = _compile(rule.pattern, sets)
            group += 1
            self._rules.append((rule, letter(rule.result), [(name, group + i + 1) for i, name in enumerate(names)]))
            sources.append(f"({source})")
            group += len(names)
        self._starts = {}
        start = 1
        for index, (_, _, groups) in enumerate(self._rules):
            self._starts[start] = index
            start += 1 + len(groups)
        firsts = "".join(sorted(set().union(*(_firsts(rule.pattern, sets) for rule in rules))))
        self._pattern = re.compile(f"(?=[{firsts}])(?:{'|'.join(sources)})")

    def apply(self, tokens: list[TimeToken], classes: str) -> tuple[list[TimeToken], str]:
        """Return tokens and classes with every match rewritten."""
        new: list[TimeToken] = []
        names: list[str] = []
        done = 0
        for match in self._pattern.finditer(classes):
            rule, result, groups = self._rules[self._starts[_outer(match)]]
            begin, end = match.span()
            named = {name: tokens[match.start(i)] for name, i in groups if match.start(i) >= 0}
            value = rule.build(Parts(named, tokens[begin:end]))
            if value is None:
                continue
            new += tokens[done:begin]
            names += (classes[done:begin], result)
            first, last = tokens[begin], tokens[end - 1]
            new.append(TimeToken(first.start, last.end, value, first.first, last.last))
            done = end
        if not names:
            return tokens, classes
        new += tokens[done:]
        names.append(classes[done:])
        return new, "".join(names)


def _outer(match: re.Match[str]) -> int:
    return match.lastindex or 0


def _letters(classes: str, sets: Mapping[str, str]) -> str:
    return "".join(letter(name) for each in classes.split("|") for name in sets.get(each, each).split("|"))


def _firsts(pattern: str, sets: Mapping[str, str]) -> set[str]:
    """Return the letters that a match of a pattern can begin with, so that the scan passes over all others at once."""
    letters: set[str] = set()
    open_now, groups = True, []
    for item in pattern.split():
        if item == "(":
            groups.append(
                [open_now, False]
            )  # whether the group may begin the match; whether one way through it is empty
        elif item == "/":
            groups[-1][1] |= open_now
            open_now = groups[-1][0]
        elif item in (")", ")?"):
            before, empty = groups.pop()
            open_now = open_now or empty or (before and item == ")?")
        elif open_now and (found := _ITEM.fullmatch(item)) and not found.group(1):
            letters.update(_letters(found.group(3), sets))
            open_now = (found.group(4) or "")[:2] in ("?", "{0")
    return letters


def _compile(pattern: str, sets: Mapping[str, str]) -> tuple[str, list[str]]:
    source, names, open_look = "", [], ""
    for item in pattern.split():
        if item[0] in "()/":
            source += ")" if open_look else ""
            open_look = ""
            source += {"(": "(?:", "/": "|"}.get(item, item)
            continue
        found = _ITEM.fullmatch(item)
        if not found:
            raise ValueError(f"no item of a pattern: {item!r} in {pattern!r}")
        around, name, classes, repeat = found.groups()
        letters = _letters(classes, sets)
        one = f"[{letters}]" if len(letters) > 1 else letters
        if name:
            names.append(name)
            one = f"({one})"
        if open_look and around != open_look:
            source += ")"
        source += f"{'' if around == open_look else _AROUND[around]}{one}" if around else one + (repeat or "")
        open_look = around or ""
    return source + (")" if open_look else ""), names


def cascade(levels: Iterable[Level], tokens: list[TimeToken], classes: str) -> tuple[list[TimeToken], str]:
    """Apply the levels in order."""
    for level in levels:
        tokens, classes = level.apply(tokens, classes)
    return tokens, classes
