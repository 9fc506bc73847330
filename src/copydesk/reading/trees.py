"""A document's dependency trees with quick access to children: what readers of grammar share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # NumPy takes a while to import, and times are also read without a document
    from copydesk.language.document import Document, Name


class DependencyTree:
    """The parse of a text: words by number, their tags, heads, labels and dependents."""

    def __init__(self, document: Document) -> None:
        """Index a document's dependents by head."""
        self.document = document
        self.tags = document.tags
        self.labels = document.labels
        self.heads: list[int] = document.heads.tolist()
        self._words = document.words()
        self._spans: list[list[int]] = document.tokens.tolist()
        self._children: dict[int, list[int]] = {}
        for token, head in enumerate(self.heads):
            if head != token:
                self._children.setdefault(head, []).append(token)
        self._name_of: dict[int, Name] = {i: name for name in document.names for i in range(name.start, name.end)}

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self._words)

    def word(self, token: int) -> str:
        """Return a word, or "" beyond the text's ends."""
        return self._words[token] if 0 <= token < len(self._words) else ""

    def start(self, token: int) -> int:
        """Return where a word starts."""
        return self._spans[token][0]

    def end(self, token: int) -> int:
        """Return where a word ends."""
        return self._spans[token][1]

    def children(self, token: int) -> list[int]:
        """Return a word's dependents, in order."""
        return self._children.get(token, [])

    def has(self, token: int, label: str) -> bool:
        """Tell whether a word has a dependent with a label."""
        return any(self.labels[child] == label for child in self.children(token))

    def subtree(self, token: int, limit: int = 40) -> Iterator[int]:
        """Yield a word and what depends on it, not more than `limit` words, in no particular order."""
        todo = [token]
        while todo and limit:
            token = todo.pop()
            limit -= 1
            yield token
            todo.extend(self.children(token))

    def top(self, first: int, last: int) -> int:
        """Return the word of `[first, last)` whose head lies outside, the last such one."""
        for token in range(last - 1, first - 1, -1):
            head = self.heads[token]
            if not first <= head < last or head == token:
                return token
        return last - 1

    def names(self, token: int) -> list[Name]:
        """Return the name that a word is in, if any."""
        name = self._name_of.get(token)
        return [name] if name else []
