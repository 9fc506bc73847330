"""Which lines of text without markup are the story's: the scorer's choice, and sentences that stand beside it."""

from typing import Final

from copydesk.articles.lines.line_features import Floats
from copydesk.articles.lines.line_scoring import THRESHOLD
from copydesk.articles.paragraphs import SENTENCE_END, without_copies, word_count
from copydesk.articles.scorer.shipped import threshold
from copydesk.records import FurnitureKind

_PROSE: Final = 6  # words of a line that, ended as a sentence, is prose
_UNLIKELY: Final = 0.15  # probability under which even a sentence beside the story is not the story's
_BARELY: Final = 0.05  # and under which it is not right after an advertisement in the story
_REACH: Final = 2  # lines from the story on either side up to which a sentence in between is the story's


def _is_ended(line: str) -> bool:
    """Tell whether a line ends as a sentence does; some scripts print nothing there."""
    return SENTENCE_END.search(line) is not None or "\u0e00" <= line[-1] <= "\u0eff"


def story_of(lines: list[str], kinds: list[FurnitureKind | None], probabilities: Floats) -> list[bool]:
    """Return which lines are the story's: the scorer's choice less furniture, and sentences beside them."""
    least = threshold(probabilities, THRESHOLD)
    likely = [
        not kind and probability >= least for kind, probability in zip(kinds, probabilities.tolist(), strict=True)
    ]
    if True not in likely:
        return [not kind for kind in kinds]
    told = [word_count(line) >= _PROSE and _is_ended(line) for line in lines]
    prose = [
        not kind and probability >= _UNLIKELY and is_told
        for is_told, kind, probability in zip(told, kinds, probabilities.tolist(), strict=True)
    ]
    before = after = len(lines)
    kept, behind = list(likely), []
    for is_likely in likely:
        before = 0 if is_likely else before + 1
        behind.append(before)
    for i in range(len(lines) - 1, -1, -1):
        after = 0 if likely[i] else after + 1
        kept[i] = likely[i] or (prose[i] and (max(behind[i], after) <= _REACH or min(behind[i], after) == 1))
    resumed = False  # the story goes on after an advertisement
    for i in range(1, len(lines)):
        if kinds[i] == "advertisement":
            resumed = resumed or kept[i - 1]
        else:
            resumed = resumed and not kept[i] and not kinds[i] and told[i] and bool(probabilities[i] >= _BARELY)
            kept[i] = kept[i] or resumed
    once = frozenset(without_copies(lines, [i for i, is_kept in enumerate(kept) if is_kept]))
    return [i in once for i in range(len(lines))]
