"""Who is behind the words of a participant: the entity of a name or description, or the one a pronoun stands for."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from copydesk.english import nouns
from copydesk.reading.attributions.page_lookup import page_of
from copydesk.reading.attributions.pronouns import resolve
from copydesk.reading.attributions.source_resolution import SourceIdentity
from copydesk.reading.attributions.verb_grammar import Grammar
from copydesk.reading.events.event_tree import Tree
from copydesk.records import Attribution, Entity, Participant, Span

_LOOKED_BACK: Final = 40
"""Sources before a pronoun that are looked at."""
_PRONOUNS: Final = nouns.PERSON_PRONOUNS | nouns.GROUP_PRONOUNS | nouns.THING_PRONOUNS


class Participants:
    """The entities of a page, looked up by the words that take part in its events."""

    def __init__(self, tree: Tree, entities: Sequence[Entity], attributions: Iterable[Attribution] = ()) -> None:
        """Take a page's entities, and its attributions, whose sources pronouns may stand for."""
        self._tree = tree
        self._by_word: dict[int, Entity] = {}
        for entity in entities:
            for span in (*entity.descriptions, *entity.mentions):
                for word in range(*tree.document.words_in(*span)):
                    self._by_word[word] = entity
        self.kinds: Mapping[int, str] = {word: entity.type for word, entity in self._by_word.items()}
        by_id = {entity.id: entity for entity in entities}
        self._types = {entity.id: entity.type for entity in entities}
        self._names = {entity.id: entity.name for entity in entities}
        self._before: list[tuple[Span, SourceIdentity]] = sorted(
            (
                (
                    (one.source.spans[0][0], one.source.spans[-1][1]),
                    SourceIdentity(one.source.kind, by_id.get(one.source.entity or "")),
                )
                for one in attributions
                if one.source.spans
            ),
            key=lambda source: source[0],
        )
        self._page = page_of(tree.document.text, entities, Grammar(tree.document))
        self._behind: dict[int, Entity | None] = {}

    def name(self, entity: str) -> str:
        """Return the name of an entity by its id."""
        return self._names[entity]

    def entity(self, word: int) -> Entity | None:
        """Return the entity that a word names, describes or, as a pronoun, can only stand for."""
        found = self._by_word.get(word)
        if found is None and self._tree.forms[word] in _PRONOUNS:
            if word not in self._behind:
                self._behind[word] = self._resolved(word)
            found = self._behind[word]
        return found

    def is_open(self, word: int) -> bool:
        """Return whether a word is a pronoun of which it is not known whom it stands for."""
        return self._tree.forms[word] in _PRONOUNS and self.entity(word) is None

    def is_person(self, one: Participant) -> bool:
        """Return whether a participant is a named person."""
        return one.entity is not None and self._types[one.entity] == "PERSON"

    def is_place(self, one: Participant) -> bool:
        """Return whether a participant is a named place."""
        return one.entity is not None and self._types[one.entity] == "PLACE"

    def is_nobody(self, word: int) -> bool:
        """Return whether a word is a pronoun of the first or second person of whom nothing is known."""
        return self._tree.forms[word] in ("i", "we", "you") and self.entity(word) is None

    def _resolved(self, word: int) -> Entity | None:
        at = self._tree.document.span(word, word + 1)[0]
        last = bisect_left(self._before, at, key=lambda source: source[0][0])
        before = self._before[max(0, last - _LOOKED_BACK) : last]
        found = resolve(self._page, self._tree.forms[word], at, before).entity
        thing = self._tree.forms[word] in nouns.THING_PRONOUNS
        return None if thing and found is not None and not self._is_subject(found, word) else found

    def _is_subject(self, entity: Entity, word: int) -> bool:
        """Return whether an entity is the subject of a main clause before a word, in its sentence or the one before.

        Who can say something is one of few; what can fall, close or rise is anything ("The pound fell after the bank
        left rates alone. It stood at 1.21").
        """
        document = self._tree.document
        number = document.sentence_of(word)
        first = int(document.sentences[max(number - 1, 0)][0])
        grammar = self._page.grammar
        return any(
            self._by_word.get(i) is entity and grammar is not None and grammar.is_main_subject(i, joined=False)
            for i in range(first, word)
        )
