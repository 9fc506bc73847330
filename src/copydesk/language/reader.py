"""Text to Document: words, windows through the network, and what its heads say decoded."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from copydesk.language import score_decoding, shapes, spans
from copydesk.language.arguments import find_arguments
from copydesk.language.branch import FILE, load_branch, with_output
from copydesk.language.document import Document, Name, Offsets, Run
from copydesk.language.links import WindowLinks, content_links, source_links
from copydesk.language.modelfile import ModelManifest, read_model
from copydesk.language.name_decoding import find_names
from copydesk.language.network import Floats, Network
from copydesk.language.tree_decoding import best_tree
from copydesk.language.windows import Window, windows
from copydesk.language.word_scanner import words
from copydesk.language.wordpiece import WordPieceTokenizer
from copydesk.products import product

LONGEST_SENTENCE = 150  # words of a sentence that is parsed whole
SECTION = 20_000
"""Words that are read together; longer texts are read in sections, so that memory is bounded."""
_ROLES = ("source", "cue", "content")
_LIKELY = np.float32(np.log(0.1 / 0.9))
"""Log-odds of a happening from which on the branch reads a word; of 200 that it lists, one is left out by this."""
_BRANCH = "branch."
"""What the names of the branch's heads begin with among those of the network."""


class Reader:
    """A loaded model. It keeps no state between texts but a cache of word pieces, and may be shared by threads."""

    def __init__(self, path: Path) -> None:
        """Load a model's file.

        Raises:
            ModelError: the file is missing, damaged or of another version.
        """
        model = read_model(path)
        self.manifest: ModelManifest = model.manifest
        self._pieces = WordPieceTokenizer(model.vocabulary)
        self._branch = load_branch(path.with_name(FILE), model)
        network = with_output(model.network, self._branch.source) if self._branch else model.network
        self._network = Network(network, model.manifest.outputs)
        self._arrays = model.arrays
        self._decoding = score_decoding.shipped()
        self._name_transitions = score_decoding.name_transitions(self._decoding, model.manifest.names)
        self._role_transitions = score_decoding.role_transitions(self._decoding, _ROLES)

    def parse(self, text: str) -> Document:
        """Return what the model says about a text. Any text is accepted; the same text gives the same document."""
        tokens = words(text)
        if len(tokens) <= SECTION:
            return self._section(text, tokens)
        spaces = _spaces(text, tokens)
        parts: list[Document] = []
        start = 0
        while start < len(tokens):
            end = min(start + SECTION, len(tokens))
            at = np.flatnonzero(spaces[start + 1 : end] == shapes.PARAGRAPH)
            if end < len(tokens) and len(at):
                end = start + 1 + int(at[-1])
            parts.append(self._section(text, tokens[start:end]))
            start = end
        return _joined(text, tokens, parts)

    def parse_many(self, texts: Iterable[str]) -> Iterator[Document]:
        """Yield the document of each text, in order."""
        for text in texts:
            yield self.parse(text)

    def analyse(self, text: str, tokens: Offsets, sentences: Offsets | None = None) -> Document:
        """Return what the model says about a text whose words, and perhaps sentences, are known already.

        Args:
            text: the text.
            tokens: (n, 2) offsets of its words, in order; not more than 20,000.
            sentences: (m, 2) ranges of words that make sentences and together cover all words; None to find them.
        """
        return self._section(text, tokens, sentences)

    def _section(self, text: str, tokens: Offsets, sentences: Offsets | None = None) -> Document:
        if not len(tokens):
            return Document(text=text)
        spaces = _spaces(text, tokens)
        surface = [text[start:end] for start, end in tokens.tolist()]
        look = shapes.shapes(surface, spaces.tolist())
        out, seen = self._read(surface, look, spaces)
        if sentences is None:
            sentences = _sentences(out["starts"][:, 0] > self._decoding.sentence_start, text, tokens, spaces)
        heads, labels = self._trees(out, sentences)
        tags = tuple(self.manifest.tags[i] for i in out["tags"].argmax(axis=1).tolist())
        logs = spans.log_softmax(out["roles"].reshape(len(tokens), 3, 3))
        roles = self._roles(logs, spaces)
        events = _chances(out["events"])[:, 1]
        predicates = (events >= self._decoding.predicate) | (np.array(tags) == "VERB")
        return Document(
            text=text,
            tokens=tokens,
            sentences=sentences,
            tags=tags,
            heads=heads,
            labels=labels,
            names=find_names(
                out["names"],
                surface,
                look[:, 0],
                tags,
                _lines(sentences, spaces),
                self._name_transitions,
                self.manifest.names,
            ),
            sources=roles[0],
            cues=roles[1],
            contents=roles[2],
            role_scores=1 - np.exp(logs[:, :, 0]),
            role_marks=logs,
            source_links=source_links(seen, roles[1], roles[0]),
            content_links=content_links(seen, roles[1], roles[2]),
            events=events,
            factuality=_chances(out["factuality"]),
            particular=_chances(out["particular"])[:, 1],
            arguments=find_arguments(
                out["argument_from"], out["argument_to"], predicates, sentences, self.manifest.arguments
            ),
            states=out["states"].astype(np.float16),
            happenings={n.removeprefix(_BRANCH): values for n, values in out.items() if n.startswith(_BRANCH)},
        )

    def _read(
        self, surface: list[str], look: NDArray[np.int64], spaces: NDArray[np.int64]
    ) -> tuple[dict[str, Floats], list[WindowLinks]]:
        """Return each head's output for every word, and what each window says of links."""
        pieces = [self._pieces.encode(word) for word in surface]
        sizes = np.array([len(p) for p in pieces], dtype=np.intp)
        kept: dict[str, list[Floats]] = {}
        seen: list[WindowLinks] = []
        for window in windows(sizes, spaces >= shapes.PARAGRAPH):
            out = self._window(window, pieces, sizes, look)
            seen.append(WindowLinks(window, out.pop("link_from"), out.pop("link_to")))
            core = slice(window.first - window.start, window.last - window.start)
            for name, values in out.items():
                kept.setdefault(name, []).append(values[core])
        return {name: np.concatenate(values) for name, values in kept.items()}, seen

    def _window(
        self, window: Window, pieces: list[tuple[int, ...]], sizes: NDArray[np.intp], look: NDArray[np.int64]
    ) -> dict[str, Floats]:
        part = slice(window.start, window.end)
        flat = [self._pieces.start, *(p for word in pieces[part] for p in word), self._pieces.end]
        ends = np.cumsum(sizes[part])
        marked = np.zeros((len(flat), look.shape[1]), dtype=np.int64)
        marked[1:-1] = np.repeat(look[part], sizes[part], axis=0)
        first, last = ends - sizes[part] + 1, ends
        out = self._network.read(np.array(flat, dtype=np.int64), marked, first, last)
        if self._branch:
            likely = out["events"][:, 1] - out["events"][:, 0] >= _LIKELY
            likely[: window.first - window.start] = likely[window.last - window.start :] = False
            told = self._branch.read(out.pop("inner"), first[likely], last[likely])
            for name, values in told.items():
                every = np.zeros((len(likely), values.shape[1]), dtype=np.float32)
                every[:, 0] = 1
                every[likely] = values
                out[_BRANCH + name] = every
        return out

    def _trees(self, out: dict[str, Floats], sentences: Offsets) -> tuple[NDArray[np.int32], tuple[str, ...]]:
        """Return each word's head and its relation to it."""
        query, key = out["arc_from"], out["arc_to"]
        width = query.shape[1] - 1
        root = self.manifest.relations.index("root")
        heads = np.arange(len(query), dtype=np.int32)
        for start, end in sentences.tolist():
            part = slice(start, end)
            scores = product(query[part, :width], key[part, :width].T) / np.float32(width**0.5) + key[part, width]
            np.fill_diagonal(scores, query[part, width])
            heads[part] = best_tree(scores) + start
        joined = np.maximum(out["label_from"] + out["label_to"][heads], 0)
        fits = product(joined, self._arrays["relation_weight"]) + self._arrays["relation_bias"]
        fits[:, root] = -np.inf
        relations = np.where(heads == np.arange(len(heads)), root, fits.argmax(axis=1))
        return heads, tuple(self.manifest.relations[i] for i in relations.tolist())

    def outputs(self, text: str, tokens: Offsets | None = None) -> tuple[dict[str, Floats], Offsets, Offsets]:
        """Return every head's raw output for each word, and the ranges of paragraphs and sentences: to train on top.

        `states` among them are the words' vectors that roles, happenings and arguments are read from. `tokens` are the
        text's words where they are known already, else None.
        """
        tokens = words(text) if tokens is None else tokens
        spaces = _spaces(text, tokens)
        surface = [text[start:end] for start, end in tokens.tolist()]
        out, _ = self._read(surface, shapes.shapes(surface, spaces.tolist()), spaces)
        sentences = _sentences(out["starts"][:, 0] > self._decoding.sentence_start, text, tokens, spaces)
        return out, _paragraphs(spaces), sentences

    def _roles(self, logs: Floats, spaces: NDArray[np.int64]) -> tuple[tuple[Run, ...], ...]:
        """Return the runs of each role, decoded paragraph by paragraph."""
        tags = spans.best_tags(logs, _paragraphs(spaces), self._role_transitions)
        sure = np.exp(np.take_along_axis(logs, tags[:, :, None], axis=2)[:, :, 0])
        return tuple(
            tuple(Run(s, e, float(sure[s:e, role].mean())) for s, e, _ in spans.runs(tags[:, role]))
            for role in range(len(_ROLES))
        )


