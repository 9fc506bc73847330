"""Which way a bare "Friday" or "March" points, from the verb that governs it in the parse."""

from copydesk.english.lists import among
from copydesk.english.verbs import IRREGULAR_PAST, NOT_PAST
from copydesk.reading.times.naming import NEAREST
from copydesk.reading.trees import DependencyTree

_FUTURE_AUXILIARIES = among("will 'll ’ll wo shall would")
_PAST_AUXILIARIES = among("was were had did has have 've ’ve been got")
_PLANNED = among(
    "scheduled rescheduled expected due planned slated set supposed adjourned postponed delayed booked billed called "
    "moved pushed deferred extended fixed listed tipped likely adjourn postpone delay set"
)
"""Words whose time lies ahead of what they tell: "adjourned until Monday", "due on Friday"."""
_PUT_OFF = among(
    "adjourned postponed delayed called moved pushed deferred extended adjourn postpone delay fixed listed billed"
)
_PUT_OFF_IN_TWO = {"put": among("off back"), "held": among("over")}
"""Verbs that put off with their particle: "put off until Monday"."""
_ON_THE_WAY = among("planning hoping expecting preparing intending aiming looking waiting")
_GIVEN = among("gave given give gives has have had extended")
_ACHIEVED = among(
    "began begin begins started starts continued failed managed refused declined helped used forced allowed tried "
    "rushed went came returned gathered turned proved seemed appeared had happened"
)
"""Verbs whose infinitive tells of their own time: "began to march on Friday"."""
_IRREGULAR = IRREGULAR_PAST | among("died dealt drank ate forgot froze hid sang spun swam sued voted")
_UNTIL = among("until till through")
_FOR = among("for to until till from")
_REPORTS = among("say says said tell tells told")
_STEPS = 6  # words above a time that are climbed to the verb that governs it


def direction(tree: DependencyTree, first: int, last: int) -> int:
    """Return which way the words `[first, last)` point.

    -1 where the verb over them tells of the past, 1 of the future, `NEAREST` for what comes after what is told ("sold
    out ahead of Monday's summit"), 0 where nothing tells.
    """
    if first >= last or tree.word(first - 1).lower() == "effective":
        return 0
    token = tree.top(first, last)
    if tree.word(first - 1).lower() in _UNTIL:
        verb = tree.heads[token]
        put_off = _is_put_off(tree, verb) or tree.word(verb).lower() in _GIVEN | _PLANNED
        return 1 if verb < token and put_off else 0
    case = next((tree.word(i).lower() for i in tree.children(token) if tree.labels[i] == "case"), "")
    if tree.labels[token] == "nmod:poss" and _comes_after(tree, tree.heads[token]):
        return NEAREST
    if tree.labels[token] in ("nmod:poss", "compound", "amod", "nummod", "root") or case in ("of", "since"):
        return 0
    verb = tree.heads[token]
    if tree.labels[token] in ("conj", "appos", "flat", "list"):
        return 0
    for _ in range(_STEPS):
        found = _of_verb(tree, verb, case)
        if found or tree.heads[verb] == verb or tree.labels[verb] not in ("xcomp", "advcl", "acl", "nmod", "obl"):
            return found
        if tree.labels[verb] in ("advcl", "acl", "nmod", "obl"):
            return 0
        verb = tree.heads[verb]
    return 0


def _comes_after(tree: DependencyTree, noun: int) -> bool:
    """Return whether what is told comes before what a noun stands for: "ahead of Monday's summit"."""
    cases = {tree.word(i).lower() for i in tree.children(noun) if tree.labels[i] == "case"}
    return bool(cases & {"ahead", "before"})


def _is_put_off(tree: DependencyTree, verb: int) -> bool:
    particles = {tree.word(i).lower() for i in tree.children(verb) if tree.labels[i] == "compound:prt"}
    return bool(particles & _PUT_OFF_IN_TWO.get(tree.word(verb).lower(), frozenset()))


def _of_verb(tree: DependencyTree, verb: int, case: str) -> int:
    word = tree.word(verb).lower()
    auxiliaries = {tree.word(i).lower() for i in tree.children(verb) if tree.labels[i] in ("aux", "aux:pass", "cop")}
    if word in _ON_THE_WAY:
        return 0
    if case in _FOR and _is_put_off(tree, verb):
        return 0 if "had" in auxiliaries else 1
    if word in _PLANNED:
        if word == "set" and not auxiliaries:
            return 0
        if tree.labels[verb] in ("acl", "amod") or (word in _PUT_OFF and case not in _FOR):
            return 0
        return 0 if "had" in auxiliaries else 1
    if auxiliaries & _FUTURE_AUXILIARIES:
        return 1
    if tree.tags[verb] not in ("VERB", "AUX"):
        return -1 if auxiliaries & {"was", "were", "had"} else 0
    if any(tree.labels[i] == "mark" and tree.word(i).lower() == "to" for i in tree.children(verb)):
        return _infinitive(tree, verb)
    if auxiliaries & _PAST_AUXILIARIES:
        return -1
    if word in _IRREGULAR or _is_past(word):
        return 0 if auxiliaries else -1
    return 0


def _infinitive(tree: DependencyTree, verb: int) -> int:
    """Return the direction of "to testify": to come, but for verbs that tell of one time with their infinitive."""
    governor = tree.heads[verb]
    word = tree.word(governor).lower()
    perfect = any(tree.word(i).lower() == "had" for i in tree.children(governor))
    if tree.labels[verb] != "xcomp" or word in _ACHIEVED or perfect:
        return 0
    return 1


def _is_past(word: str) -> bool:
    return len(word) > 4 and word.endswith("ed") and word not in NOT_PAST
