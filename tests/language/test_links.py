"""Links between runs: found within a window, none offered, unlikely ones left out."""

import numpy as np

from copydesk.language.document import Run
from copydesk.language.links import WindowLinks, content_links, source_links
from copydesk.language.windows import Window


def seen(none: float = 0.0) -> list[WindowLinks]:
    point, target = np.zeros((4, 6), dtype=np.float32), np.zeros((4, 4), dtype=np.float32)
    target[0, 0] = 10  # word 0 is a good source; columns 0 and 1 are for sources, 2 and 3 for cues
    target[2, 2] = 10
    point[:, :4] = 1
    point[:, 4:] = none
    return [WindowLinks(Window(0, 4, 0, 4), point, target)]


def test_a_cue_points_to_its_source_and_a_content_to_its_cue() -> None:
    sources, cues, contents = (Run(0, 1, 0.9), Run(1, 2, 0.9)), (Run(2, 3, 0.9),), (Run(3, 4, 0.9),)
    best = source_links(seen(), cues, sources)[0]
    assert (best.cue, best.other) == (0, 0)
    best = content_links(seen(), cues, contents)[0]
    assert (best.cue, best.other) == (0, 0)
    assert best.score > -0.1


def test_none_wins_where_the_model_says_so() -> None:
    links = source_links(seen(none=30.0), (Run(2, 3, 0.9),), (Run(0, 1, 0.9),))
    assert [(link.cue, link.other) for link in links] == [(0, -1)]
