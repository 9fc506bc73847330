"""Which blocks of a page its gold text is made of: an in-order alignment of blocks' words with the gold's words."""

import re
from bisect import bisect_right
from collections import defaultdict

WORD = re.compile(r"\w+")
MAX_CANDIDATES = 40


def words_of(text: str) -> list[str]:
    """Return the words of a text, lower-cased, as the yardstick counts them."""
    return [word.lower() for word in WORD.findall(text)]


def shares(texts: list[str], gold: str) -> list[float]:
    """Return, for each block, the share of its words that the gold text has at that point.

    Blocks are matched to places in the gold so that their order is kept and as many words as possible are covered
    (a heaviest increasing chain); a long block that matches a place nobody else took counts even out of order.
    """
    goal = words_of(gold)
    index: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for size in (1, 2, 3):
        for i in range(len(goal) - size + 1):
            index[tuple(goal[i : i + size])].append(i)
    blocks = [words_of(text) for text in texts]
    chain = _Chain(len(goal) + 1)
    nodes: list[tuple[int, int, int, int, int]] = []  # block, start, size, words matched, node before
    candidates = [_candidates(block, goal, index) for block in blocks]
    for number, found in enumerate(candidates):
        reached = []
        for start, matched in found:
            before, score = chain.best(start)
            reached.append((start + len(blocks[number]), score + matched - 0.01, len(nodes)))
            nodes.append((number, start, len(blocks[number]), matched, before))
        for end, score, node in reached:
            chain.put(min(end, len(goal)), score, node)
    result = [0.0] * len(texts)
    covered = bytearray(len(goal))
    node, _ = chain.best(len(goal))
    while node >= 0:
        number, start, size, matched, node = nodes[node]
        result[number] = matched / size
        covered[start : start + size] = b"\1" * len(covered[start : start + size])
    for number, found in enumerate(candidates):
        if result[number] or len(blocks[number]) < 8:
            continue
        for start, matched in found:
            size = len(blocks[number])
            if matched >= size * 0.8 and sum(covered[start : start + size]) < size * 0.2:
                result[number] = matched / size
                covered[start : start + size] = b"\1" * len(covered[start : start + size])
                break
    return result


def _candidates(block: list[str], goal: list[str], index: dict[tuple[str, ...], list[int]]) -> list[tuple[int, int]]:
    """Return places in the gold where a block may stand, with the number of words that agree."""
    size = len(block)
    if not size:
        return []
    first = index.get(tuple(block[: min(3, size)]), [])
    exact = [(start, size) for start in first if goal[start : start + size] == block]
    if exact or size < 5:
        return exact[:MAX_CANDIDATES]
    votes: dict[int, int] = defaultdict(int)
    for offset in range(size - 2):
        for place in index.get(tuple(block[offset : offset + 3]), [])[:20]:
            votes[place - offset] += 1
    best = sorted(votes.items(), key=lambda item: -item[1])[:3]
    # Words that the page has and the gold lacks shift what follows: votes for near starts belong together.
    result = []
    for start, _ in best:
        total = sum(count for place, count in votes.items() if abs(place - start) <= 8)
        if total >= 0.4 * (size - 2):
            result.append((max(0, start), min(size, total + 2)))
    return result


class _Chain:
    """The best score of any chain that ends at or before a place in the gold."""

    def __init__(self, size: int) -> None:
        self.places = [0]
        self.scores = [0.0]
        self.nodes = [-1]

    def best(self, place: int) -> tuple[int, float]:
        at = bisect_right(self.places, place) - 1
        return self.nodes[at], self.scores[at]

    def put(self, place: int, score: float, node: int) -> None:
        at = bisect_right(self.places, place) - 1
        if self.scores[at] >= score:
            return
        if self.places[at] == place:
            self.scores[at], self.nodes[at] = score, node
        else:
            at += 1
            self.places.insert(at, place)
            self.scores.insert(at, score)
            self.nodes.insert(at, node)
        while at + 1 < len(self.places) and self.scores[at + 1] <= score:
            del self.places[at + 1], self.scores[at + 1], self.nodes[at + 1]
