"""What the grammar around a predicate says of how sure it is: named clues, each with the words that give it.

The tree is walked up from the predicate; each word that embeds it adds a clue by its effect (`certainty`), and so do
tense, modal verbs, negation, conditions and time expressions on the way.
"""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from copydesk.english import certainty
from copydesk.english.speech import JUDGING_DEEDS
from copydesk.reading.events.event_tree import Tree
from copydesk.reading.events.timing import TimeTable

_STEPS: Final = 6  # words above a predicate that are looked at
_EMBEDDED: Final = frozenset(
    ("xcomp", "ccomp", "obj", "obl", "nmod", "acl", "advcl", "csubj", "nsubj:pass", "csubj:pass", "conj", "parataxis",
     "nsubj", "acl:relcl", "compound", "amod", "advcl:relcl", "nmod:desc", "appos", "dep", "obl:agent", "iobj")
)  # fmt: skip
_OPAQUE: Final = frozenset(("parataxis", "acl:relcl", "advcl:relcl", "appos", "dep"))
"""Relations beyond which nothing that stands higher decides on the event."""


class Clue(NamedTuple):
    """A named clue and the number of the word that gives it."""

    name: str
    word: int


def clues_of(tree: Tree, word: int, table: TimeTable) -> list[Clue]:
    """Return the clues for one predicate, the nearest first; `table` holds the text's dates and times."""
    found = [*_own(tree, word), *_dated(tree, word, table)]
    at = word
    for step in range(1, _STEPS + 1):
        above, label = tree.heads[at], tree.labels[at]
        if above == at:
            break
        link = label if label in _EMBEDDED else "other"
        if label == "conj":
            if step == 1 and tree.tags[at] == tree.tags[above]:
                found += [Clue(f"conj.{clue.name}", clue.word) for clue in _frame(tree, above) if _shared(clue)]
            at = above
            continue
        effect = _effect(tree, at, above, label)
        if effect:
            found.append(Clue(f"up{min(step, 2)}.{effect}", above))
            found.append(Clue(f"up.{effect}.{link}", above))
        if label not in ("nsubj", "obl", "nmod"):
            found += [Clue(f"above.{clue.name}", clue.word) for clue in _frame(tree, above) if _lasting(clue, effect)]
        elif label == "obl":
            found += [Clue(f"oblique.{c.name}", c.word) for c in _frame(tree, above) if c.name == "adverb.possible"]
        elif label == "nsubj":
            found += [Clue(f"verb.{clue.name}", clue.word) for clue in _frame(tree, above)]
        if label in _OPAQUE or (label == "obj" and tree.lemma(above) in JUDGING_DEEDS):
            break
        at = above
    return found


def _dated(tree: Tree, word: int, table: TimeTable) -> Iterator[Clue]:
    """Yield on which side of the publication day the predicate's own time lies, or its clause's."""
    for name, at in (("day", word), ("above.day", tree.heads[word])):
        if (time := table.below(tree, at)) and (name == "day" or at != word):
            first = tree.document.words_in(*time.span)[0]
            side = table.side(time)
            yield Clue(f"{name}.{side}", first)
            if any(tree.forms[i] in ("will", "'ll", "’ll", "is", "are", "to") for i in tree.kids(word, "aux", "mark")):
                yield Clue(f"{name}.{side}+to come", first)


def _own(tree: Tree, word: int) -> Iterator[Clue]:
    tag = tree.tags[word]
    yield Clue(f"tag.{tag}", word)
    yield Clue(f"label.{tree.labels[word]}", word)
    yield from _frame(tree, word)
    if tag in ("NOUN", "PROPN"):
        for i in tree.kids(word):
            form = tree.forms[i]
            if tree.labels[i] in ("amod", "compound", "advmod", "det"):
                if effect := certainty.ADJECTIVES.get(form):
                    yield Clue(f"adjective.{effect}", i)
                elif tree.labels[i] == "compound" and (effect := certainty.NOUNS.get(tree.lemma(i))):
                    yield Clue(f"compound.{effect}", i)
            if tree.labels[i] == "det":
                yield Clue(f"det.{'no' if form == 'no' else 'definite' if form in _DEFINITE else 'indefinite'}", i)
            elif tree.labels[i] == "nmod:poss":
                yield Clue("det.definite", i)
        if effect := certainty.NOUNS.get(tree.lemma(word)):
            yield Clue(f"itself.{effect}", word)
    elif effect := certainty.VERBS.get(tree.lemma(word).replace(" ", "_")):
        yield Clue(f"itself.{effect}", word)


_DEFINITE: Final = frozenset(("the", "this", "that", "these", "those"))


