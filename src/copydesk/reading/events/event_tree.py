"""A document's tree as events read it: base forms, children and phrases, worked out once."""

from collections.abc import Iterator

from copydesk.english.nouns import singular
from copydesk.english.verbs import base_form
from copydesk.language import Document
from copydesk.records import Span


class Tree:
    """The words of a document with their tags, heads, relations and children; base forms are found when asked for."""

    def __init__(self, document: Document) -> None:
        """Take a document."""
        self.document = document
        self.forms = [form.lower() for form in document.words()]
        self.tags = document.tags
        self.labels = document.labels
        self.heads: list[int] = document.heads.tolist()
        self._kids: list[list[int]] = [[] for _ in self.forms]
        for word, head in enumerate(self.heads):
            if head != word:
                self._kids[head].append(word)
        self._lemmas: dict[int, str] = {}

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.forms)

    def kids(self, word: int, *labels: str) -> list[int]:
        """Return the words that hang on a word, in order, those with one of the relations if any are named."""
        if not labels:
            return self._kids[word]
        every = self.labels
        return [i for i in self._kids[word] if every[i] in labels]

    def lemma(self, word: int) -> str:
        """Return the base form of a word, for a verb with its particle: "break up"."""
        found = self._lemmas.get(word)
        if found is None:
            found = self._lemmas[word] = self._base(word)
        return found

    def _base(self, word: int) -> str:
        form = self.forms[word]
        if self.tags[word] not in ("VERB", "AUX"):
            return singular(form) if self.tags[word] in ("NOUN", "PROPN") else form
        particle = next((self.forms[i] for i in self.kids(word, "compound:prt")), None)
        return f"{base_form(form)} {particle}" if particle else base_form(form)

    def sentence(self, word: int) -> tuple[int, int]:
        """Return the range of words of the sentence that a word is in."""
        start, end = self.document.sentences[self.document.sentence_of(word)].tolist()
        return start, end

    def span(self, word: int) -> Span:
        """Return the code points of a predicate, a particle right after it with it ("broke up")."""
        after = word + 1
        if after < len(self) and self.heads[after] == word and self.labels[after] == "compound:prt":
            return self.document.span(word, after + 1)
        return self.document.span(word, after)

    def above(self, word: int, most: int) -> Iterator[int]:
        """Yield the words that a word hangs on, the nearest first, so many at most."""
        for _ in range(most):
            head = self.heads[word]
            if head == word:
                return
            yield head
            word = head
