"""Bylines in other languages and scripts than English: `Von Anna Weber`, `Автор: …`, `بقلم …`, `记者 …`."""

import re
from typing import Final

from copydesk.articles.masthead.masthead_dates import days_in
from copydesk.articles.masthead.person_names import is_name, tidy
from copydesk.records import Author

# Words that stand before an author's name; those of Latin letters must be followed by a whole name and nothing else.
_BY: Final = re.compile(
    r"(?:von|par|por|propos recueillis par|escrito por|texto(?: de)?|texte(?: de)?|di|a cura di|testo di|door|av|af|"
    r"tekst|autor(?:a|in|zy)?|auteurs?|autore|przez|opracował[a]?|yazan|haber|oleh|penulis|napsal[a]?|szerző|"
    r"автор[ыи]?|текст|корреспондент|بقلم|كتب(?:ت)?|מאת|作者|记者|記者|文|撰文|撰稿|取材|기자|글|โดย|लेखक|द्वारा)"
    r"(?:\s?[:：／/]\s?|\s+)(?P<rest>\S.{1,78})",
    re.IGNORECASE,
)
_AND: Final = re.compile(r"\s?[,،、;]\s?|\s(?:und|et|y|e|en|och|og|i|ja|ve|dan|и|і|та|و|ו)\s")
_LETTERS: Final = re.compile(r"[^\W\d_][^\W\d_\u0300-\u036f\u0900-\u0dff'’.-]*")
_HAN: Final = re.compile(r"[\u3400-\u9fff\u30a0-\u30ff·]{2,8}(?: [\u3400-\u9fff]{1,4})?")
_HANGUL: Final = re.compile(r"[\uac00-\ud7a3]{2,4}")
_REPORTER: Final = re.compile(r"(?P<name>[\uac00-\ud7a3]{2,4}) ?기자|(?P<other>[\u4e00-\u9fff]{2,4}) ?(?:记者|記者)")
_TAIL: Final = re.compile(r"[\s,|•·–—、-]{1,9}$")
_LONGEST: Final = 90  # characters of a line that may be a byline


def other_byline(line: str) -> tuple[Author, ...]:
    """Return the persons that a byline names in another language than English; empty where the line is none."""
    line = " ".join(line[: _LONGEST + 1].split())
    if len(line) > _LONGEST or (line.isascii() and not line[:1].isupper()):
        return ()
    if named := _REPORTER.fullmatch(line):
        return (Author(name=named["name"] or named["other"]),)
    found = _BY.fullmatch(line)
    if not found:
        return ()
    rest = found["rest"]
    if days := days_in(rest):
        rest = _TAIL.sub("", rest[: days[0].start])
    names = [name.strip(" .") for name in _AND.split(rest)]
    return tuple(Author(name=tidy(name)) for name in names) if names and all(map(is_name_anywhere, names)) else ()


def is_name_anywhere(words: str) -> bool:
    """Tell whether words look like one person's name, in any script."""
    if is_name(words) or _HAN.fullmatch(words) or _HANGUL.fullmatch(words):
        return True
    tokens = words.split()
    return (
        2 <= len(tokens) <= 4
        and not words.isascii()
        and all(_LETTERS.match(token) and token[0].lower() == token[0].upper() for token in tokens)
    )


def without_by(words: str) -> str:
    """Return an author field's words without the word for `by` in front, where a name follows it."""
    found = _BY.fullmatch(words[: _LONGEST + 1]) if len(words) <= _LONGEST else None
    return found["rest"] if found and is_name_anywhere(found["rest"]) else words