def _chances(scores: Floats) -> Floats:
    chances: Floats = np.exp(spans.log_softmax(scores))
    return chances


def _spaces(text: str, tokens: Offsets) -> NDArray[np.int64]:
    """Return what stands before each word, as `copydesk.language.shapes` numbers it."""
    out = np.zeros(len(tokens), dtype=np.int64)
    before = 0
    for i, (start, end) in enumerate(tokens.tolist()):
        if start > before:
            out[i] = shapes.PARAGRAPH if "\n" in text[before:start] else shapes.SPACE
        before = end
    if len(out):
        out[0] = shapes.TEXT_START
    return out


def _paragraphs(spaces: NDArray[np.int64]) -> Offsets:
    """Return the ranges of words between line ends."""
    begins = np.flatnonzero(spaces >= shapes.PARAGRAPH)
    return np.stack([begins, np.append(begins[1:], len(spaces))], axis=1).astype(np.int32)


def _lines(sentences: Offsets, spaces: NDArray[np.int64]) -> Offsets:
    """Return the sentences, cut where a line ends."""
    begins = np.array(sorted({*sentences[:, 0].tolist(), *np.flatnonzero(spaces >= shapes.PARAGRAPH).tolist()}))
    return np.stack([begins, np.append(begins[1:], len(spaces))], axis=1).astype(np.int32)


