"""Sayings that the tree makes plain and the tagger passed over: a verb of saying with a subject and a clause.

Above all those that stand inside what another says ("The company said …, according to Reuters"): the tagger knows no
nesting, as PolNeAR has none.
"""

from collections.abc import Sequence
from typing import Final

from copydesk.english.speech import SAYING_WITH_CLAUSE, SAYING_WITH_INFINITIVE
from copydesk.english.verbs import base_form
from copydesk.reading.attributions.drafts import Draft, trim
from copydesk.reading.attributions.grammar import Grammar
from copydesk.records import Span

_ALL: Final = SAYING_WITH_CLAUSE | SAYING_WITH_INFINITIVE
_AUXILIARIES: Final = frozenset(("aux", "advmod", "mark"))
_LEAST: Final = 3


def find_clausal(grammar: Grammar, drafts: Sequence[Draft], quoted: Sequence[Span]) -> list[Draft]:
    """Return the sayings that no draft has: verb of saying, subject and clause, outside quotation marks.

    Args:
        grammar: the document's tree.
        drafts: what is found already.
        quoted: the pieces of text in quotation marks, in order.
    """
    document = grammar.document
    taken = {
        w for draft in drafts for role in (draft.cue, draft.source) for s in role for w in range(*document.words_in(*s))
    }
    inside = {w for s in quoted for w in range(*document.words_in(*s))}
    found = []
    for verb, tag in enumerate(grammar.tags):
        if tag != "VERB" or verb in taken or verb in inside or base_form(grammar.lower[verb]) not in _ALL:
            continue
        if (draft := _draft(grammar, verb)) is not None:
            found.append(draft)
    return found


def _draft(grammar: Grammar, verb: int) -> Draft | None:
    subjects = grammar.dependents(verb, "nsubj")
    to_do = base_form(grammar.lower[verb]) in SAYING_WITH_INFINITIVE
    clauses = grammar.dependents(verb, "xcomp" if to_do else "ccomp")
    if len(subjects) != 1 or len(clauses) != 1 or grammar.passive(verb) or subjects[0] > verb:
        return None
    if {grammar.lower[child] for child in grammar.dependents(verb, "aux")} & {
        "would",
        "could",
        "should",
        "may",
        "might",
    }:
        return None
    document, text = grammar.document, grammar.document.text
    first, last = grammar.subtree(clauses[0])
    finite = to_do or grammar.dependents(clauses[0], "nsubj", "nsubj:pass", "expl")
    if first <= verb or last - first < _LEAST or not finite:
        return None
    content = trim(text, *document.span(first, last), extra=".,;")
    start, end = grammar.subtree(subjects[0])
    source = trim(text, *document.span(start, min(end, verb)), extra=",")
    words = [c for c in grammar.dependents(verb, *_AUXILIARIES) if end <= c < verb] + [verb]
    cue = document.span(min(words), verb + 1)
    if source[1] > cue[0] or cue[1] > content[0]:
        return None
    return Draft((source,), (cue,), (content,))
