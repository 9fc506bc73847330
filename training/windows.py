"""Documents to training windows, and windows to padded batches; shapes of words are varied on the way."""

from collections.abc import Iterator, Sequence

import numpy as np
import torch

from copydesk.language import shapes
from copydesk.language.wordpiece import WordPieceTokenizer
from training.corpora import IGNORE, Labelled

OPENERS, CLOSERS = set("([{“‘$#«"), set(".,;:!?)]}”»%’…") | {"'s", "’s", "n't", "n’t", "'re", "'ve", "'ll", "'m", "'d"}

LOST_WORDS = 0.04
HAPPENINGS = {"event": "events", "factuality": "factuality", "particular": "particular"}
"""Columns of happenings in a batch, and what a document calls them."""


class Encoded:
    """A labelled document with its pieces cut and its shapes counted."""

    def __init__(self, document: Labelled, pieces: WordPieceTokenizer) -> None:
        self.document = document
        words = document.words
        self.pieces = [pieces.encode(w) for w in words]
        self.sizes = np.array([len(p) for p in self.pieces])
        self.ends = np.cumsum(self.sizes)
        self.shapes = shapes.shapes(words, document.spaces.tolist())
        self.natural = _natural_spaces(words, self.shapes)

    def __len__(self) -> int:
        return len(self.pieces)

    def cut(self, start: int, most: int) -> int:
        """Return where a window from `start` ends that holds at most `most` pieces: at a paragraph, else a sentence."""
        limit = self.ends[start - 1] + most if start else most
        end = int(np.searchsorted(self.ends, limit, side="right"))
        end = max(end, start + 1)
        if end >= len(self):
            return len(self)
        sentence = self.document.sentence
        if sentence[-1] > 0:
            good = np.flatnonzero(sentence[start + 1 : end + 1] != sentence[start:end]) + start + 1
        else:
            good = np.flatnonzero(self.shapes[start + 1 : end + 1, 1] >= shapes.PARAGRAPH) + start + 1
            good = good[self.ends[good - 1] > limit - most // 2]
        return int(good[-1]) if len(good) else end


def _natural_spaces(words: list[str], found: np.ndarray) -> np.ndarray:
    """Return the space column as it would be in running text, for text whose words stand apart."""
    out = found[:, 1].copy()
    for i in range(1, len(words)):
        if out[i] == shapes.SPACE:
            quote = found[i, 2]
            glued = words[i] in CLOSERS or words[i - 1] in OPENERS
            glued |= words[i] == '"' and quote == shapes.CLOSES
            glued |= words[i - 1] == '"' and found[i - 1, 2] == shapes.OPENS
            glued |= words[i] == "-" or words[i - 1] == "-"
            if glued:
                out[i] = shapes.NO_SPACE
    return out


def one_pass(documents: Sequence[Encoded], rng: np.random.Generator, most: int) -> Iterator[tuple[Encoded, int, int]]:
    """Yield windows (document, start, end) that cover every document once, from a random first cut, sizes mixed."""
    for document in documents:
        start, n = 0, len(document)
        size = int(rng.integers(most // 4, most))
        while start < n:
            end = document.cut(start, size)
            yield document, start, end
            start, size = end, int(most if rng.random() < 0.7 else rng.integers(most // 4, most))


Window = tuple[Encoded, int, int]


def batches(windows: list[Window], rng: np.random.Generator, pieces: int) -> Iterator[list[Window]]:
    """Yield batches of windows of like length, about `pieces` pieces each, in random order."""
    windows = [windows[i] for i in rng.permutation(len(windows))]
    length = lambda w: int(w[0].sizes[w[1] : w[2]].sum()) + 2  # noqa: E731
    out: list[list[Window]] = []
    for at in range(0, len(windows), 600):
        group = sorted(windows[at : at + 600], key=length)
        batch: list[Window] = []
        for window in group:
            if batch and length(window) * (len(batch) + 1) > pieces:
                out.append(batch)
                batch = []
            batch.append(window)
        out.append(batch)
    for i in rng.permutation(len(out)):
        yield out[i]


def collate(batch: list[Window], marks: WordPieceTokenizer, rng: np.random.Generator | None) -> dict[str, torch.Tensor]:
    """Return a batch as padded tensors; with `rng`, shapes are varied (case dropped or raised, spaces joined)
    and a few words are lost."""
    b = len(batch)
    longest = max(int(d.sizes[s:e].sum()) for d, s, e in batch) + 2
    words = max(e - s for _, s, e in batch)
    out = {
        "pieces": np.zeros((b, longest), np.int64),
        "length": np.zeros(b, np.int64),
        "shapes": np.zeros((b, longest, len(shapes.COLUMNS)), np.int64),
        "first": np.zeros((b, words), np.int64),
        "last": np.zeros((b, words), np.int64),
        "n": np.zeros(b, np.int64),
        "sentence": np.zeros((b, words), np.int64),
        "links": np.full((b, words, 2), IGNORE, np.int64),
        "roles": np.full((b, words, 3), IGNORE, np.int64),
        "arguments": np.full((b, words, 5), IGNORE, np.int64),
    }
    for column in ("tags", "starts", "heads", "labels", "names", *HAPPENINGS):
        out[column] = np.full((b, words), IGNORE, np.int64)
    for i, (d, s, e) in enumerate(batch):
        n, sizes = e - s, d.sizes[s:e]
        flat = [p for word in d.pieces[s:e] for p in word]
        if rng is not None:  # words lost now and then: the rest must be read from what stands around them
            lost = np.repeat(rng.random(n) < LOST_WORDS, sizes)
            flat = np.where(lost, marks.unknown, flat).tolist()
        out["pieces"][i, : len(flat) + 2] = [marks.start, *flat, marks.end]
        out["length"][i], out["n"][i] = len(flat) + 2, n
        look = d.shapes[s:e].copy()
        if rng is not None:
            look = _vary(look, d.natural[s:e], rng)
        out["shapes"][i, 1 : len(flat) + 1] = np.repeat(look, sizes, axis=0)
        ends = np.cumsum(sizes)
        out["last"][i, :n], out["first"][i, :n] = ends, ends - sizes + 1
        doc = d.document
        for column in ("tags", "starts", "labels", "names", "roles"):
            out[column][i, :n] = getattr(doc, column)[s:e]
        for column, name in HAPPENINGS.items():
            out[column][i, :n] = getattr(doc, name)[s:e]
        out["sentence"][i, :n] = doc.sentence[s:e]
        for column in ("heads", "links", "arguments"):
            values = getattr(doc, column)[s:e]
            inside = (values >= s) & (values < e)
            kept = np.where(inside, values - s, np.where(values == -1, -1, IGNORE))
            out[column][i, :n] = kept
    return {k: torch.from_numpy(v) for k, v in out.items()}


def _vary(look: np.ndarray, natural: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    form = look[:, 0]
    cased = (form >= 1) & (form <= 5)
    if rng.random() < 0.5:
        look[:, 1] = natural
    dice = rng.random()
    if dice < 0.02:
        form[cased] = shapes.FORMS["lower"]
    elif dice < 0.04:
        form[cased] = shapes.FORMS["upper"]
    elif dice < 0.06:
        form[form == shapes.FORMS["lower"]] = shapes.FORMS["title"]
    elif dice < 0.10:
        look[look[:, 1] == shapes.PARAGRAPH, 1] = shapes.SPACE
    elif dice < 0.13:  # lines broken at a fixed width, as in mails and old wire copy
        wrapped = np.arange(rng.integers(5, 16), len(look), rng.integers(9, 16))
        look[wrapped[look[wrapped, 1] == shapes.SPACE], 1] = shapes.PARAGRAPH
    drop = rng.random(look.shape) < 0.01
    drop[:, 1] &= look[:, 1] < shapes.PARAGRAPH
    look[drop] = 0
    return look
