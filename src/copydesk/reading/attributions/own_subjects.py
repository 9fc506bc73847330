"""Whose saying it is where the tree gives the cue a subject of its own, or somebody is made to say it.

The tagger takes the nearest person for the source: who signed in "the decree signed by the pope said", the owner in
"her petition said", who forces in "the senator forced Stahl to admit".
"""

from typing import Final

from copydesk.english.speech import ASKING_TO, MAKING, TO_COME
from copydesk.english.verbs import base_form
from copydesk.reading.attributions.drafts import Draft, trim
from copydesk.reading.attributions.verb_grammar import Grammar
from copydesk.records import Span

_JOINED: Final = 4  # verbs that are joined to each other, at most
_OF_SUBJECT: Final = frozenset(("nmod:poss", "obl:agent"))


def with_own_subject(grammar: Grammar, draft: Draft) -> Draft:
    """Return a draft with the source that the tree gives its cue, where the draft's is another's beyond doubt.

    Who is asked to say something has not said it: such a draft is left without a source.

    Args:
        grammar: the document's tree.
        draft: the draft.
    """
    if len(draft.source) != 1 or not draft.cue:
        return draft
    document = grammar.document
    cue = range(*document.words_in(draft.cue[0][0], draft.cue[-1][1]))
    verb = next((word for word in cue if grammar.tags[word] == "VERB"), None)
    words = range(*document.words_in(*draft.source[0]))
    if verb is None or not words:
        return draft
    above = grammar.heads[verb]
    if is_to_come(grammar, verb) and not grammar.passive(verb):
        return draft._replace(source=())
    governed = grammar.labels[verb] == "xcomp" and any(
        grammar.lower[child] == "to" for child in grammar.dependents(verb, "mark")
    )
    if governed and not grammar.passive(above):
        return _controlled(grammar, draft, above, words)
    subjects = grammar.dependents(verb, "nsubj")
    if not subjects and (doer := _of_participle(grammar, verb, words)) is not None:
        return _spoken_by(grammar, draft, doer)
    if len(subjects) != 1 or subjects[0] in words or subjects[0] > verb or grammar.passive(verb):
        return draft
    head = grammar.head_of(words[0], words[-1] + 1)
    if grammar.labels[head] in _OF_SUBJECT and grammar.under(head, subjects[0]):
        return _spoken_by(grammar, draft, subjects[0])
    return draft


def is_to_come(grammar: Grammar, verb: int) -> bool:
    """Return whether a verb tells what is likely, set or due to be done: "is likely to deny it and call it a mess"."""
    for _ in range(_JOINED):
        if grammar.labels[verb] != "conj":
            break
        verb = grammar.heads[verb]
    marked = any(grammar.lower[child] == "to" for child in grammar.dependents(verb, "mark"))
    return marked and grammar.labels[verb] == "xcomp" and grammar.lower[grammar.heads[verb]] in TO_COME


def _of_participle(grammar: Grammar, verb: int, words: range) -> int | None:
    """Return the subject that a participle of a saying goes on about, where the source is an object beside it.

    "The ministry was firm, taking Ruiz to task and suggesting it was over": it is the ministry that suggests it.
    """
    top = verb
    for _ in range(_JOINED):
        if grammar.labels[top] != "conj" or not grammar.lower[top].endswith("ing"):
            break
        top = grammar.heads[top]
    head = grammar.head_of(words[0], words[-1] + 1)
    beside = grammar.labels[head] in ("obj", "iobj") and grammar.heads[head] == top != verb
    if not beside or grammar.labels[top] != "advcl" or not grammar.lower[verb].endswith("ing"):
        return None
    subjects = grammar.dependents(grammar.heads[top], "nsubj")
    return subjects[0] if len(subjects) == 1 and subjects[0] < top else None


def is_question(grammar: Grammar, draft: Draft) -> bool:
    """Return whether a draft's source is what a question asks for: "Who said that it will be loud?"."""
    if len(draft.source) != 1:
        return False
    first, last = grammar.document.words_in(*draft.source[0])
    if last != first + 1 or grammar.words[first] not in ("Who", "What", "Which"):
        return False
    return not any(grammar.labels[above].startswith("acl") for above in grammar.above(first))


def _controlled(grammar: Grammar, draft: Draft, verb: int, words: range) -> Draft:
    """Return a draft of a "to say" that hangs on a verb with an object: it is the object that says it."""
    objects = [word for word in grammar.dependents(verb, "obj", "iobj") if word > verb]
    subjects = grammar.dependents(verb, "nsubj")
    lemma = base_form(grammar.lower[verb])
    if len(objects) == 1 and objects[0] in words and lemma in ASKING_TO:
        return draft._replace(source=())
    if len(objects) != 1 or not any(word in words for word in subjects):
        return draft
    if lemma in MAKING:
        return _spoken_by(grammar, draft, objects[0])
    return draft._replace(source=()) if lemma in ASKING_TO else draft


def _spoken_by(grammar: Grammar, draft: Draft, head: int) -> Draft:
    first, last = grammar.phrase(head)
    span = trim(grammar.document.text, *grammar.document.span(first, last), extra=",")
    others: tuple[Span, ...] = (*draft.cue, *draft.content)
    return draft if any(s < span[1] and span[0] < e for s, e in others) else draft._replace(source=(span,))
