"""Who belongs to whom: the link head's scores between runs of words, window by window."""

from typing import NamedTuple

import numpy as np

from copydesk.language.document import RoleScore, Run
from copydesk.language.network import Floats
from copydesk.language.spans import log_softmax
from copydesk.language.windows import Window

_SOURCE, _CUE = 0, 1  # which run points
_LEAST = -4.6  # a probability of one in a hundred
_MOST = 6  # links of a run that are kept


class WindowLinks(NamedTuple):
    """A window and its words' vectors: which word each points to (a vector for each target, two scores for none)."""

    window: Window
    point: Floats
    target: Floats


def source_links(seen: list[WindowLinks], cues: tuple[Run, ...], sources: tuple[Run, ...]) -> tuple[RoleScore, ...]:
    """Return for each cue its likely sources, best first."""
    return tuple(RoleScore(cue, source, score) for cue, source, score in _links(seen, cues, sources, _SOURCE))


def content_links(seen: list[WindowLinks], cues: tuple[Run, ...], contents: tuple[Run, ...]) -> tuple[RoleScore, ...]:
    """Return for each run of content its likely cues, best first."""
    return tuple(RoleScore(cue, content, score) for content, cue, score in _links(seen, contents, cues, _CUE))


def _links(
    seen: list[WindowLinks], pointing: tuple[Run, ...], targets: tuple[Run, ...], column: int
) -> list[tuple[int, int, float]]:
    """Return (pointing run, target run or -1, log-probability), for each run in the window that has its first word."""
    found: list[tuple[int, int, float]] = []
    number = 0
    for (start, end, _, last), point, target in seen:
        width = target.shape[1] // 2
        part = slice(column * width, (column + 1) * width)
        near = [(i, run) for i, run in enumerate(targets) if run.start < end and run.end > start]
        while number < len(pointing) and pointing[number].start < last:
            query = point[pointing[number].start - start]
            scores = np.append(target[:, part] @ query[part] / np.float32(width**0.5), query[2 * width + column])
            logs = log_softmax(scores)
            likely = [(-1, float(logs[-1]))]
            for i, run in near:
                words = logs[max(run.start - start, 0) : run.end - start]
                likely.append((i, float(np.logaddexp.reduce(words))))
            likely = sorted((pair for pair in likely if pair[1] > _LEAST), key=lambda pair: -pair[1])[:_MOST]
            found += [(number, i, score) for i, score in likely]
            number += 1
    return found
