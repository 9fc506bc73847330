"""Sayings that the tree makes plain and the tagger passed over: a verb of saying with a subject and a clause.

Above all those that stand inside what another says ("The company said …, according to Reuters"): the tagger knows no
nesting, as PolNeAR has none.
"""

from collections.abc import Sequence
from typing import Final

from copydesk.english.certainty import VERBS
from copydesk.english.speech import SAYING, SAYING_WITH_CLAUSE, SAYING_WITH_INFINITIVE, TELLING
from copydesk.english.verbs import base_form
from copydesk.reading.attributions.drafts import Draft, trim
from copydesk.reading.attributions.verb_grammar import Grammar
from copydesk.records import Span

_ALL: Final = SAYING_WITH_CLAUSE | SAYING_WITH_INFINITIVE
_AUXILIARIES: Final = frozenset(("aux", "advmod", "mark"))
_NOT_SAID: Final = frozenset(("would", "could", "should", "may", "might", "will", "must", "let"))
"""What stands beside a verb of saying where nothing has been said yet, or may never be."""
_MODALS: Final = frozenset(("would", "could", "should", "may", "might", "will", "must", "can"))
_SPEAKERS: Final = frozenset(("he", "she", "it", "they"))
_LEAD: Final = 120
"""Characters of an inner saying's speaker, verb and hearer before what was said."""
_BREAKS: Final = frozenset('.;!?\n“”"')
_DEGREE: Final = frozenset(("so", "such"))
_LEAST: Final = 3  # words of a clause that is what somebody says


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


def with_coordinated(grammar: Grammar, drafts: Sequence[Draft]) -> list[Draft]:
    """Return drafts in which a second saying that is joined to the first is a saying, and no part of what was said.

    "She said that it would leave and suggested that it was over": the tree mostly joins the second verb to the clause,
    whose modal verb has no past form beside it.
    """
    out: list[Draft] = []
    for draft in drafts:
        out += _split(grammar, draft) or [draft]
    return out


def _split(grammar: Grammar, draft: Draft) -> list[Draft] | None:
    document, text = grammar.document, grammar.document.text
    if len(draft.content) != 1 or not draft.source or len(draft.cue) != 1 or draft.cue[0][1] > draft.content[0][0]:
        return None
    first, last = document.words_in(*draft.content[0])
    cue = range(*document.words_in(*draft.cue[0]))
    for verb in range(first + 1, last):
        joined = grammar.heads[verb]
        said = base_form(grammar.lower[verb]) in SAYING and grammar.lower[verb] != base_form(grammar.lower[verb])
        if not said or grammar.labels[verb] != "conj" or grammar.tags[verb] != "VERB":
            continue
        if not (first <= joined < verb or joined in cue):
            continue
        modal = {grammar.lower[child] for child in grammar.dependents(joined, "aux")} & _MODALS
        own = grammar.dependents(verb, "nsubj", "nsubj:pass", "aux", "aux:pass")
        apart = joined in cue or modal or _is_own_pronoun(grammar, draft, joined)
        said_next = _complement(grammar, verb)
        if not apart or own or said_next is None or grammar.lower[verb - 1] != "and":
            continue
        begin, end = said_next
        if begin <= verb or end > last:
            continue
        rest = trim(text, *document.span(begin, end), extra=".,;")
        kept = trim(text, draft.content[0][0], document.span(verb - 1, verb)[0], extra=",;")
        return [draft._replace(content=(kept,)), Draft(draft.source, (document.span(verb, verb + 1),), (rest,))]
    return None


def _is_own_pronoun(grammar: Grammar, draft: Draft, verb: int) -> bool:
    """Return whether a told clause's subject is a pronoun that may be the speaker: "the bank said it was sorry and"."""
    source = grammar.document.text[slice(*draft.source[0])].lower()
    subjects = [grammar.lower[word] for word in grammar.dependents(verb, "nsubj", "nsubj:pass")]
    return len(subjects) == 1 and subjects[0] in _SPEAKERS and (source not in _SPEAKERS or source == subjects[0])


def _complement(grammar: Grammar, verb: int) -> tuple[int, int] | None:
    """Return the words of what a verb of saying is followed by: a clause, or who is to do something."""
    clauses, infinitives = grammar.dependents(verb, "ccomp"), grammar.dependents(verb, "xcomp")
    if len(clauses) == 1:
        return grammar.subtree(clauses[0])
    objects = grammar.dependents(verb, "iobj", "obj")
    if base_form(grammar.lower[verb]) in TELLING and len(infinitives) == len(objects) == 1:
        return grammar.subtree(objects[0])[0], grammar.subtree(infinitives[0])[1]
    return None


def with_inner(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """Return drafts in which who tells of another's saying tells all of it, its speaker and verb as well.

    "Ruiz told the police that she ran, according to the clerk": the clerk's is the whole of it, not only that she ran.
    """
    first: dict[tuple[Span, ...], Span] = {}
    for draft in drafts:
        if not draft.source or not draft.cue or len(draft.content) != 1:
            continue
        start, end = draft.content[0]
        lead = text[draft.source[0][0] : start]
        if draft.source[0][0] < draft.cue[0][0] < start and len(lead) <= _LEAD and not set(lead) & _BREAKS:
            first[draft.content] = (draft.source[0][0], end)
    out = []
    for draft in drafts:
        whole = first.get(draft.content)
        others = (*draft.source, *draft.cue)
        inner = whole is None or not others or any(s < whole[1] and whole[0] < e for s, e in others)
        out.append(draft if inner or whole is None else draft._replace(content=(whole,)))
    return out


def _is_demanded(grammar: Grammar, verb: int) -> bool:
    """Return whether a saying is asked for, in its base form: "We demand that the chairman tell the public"."""
    above = grammar.heads[verb]
    base = base_form(grammar.lower[verb]) == grammar.lower[verb]
    return (
        base
        and grammar.labels[verb] in ("ccomp", "xcomp")
        and above < verb
        and VERBS.get(base_form(grammar.lower[above])) == "possible"
    )


def _is_result(grammar: Grammar, verb: int, clause: int) -> bool:
    """Return whether a clause tells what comes of a degree before it: "tells so many lies that nobody listens"."""
    start = grammar.subtree(clause)[0]
    marked = grammar.lower[start] == "that"
    return marked and any(word in _DEGREE for word in grammar.lower[verb + 1 : start])


def _draft(grammar: Grammar, verb: int) -> Draft | None:
    subjects = grammar.dependents(verb, "nsubj")
    to_do = base_form(grammar.lower[verb]) in SAYING_WITH_INFINITIVE
    clauses = grammar.dependents(verb, "xcomp" if to_do else "ccomp")
    if len(subjects) != 1 or len(clauses) != 1 or grammar.passive(verb) or subjects[0] > verb:
        return None
    if {grammar.lower[child] for child in grammar.dependents(verb, "aux")} & _NOT_SAID:
        return None
    if _is_demanded(grammar, verb) or _is_result(grammar, verb, clauses[0]):
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