def _sentences(starts: NDArray[np.bool_], text: str, tokens: Offsets, spaces: NDArray[np.int64]) -> Offsets:
    """Return ranges of words: new ones where the model says so and after blank lines, none longer than bearable."""
    begins = [0]
    for i in range(1, len(tokens)):
        blank = spaces[i] == shapes.PARAGRAPH and text.count("\n", int(tokens[i - 1, 1]), int(tokens[i, 0])) > 1
        if starts[i] or blank or i - begins[-1] >= LONGEST_SENTENCE:
            begins.append(i)
    return np.stack([begins, [*begins[1:], len(tokens)]], axis=1).astype(np.int32)


def _joined(text: str, tokens: Offsets, parts: list[Document]) -> Document:
    """Return the document of sections that follow each other."""
    at = np.cumsum([0, *(len(part) for part in parts)])
    runs: dict[str, list[Run]] = {"sources": [], "cues": [], "contents": []}
    names: list[Name] = []
    links: tuple[list, list] = ([], [])  # type: ignore[type-arg]
    for offset, part in zip(at.tolist(), parts, strict=False):
        source, cue, content = (len(runs[name]) for name in ("sources", "cues", "contents"))
        for found, links_of, others in ((links[0], part.source_links, source), (links[1], part.content_links, content)):
            for link in links_of:
                shifted = link._replace(
                    cue=link.cue + cue if link.cue >= 0 else -1, other=link.other + others if link.other >= 0 else -1
                )
                found.append(shifted)
        for name, list_ in runs.items():
            list_ += [run._replace(start=run.start + offset, end=run.end + offset) for run in getattr(part, name)]
        names += [name._replace(start=name.start + offset, end=name.end + offset) for name in part.names]
    return Document(
        text=text,
        tokens=tokens,
        sentences=np.concatenate([p.sentences + o for p, o in zip(parts, at, strict=False)]).astype(np.int32),
        tags=tuple(tag for part in parts for tag in part.tags),
        heads=np.concatenate([p.heads + o for p, o in zip(parts, at, strict=False)]).astype(np.int32),
        labels=tuple(label for part in parts for label in part.labels),
        names=tuple(names),
        role_scores=np.concatenate([part.role_scores for part in parts]),
        role_marks=np.concatenate([part.role_marks for part in parts]),
        source_links=tuple(links[0]),
        content_links=tuple(links[1]),
        events=np.concatenate([part.events for part in parts]),
        factuality=np.concatenate([part.factuality for part in parts]),
        particular=np.concatenate([part.particular for part in parts]),
        states=np.concatenate([part.states for part in parts]),
        happenings={name: np.concatenate([part.happenings[name] for part in parts]) for name in parts[0].happenings},
        arguments={
            word + offset: {role: a._replace(head=a.head + offset) for role, a in roles.items()}
            for offset, part in zip(at.tolist(), parts, strict=False)
            for word, roles in part.arguments.items()
        },
        sources=tuple(runs["sources"]),
        cues=tuple(runs["cues"]),
        contents=tuple(runs["contents"]),
    )
