"""Through whom the page has it: a medium that reports another's words, or had the document.

"Xinhua reported, citing the space agency": the agency said it, Xinhua hands it on. "Was quoted by Interfax as saying",
"comments carried by state television", "a memo seen by Reuters" name relays, too.
"""

from typing import Final, NamedTuple

from copydesk.english import speech
from copydesk.english.function_words import RELATIVES
from copydesk.english.verbs import base_form
from copydesk.reading.attributions.verb_grammar import Grammar

_REACH: Final = 40
"""How many words after a cue `citing` is looked for."""


class Cited(NamedTuple):
    """Whom a medium cites: the word `citing`, and the words `[first, last)` of who or what is cited."""

    verb: int
    first: int
    last: int


def find_cited(grammar: Grammar, cue_last: int, source: tuple[int, int], stop: int) -> Cited | None:
    """Return whom the medium that an attribution names cites for it, in the same sentence.

    Args:
        grammar: the document's tree.
        cue_last: the cue's last word.
        source: the medium's words.
        stop: the end of the sentence.
    """
    start = max(cue_last, source[1] - 1) + 1
    for word in range(start, min(stop, start + _REACH)):
        if grammar.lower[word] in ("citing", "quoting") and grammar.tags[word] == "VERB":
            objects = grammar.dependents(word, "obj")
            if not objects:
                return _next_phrase(grammar, word, stop)
            first, last = whole_phrase(grammar, objects[0])
            return Cited(word, max(first, word + 1), last)
        if grammar.tags[word] == "VERB" and grammar.labels[word] in ("root", "conj", "parataxis"):
            return None
    return None


def _next_phrase(grammar: Grammar, verb: int, stop: int) -> Cited | None:
    """Return what stands after `citing` up to a mark or a clause, where the tree hangs it elsewhere."""
    ends = (word for word in range(verb + 1, stop) if grammar.tags[word] == "PUNCT" or grammar.lower[word] in RELATIVES)
    last = next(ends, stop)
    named = any(grammar.tags[word] in ("NOUN", "PROPN") for word in range(verb + 1, last))
    return Cited(verb, verb + 1, last) if named else None


def whole_phrase(grammar: Grammar, head: int) -> tuple[int, int]:
    """Return a noun phrase with its complements, less a clause of saying or punctuation at its end."""
    first, last = grammar.subtree(head)
    for word in range(head + 1, last):
        clause = grammar.labels[word] in ("acl:relcl", "advcl", "ccomp", "parataxis", "acl")
        if clause and grammar.heads[word] == head:
            last = min(last, grammar.subtree(word)[0])
    while last > head + 1 and grammar.tags[last - 1] in ("PUNCT", "SCONJ", "ADP"):
        last -= 1
    return first, last


def find_relays(grammar: Grammar, verb: int | None, source: tuple[int, int] | None) -> list[tuple[int, int]]:
    """Return the words of the media by which a source's words or document came: `quoted by`, `carried by`, `seen by`.

    Args:
        grammar: the document's tree.
        verb: the head of the cue.
        source: the words of the source.
    """
    found = []
    if verb is not None:
        if base_form(grammar.lower[verb]) in speech.CITING and (agent := grammar.agent(verb)) is not None:
            found.append(agent)
        for child in grammar.dependents(verb, "obl", "nmod"):
            found += _carriers(grammar, child, speech.CARRYING | speech.SEEING)
    if source is not None:
        for word in range(*source):
            if grammar.tags[word] in ("NOUN", "PROPN"):
                found += _carriers(grammar, word, speech.CARRYING | speech.SEEING)
    return [grammar.phrase(word) for word in sorted(set(found))]


def _carriers(grammar: Grammar, noun: int, verbs: frozenset[str]) -> list[int]:
    """Return the agents of participles and relative clauses after a noun: "a memo seen by Reuters"."""
    agents = []
    for clause in grammar.dependents(noun, "acl", "acl:relcl"):
        if base_form(grammar.lower[clause]) in verbs:
            agent = grammar.agent(clause)
            subject = grammar.dependents(clause, "nsubj")
            if agent is not None:
                agents.append(agent)
            elif grammar.labels[clause] == "acl:relcl" and subject and grammar.tags[subject[-1]] == "PROPN":
                agents.append(subject[-1])
    return agents
