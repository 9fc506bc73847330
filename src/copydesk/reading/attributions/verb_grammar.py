"""What the parse says about verbs and phrases: heads, subtrees, subjects, agents, objects."""

from collections.abc import Iterator

from copydesk.language import Document

_SUBJECTS = frozenset(("nsubj", "nsubj:outer"))
_PASSIVE = frozenset(("nsubj:pass", "aux:pass", "csubj:pass"))
_CLAUSES = frozenset(("acl", "advcl", "ccomp", "conj", "parataxis", "xcomp", "acl:relcl", "advcl:relcl"))
_OUTSIDE_PHRASE = frozenset(
    ("acl", "acl:relcl", "appos", "conj", "parataxis", "punct", "advcl", "cc", "case", "cop", "nsubj")
)
_OF_MODIFIERS = frozenset(("conj", "cc", "case"))
_RELATIVES = frozenset(("who", "which", "that", "whom"))
_DEEPEST = 200  # words that are climbed in a tree
_STEPS = 6
"""How many clauses are climbed to find a subject."""


class Grammar:
    """A document's dependency tree, looked up by word number. Bounded: every walk is linear in what it returns."""

    def __init__(self, document: Document) -> None:
        """Index a document."""
        self.document = document
        self.words = document.words()
        self.lower = [word.lower() for word in self.words]
        self.tags = document.tags
        self.labels = document.labels
        self.heads: list[int] = document.heads.tolist()
        self.children: list[list[int]] = [[] for _ in self.words]
        for word, head in enumerate(self.heads):
            if head != word:
                self.children[head].append(word)

    def dependents(self, word: int, *labels: str) -> list[int]:
        """Return the words that depend on a word by one of the given relations, in order."""
        return [child for child in self.children[word] if self.labels[child] in labels]

    def head_of(self, first: int, last: int) -> int:
        """Return the word of a run `[first, last)` that hangs on a word outside it; the nearest to the root, then the
        first, where several do."""
        inside = range(first, last)
        tops = [
            word
            for word in inside
            if (self.heads[word] not in inside or self.heads[word] == word) and self.tags[word] != "PUNCT"
        ]
        return min(tops, key=lambda word: (self._depth(word), word)) if tops else first

    def is_main_subject(self, word: int, joined: bool = True) -> bool:
        """Return whether a word is the subject of its sentence's main clause; `joined`, or is joined to it by "and"."""
        if joined and self.labels[word] == "conj":
            word = self.heads[word]
        verb = self.heads[word]
        if joined and self.labels[verb] == "conj":
            verb = self.heads[verb]
        return self.labels[word].startswith("nsubj") and self.labels[verb] == "root"

    def subtree(self, word: int) -> tuple[int, int]:
        """Return the range `[first, last)` that a word and all below it span."""
        seen = {word}
        todo = [word]
        while todo:
            below = [child for child in self.children[todo.pop()] if child not in seen]
            seen.update(below)
            todo += below
        return min(seen), max(seen) + 1

    def above(self, word: int) -> Iterator[int]:
        """Yield the words above a word, nearest first."""
        for _ in range(_DEEPEST):
            head = self.heads[word]
            if head == word:
                return
            yield head
            word = head

    def under(self, word: int, top: int) -> bool:
        """Return whether a word is another or below it."""
        return word == top or top in self.above(word)

    def is_dash(self, word: int) -> bool:
        """Return whether a word is a dash, or a hyphen with spaces on both sides."""
        if self.words[word] not in ("-", "–", "—", "--") or not 0 < word < len(self.words) - 1:
            return False
        start, end = self.document.span(word, word + 1)
        text = self.document.text
        return self.words[word] == "—" or (text[start - 1].isspace() and text[end : end + 1].isspace())

    def passive(self, verb: int) -> bool:
        """Return whether a verb is passive: by its subject, its auxiliary, or as a participle with an agent."""
        labels = {self.labels[child] for child in self.children[verb]}
        return bool(labels & _PASSIVE) or "obl:agent" in labels

    def agent(self, verb: int) -> int | None:
        """Return the head of the agent of a verb ("by the judge"), if it has one."""
        return next(iter(self.dependents(verb, "obl:agent")), None)

    def subject(self, verb: int) -> int | None:
        """Return the head of the phrase that does what a verb says, through conjunctions, participles and relatives.

        None where the tree names nobody. The subject of a passive is nobody's doer: its agent is.
        """
        at = verb
        for _ in range(_STEPS):
            if (agent := self.agent(at)) is not None:
                return agent
            found = self.dependents(at, *_SUBJECTS)
            if found and not self.passive(at):
                return self._antecedent(found[-1], at)
            if self.passive(at) and at == verb:
                return None
            label, head = self.labels[at], self.heads[at]
            if label == "acl":
                return head
            if label not in _CLAUSES or head == at:
                return None
            if label == "ccomp" or (label == "parataxis" and self.tags[at] == "VERB" and at != verb):
                return None
            if at != verb and self.passive(head):
                return next(iter(self.dependents(head, "nsubj:pass")), None)
            if label in ("acl:relcl",):
                return head
            at = head
            if found := self.dependents(at, "nsubj:pass"):
                return self._antecedent(found[-1], at)
        return None

    def phrase(self, head: int) -> tuple[int, int]:
        """Return the noun phrase of a head as a range: its subtree less clauses, appositions and what is joined on."""
        seen = {head}
        todo = [head]
        while todo:
            at = todo.pop()
            below = [
                child
                for child in self.children[at]
                if child not in seen
                and (self.labels[child] not in _OUTSIDE_PHRASE or (at != head and self.labels[child] in _OF_MODIFIERS))
            ]
            seen.update(below)
            todo += below
        return min(seen), max(seen) + 1

    def _antecedent(self, word: int, verb: int) -> int:
        """Return what a relative pronoun stands for; any other word itself."""
        if self.lower[word] in _RELATIVES and self.tags[word] in ("PRON", "DET"):
            at = verb
            for _ in range(_STEPS):
                if self.labels[at] in ("acl:relcl", "acl") and self.heads[at] < word:
                    return self.heads[at]
                if self.labels[at] not in ("conj", "xcomp", "ccomp"):
                    break
                at = self.heads[at]
        return word

    def _depth(self, word: int) -> int:
        return sum(1 for _ in self.above(word))
