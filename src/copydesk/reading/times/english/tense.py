"""Which way a bare "Friday" or "March" points, from the tense of the verb that governs it; no model, only words."""

from collections.abc import Sequence

from copydesk.english.function_words import ARTICLES, POSSESSIVES
from copydesk.english.lists import among
from copydesk.english.verbs import IRREGULAR_PAST, NOT_PAST

_FUTURE = among(
    "will 'll ’ll shall won't won’t upcoming expected expects expect scheduled schedule due plans plan planned "
    "planning slated going intends hopes aims begins starts expires ends opens until payable effective deadline "
    "resume resumes meet meets arrives travels hosts convenes departs faces "
    "likely should must would supposed go goes appears becomes visits returns reconvenes launches expires debuts speaks"
)
_PAST = IRREGULAR_PAST | among("been has have set lay beat since earlier ago")
_PLANNED = among("expected scheduled due planned slated set supposed")
_INTENT = among(
    "decided agreed voted vowed promised pledged threatened wants want wanted hoped hope intended intend prepared "
    "preparing asked refused"
)
_LASTING = among("kept lasted continued stayed remained waited went fought burned raged stood was were ran")
_BARE = among("meet resume go")
_DETERMINERS = ARTICLES | {"this", "that"} | (POSSESSIVES - {"your"})
_BE = among("is are be being 's ’s 're ’re")
_REPORTING = among("said told added announced reported")
_STOPS = frozenset('.?!;“”"`\n')
_OPENERS = among("on in by the late early next this until since before after at from and but")
_CLAUSES = among("and but who which while when")
_LEFT, _RIGHT = 14, 9  # words before and after a time that are looked at


class Tense:
    """The tenses of a text, each word looked at once."""

    __slots__ = ("_cues", "_words")

    def __init__(self, words: Sequence[str]) -> None:
        self._words = words
        self._cues: dict[int, int | None] = {}

    def direction(self, first: int, last: int) -> int:
        """Return -1 where words around those from `first` to `last` tell of the past, 1 of the future, 0 neither."""
        words = self._words
        if first >= 2 and words[first - 1] == "as" and words[first - 2].lower() in ("soon", "early", "late"):
            return 1
        lead = first - 2 if first > 1 and words[first - 1] == "on" else first - 1
        if lead >= 0 and words[lead] in ("is", "are"):
            return 1  # "the vote is on Tuesday"
        if _before(words, first) == "before":  # "before winter": the next one, if nothing speaks against it
            return max(0, self._direction(first, last))
        return self._direction(first, last)

    def planned(self, first: int) -> bool:
        """Say whether the clause before a word tells of what will be: "the funeral will be held", "coming up"."""
        words = self._words
        for index in range(first - 1, max(-1, first - 1 - _LEFT), -1):
            word = words[index].lower()
            if _stops(word):
                return False
            if word == "coming" and words[index + 1].lower() == "up":
                return True
            if word in ("will", "'ll", "’ll") or (word in _PLANNED and words[index - 1].lower() in ("is", "are")):
                return True
        return False

    def _direction(self, first: int, last: int) -> int:
        words = self._words
        opens = self.opens(first)
        right = 2 * _RIGHT if opens else _RIGHT
        ahead, step = self._search(range(last + 1, min(len(words), last + 1 + right)), opens)
        if ahead and opens:
            return ahead
        best, distance = self._search(range(first - 1, max(-1, first - 1 - _LEFT), -1), True)
        if ahead and words[last + 1 + step].lower() in _REPORTING and not opens:
            return best  # "they meet Friday, aides said"
        return ahead if ahead and step + 3 < distance else best

    def _search(self, indices: range, across: bool) -> tuple[int, int]:
        """Return the first cue among some words, in other clauses too if `across`, and how many words away it is."""
        for step, index in enumerate(indices):
            if not across and self._words[index].lower() in _CLAUSES:
                break
            cue = self._cues[index] if index in self._cues else self._cues.setdefault(index, _cue(self._words, index))
            if cue is None:
                break
            if cue:
                return cue, step
        return 0, 99

    def opens(self, first: int) -> bool:
        """Say whether only prepositions and the like stand between the start of the sentence and a word."""
        for index in range(first - 1, max(-1, first - 4), -1):
            if _stops(self._words[index]):
                break
            if self._words[index].lower() not in _OPENERS:
                return False
        return True


def _before(words: Sequence[str], index: int) -> str:
    index -= 2 if index > 1 and words[index - 1] == "the" else 1
    return words[index].lower() if index >= 0 else ""


def _stops(word: str) -> bool:
    return word[0] in _STOPS


def _cue(words: Sequence[str], index: int) -> int | None:
    """Return -1 for a word of the past, 1 of the future, 0 for neither, None for the end of the sentence."""
    word = words[index].lower()
    before = words[index - 1].lower() if index else ""
    to_follows = words[index + 1 : index + 2] == ["to"]
    if word == "coming" and words[index + 1 : index + 2] == ["up"]:
        return 1
    if word in _PLANNED and before == "been":
        return -1  # "had been due to expire"
    if word in _PLANNED and before in ("as", "than", "previously", "originally"):
        return 0  # "began as planned on Saturday"
    if to_follows and (word in _INTENT or word in ("has", "have", "set")):
        return 1
    if word == "set" and (before in _BE or words[index + 1 : index + 2] == ["for"]):
        return 1
    if _no_cue(words, index, word, before, to_follows):
        return 0
    if word in _FUTURE or (word == "to" and before in ("is", "are")):
        return 1
    if word in _PAST or (len(word) > 4 and word.endswith("ed") and word not in NOT_PAST):
        return 0 if before in _BE or word.startswith("un") else -1  # "will be held": the auxiliary decides
    return None if _stops(word) else 0


def _no_cue(words: Sequence[str], index: int, word: str, before: str, to_follows: bool) -> bool:
    """Say whether a word that elsewhere tells of the future does not here."""
    if word in ("plan", "plans", "schedule"):
        return before in _DETERMINERS
    if word == "going":
        return not to_follows  # "kept going"
    if word == "until":  # "fought until Friday"
        return any(each.lower() in _LASTING for each in words[max(0, index - 6) : index])
    return before == "to" and word in _BARE  # "her decision to meet him in June"
