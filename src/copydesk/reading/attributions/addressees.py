"""To whom something was said: the object of telling, what stands after "to", the other party of an interview."""

from collections.abc import Iterator
from typing import Final

from copydesk.english import nouns, speech
from copydesk.english.verbs import base_form
from copydesk.reading.attributions.verb_grammar import Grammar

_TO: Final = frozenset(("to",))
_TO_OR_WITH: Final = frozenset(("to", "with"))
_WHERE_OR_WHEN: Final = frozenset(("in", "on", "at", "during", "after", "before", "by", "via", "from"))


def find_addressee(
    grammar: Grammar, verb: int, lemma: str, source: frozenset[int], content: frozenset[int], names: frozenset[int]
) -> tuple[int, int] | None:
    """Return the words `[first, last)` of who is told, or None where the page does not tell.

    Args:
        grammar: the document's tree.
        verb: the head of the cue.
        lemma: its base form.
        source: the words of the source, which is never its own addressee.
        content: the words of what is said.
        names: the words in names of persons, organizations and outlets.
    """
    for head in _candidates(grammar, verb, lemma):
        if head in source or grammar.lower[head] in ("itself", "himself", "herself", "themselves"):
            continue
        first, last = grammar.phrase(head)
        if head in content:
            at_start = lemma in speech.TELLING_INSIDE and not any(
                word in content for word in range(max(0, first - 2), first)
            )
            if not at_start:
                continue
        else:
            while last > head + 1 and (last - 1) in content:
                last -= 1
            while first < head and first in content:
                first += 1
        while last < len(grammar.words) and _goes_on(grammar, first, last, verb):
            last = grammar.subtree(last)[1]
        if last < len(grammar.words) and grammar.lower[last] in ("'s", "’s"):
            continue  # the owner of who is told: "to the paper's editor"
        last = next((word for word in range(head + 1, last) if grammar.lower[word] in _WHERE_OR_WHEN), last)
        if _can_listen(grammar, head, names) and not source & set(range(first, last)):
            return first, last
    return None


def _goes_on(grammar: Grammar, first: int, last: int, verb: int) -> bool:
    """Return whether a name that follows a phrase at once belongs to it: "told co-host Joe Scarborough"."""
    label, head = grammar.labels[last], grammar.heads[last]
    if label in ("appos", "flat") and first <= head < last:
        return True
    return grammar.tags[last] == "PROPN" and head == verb and label in ("obj", "iobj") and last > verb


def _candidates(grammar: Grammar, verb: int, lemma: str) -> Iterator[int]:
    """Yield the heads of phrases that may be who is told, likeliest first."""
    if lemma in speech.TELLING:
        if grammar.passive(verb):
            yield from grammar.dependents(verb, "nsubj:pass")
            return
        yield from grammar.dependents(verb, "iobj")
        yield from grammar.dependents(verb, "obj")
    elif lemma in ("accord",):
        return
    cases = _TO_OR_WITH if lemma in ("speak", "talk", "agree") else _TO
    if lemma in speech.TELLING_TO:
        yield from _governed(grammar, verb, cases)
    for child in grammar.children[verb]:
        label = grammar.labels[child]
        if label == "advcl" and base_form(grammar.lower[child]) in ("speak", "talk", "write"):
            yield from _governed(grammar, child, _TO_OR_WITH)
            yield from _occasions(grammar, child)
    yield from _occasions(grammar, verb)


def _occasions(grammar: Grammar, verb: int) -> Iterator[int]:
    """Yield who is told on the occasion that a verb names: "in an interview with the paper", "in a letter to her"."""
    for child in grammar.dependents(verb, "obl", "obl:unmarked", "nmod"):
        if nouns.singular(grammar.lower[child]) in speech.OCCASIONS and _case(grammar, child) & {
            "in",
            "during",
            "by",
            "via",
        }:
            yield from _governed(grammar, child, _TO_OR_WITH)
            for clause in grammar.dependents(child, "acl"):
                if base_form(grammar.lower[clause]) in speech.SENDING:
                    yield from _governed(grammar, clause, _TO)


def _governed(grammar: Grammar, word: int, cases: frozenset[str]) -> Iterator[int]:
    for child in grammar.dependents(word, "obl", "nmod"):
        if _case(grammar, child) & cases:
            yield child


def _case(grammar: Grammar, word: int) -> set[str]:
    return {grammar.lower[child] for child in grammar.dependents(word, "case")}


def _can_listen(grammar: Grammar, head: int, names: frozenset[int]) -> bool:
    """Return whether a phrase is somebody: a name, a personal pronoun, persons, a group, a body or an outlet."""
    word = grammar.lower[head]
    if grammar.tags[head] == "PRON":
        return word in nouns.PERSON_PRONOUNS | nouns.GROUP_PRONOUNS
    if head in names or any(
        child in names and grammar.labels[child] in ("flat", "appos") for child in grammar.children[head]
    ):
        return True
    if grammar.labels[head] == "iobj" and grammar.words[head][:1].isupper():
        return True  # a name that no table of names has: "told Morning Report that"
    one = nouns.singular(word)
    if one in speech.AUDIENCES:
        return one in speech.LISTENING
    return nouns.is_agent(word)
