"""What an event is, as a reader wants to see it: the predicate with the words that go with it."""

import re
from typing import Final

from copydesk.english.function_words import (
    ARTICLES,
    AUXILIARIES,
    CONJUNCTIONS,
    DEMONSTRATIVES,
    DIRECTED,
    PLACED,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
)
from copydesk.english.lists import among
from copydesk.records import Event, Record

MOST_WORDS: Final = 6
"""Words after the predicate that are shown."""
_LONGEST: Final = 120
"""Characters after the predicate that are looked at."""
_WORD: Final = re.compile(r"\S+")
_ENDS: Final = ',.;:!?)]"”’»—–'
_OPENS: Final = '(["“‘«—–'
_CLAUSES: Final = (
    RELATIVES | SUBORDINATORS | CONJUNCTIONS | among("after although as because before since than though until while")
)
_LOOSE: Final = (
    PREPOSITIONS
    | PLACED
    | DIRECTED
    | ARTICLES
    | DEMONSTRATIVES
    | POSSESSIVES
    | AUXILIARIES
    | among("about not only there")
)


def deed(record: Record, event: Event) -> str:
    """Return the words of an event's predicate and, where nobody is told to whom it was done, of what it was done to.

    "joined" becomes "joined the river convoy plan": the words up to the end of the clause, six at most, none of which
    tells who, where or when, since these stand apart.
    """
    start, end = event.predicate.span
    words = record.words((start, end))
    if event.recipients:
        return words
    apart = [span for part in event.actors for span in part.spans]
    apart += [*(event.place.spans if event.place else ()), *(time.span for time in record.times)]
    line = record.text.find("\n", end)
    last = min([len(record.text) if line < 0 else line, end + _LONGEST, *(a for a, _ in apart if a >= end)])
    added: list[str] = []
    for found in _WORD.finditer(record.text, end, last):
        word = found.group()
        if (found.start() == end and word[0] in _ENDS) or word[0] in _OPENS or word.lower() in _CLAUSES:
            break
        added.append(word.rstrip(_ENDS))
        if word[-1] in _ENDS or len(added) == MOST_WORDS:
            break
    while added and added[-1].lower() in _LOOSE:
        added.pop()
    return " ".join([words, *added])
