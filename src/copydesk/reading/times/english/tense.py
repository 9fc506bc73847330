"""Which way a bare "Friday" or "March" points, from the tense of the verb that governs it; no model, only words."""

from collections.abc import Sequence

from copydesk.reading.times.english.words import among

_FUTURE = among(
    "will 'll ’ll shall won't won’t upcoming expected expects expect scheduled schedule due plans plan planned "
    "planning slated going intends hopes aims begins starts expires ends opens until payable effective deadline set "
    "likely should must"
)
_PAST = among(
    "was were had did been has have said told gave took came went made left met began won lost fell rose saw got held "
    "sent kept ran led paid became found broke brought built bought caught chose drew drove flew fought grew heard hit "
    "hurt knew laid let lay put quit read rode rang sold shot shut sank sat slept spoke spent stood stole struck swore "
    "taught thought threw understood wore wrote cut cost burst beat bore felt fled hung lit meant sought shook shrank "
    "slid split spread sprang stuck stung swept swung tore woke wept withdrew undertook overthrew since "
    "earlier ago killed"
)
_PLANNED = among("expected scheduled due planned slated set")
_STOPS = frozenset((".", "?", "!", ";", "“", "”", '"', "``", "''"))
_NOT_PAST = among("need speed feed seed indeed bed red united hundred exceed proceed succeed")
_LEFT, _RIGHT = 14, 9


def direction(words: Sequence[str], first: int, last: int) -> int:
    """Return -1 where words around those from `first` to `last` tell of the past, 1 of the future, 0 where neither."""
    if first >= 2 and words[first - 1] == "as" and words[first - 2].lower() in ("soon", "early", "late"):
        return 1
    best, distance = 0, 99
    for step, index in enumerate(range(first - 1, max(-1, first - 1 - _LEFT), -1)):
        found = _cue(words, index)
        if found is None:
            break
        if found:
            best, distance = found, step
            break
    opening = all(
        words[i].lower() in ("on", "in", "by", "the", "late", "early", "next", "this") for i in _opening(words, first)
    )
    for step, index in enumerate(range(last + 1, min(len(words), last + 1 + _RIGHT))):
        found = _cue(words, index)
        if found is None:
            break
        if found:
            if step + (0 if opening else 3) < distance:
                best = found
            break
    return best


def _opening(words: Sequence[str], first: int) -> range:
    """Return the indices of the words between the start of the sentence and `first`, at most three of them."""
    start = first
    while start > 0 and first - start < 3 and not _stops(words[start - 1]):
        start -= 1
    return range(start, first)


def _stops(word: str) -> bool:
    return word in _STOPS or word[0] == "\n"


def _cue(words: Sequence[str], index: int) -> int | None:
    word = words[index].lower()
    if word in _PLANNED and index and words[index - 1].lower() == "been":
        return -1  # "had been due to expire"
    if word in _FUTURE or (word == "to" and index and words[index - 1].lower() in ("is", "are")):
        return 1
    if word in _PAST or (len(word) > 4 and word.endswith("ed") and word not in _NOT_PAST):
        if index and words[index - 1].lower() in ("be", "been") and word not in _PAST:
            return 0  # "will be held": the auxiliary decides
        return -1
    return None if _stops(word) else 0