def _frame(tree: Tree, word: int) -> Iterator[Clue]:
    """Yield tense, modals, negation, conditions and adverbs of one verb (or of a noun with a copula)."""
    auxiliaries: list[str] = []
    infinitive = False
    subject_negated = None
    for i in tree.kids(word):
        form, label = tree.forms[i], tree.labels[i]
        if label in ("aux", "aux:pass", "cop"):
            auxiliaries.append(form)
            if modal := certainty.MODALS.get(form):
                yield Clue(f"modal.{modal}", i)
        elif label == "advmod" and (effect := certainty.ADVERBS.get(form)):
            yield Clue(f"adverb.{effect}", i)
        elif label == "mark":
            infinitive |= form == "to"
            if form == "before" and tree.forms[i - 1] in certainty.TIMES_BEFORE:
                yield Clue("mark.before", i)
            elif form in certainty.CONDITIONS:
                yield Clue(f"condition.{form if form in ('if', 'whether', 'unless', 'before') else 'other'}", i)
            elif form in certainty.CLAUSE_MARKS:
                yield Clue(f"mark.{form}", i)
        elif label in ("nsubj", "nsubj:pass", "obj", "obl"):
            if form in certainty.NOBODY or any(
                tree.forms[k] in ("no", "neither") for k in tree.kids(i, "det", "advmod")
            ):
                subject_negated = i
        elif label == "det" and form == "no":
            subject_negated = i
    if subject_negated is not None:
        yield Clue("negated.argument", subject_negated)
    yield Clue(f"tense.{_tense(tree, word, auxiliaries, infinitive)}", word)


def _tense(tree: Tree, word: int, auxiliaries: Sequence[str], infinitive: bool) -> str:
    form = tree.forms[word]
    if tree.tags[word] not in ("VERB", "AUX") and not auxiliaries:
        return "none"
    perfect = {"have", "has", "'ve", "’ve"} & {*auxiliaries}
    being = {"is", "are", "am", "'re", "’re", "'s", "’s"} & {*auxiliaries}
    if {"will", "'ll", "’ll", "wo", "shall"} & {*auxiliaries}:
        return "future"
    if "had" in auxiliaries:
        return "pluperfect"
    if perfect:
        return "perfect"
    if {"was", "were", "did"} & {*auxiliaries}:
        return "past-progressive" if form.endswith("ing") else "past"
    if being:
        return "progressive" if form.endswith("ing") or "being" in auxiliaries else "present-passive"
    if infinitive:
        return "infinitive"
    if auxiliaries:
        return "modal"
    if form.endswith("ing"):
        return "gerund"
    if form.endswith("s") and not form.endswith("ss") and tree.tags[word] == "VERB":
        return "present"
    if tree.labels[word] in ("acl", "amod", "advcl") and not any(tree.kids(word, "nsubj", "nsubj:pass")):
        return "participle"
    return "past" if tree.lemma(word).split(" ")[0] != form else "base"


def _effect(tree: Tree, at: int, above: int, label: str) -> str | None:
    """Return the effect that a word has on what hangs on it by a relation, if any."""
    tag, lemma = tree.tags[above], tree.lemma(above)
    key = lemma.replace(" ", "_")
    if tag in ("VERB", "AUX"):
        if label in ("nsubj", "obl:agent", "advcl", "acl:relcl"):
            return None
        case = next((tree.forms[i] for i in tree.kids(at, "case", "mark")), "")
        if f"{key}_{case}" in certainty.VERBS:
            return certainty.VERBS[f"{key}_{case}"]
        return certainty.VERBS.get(key) if label != "obl" or case in _GOVERNED else None
    if tag in ("NOUN", "PROPN") and label in ("acl", "nmod", "compound", "ccomp", "advcl", "obl"):
        return certainty.NOUNS.get(lemma)
    if tag == "ADJ" and label in ("xcomp", "ccomp", "advcl", "obl", "csubj"):
        return certainty.ADJECTIVES.get(lemma)
    return None


_GOVERNED: Final = frozenset(("of", "for", "from", "in", "to", "on", "into", "with"))
"""Prepositions with which a verb takes an event as its object ("accused of", "called for")."""


def _shared(clue: Clue) -> bool:
    """Whether what is said of the first of several joined by "and" holds of the others too."""
    return clue.name.startswith(("modal.", "condition.", "adverb.denied", "tense.future", "negated."))


def _lasting(clue: Clue, effect: str | None) -> bool:
    """Whether a clue at an embedding word says something of what it embeds."""
    return clue.name.startswith(("modal.", "condition.", "adverb.", "negated.", "tense.")) or effect is None
