"""Fit what turns role tags into attributions: the boundaries of spans and the joins between them, on PolNeAR.

    python -m training.attributions --data ../shared/data --model src/copydesk/language/model.cdm \
        --out src/copydesk/reading/attributions/weights.json

Boundaries are fitted as a linear-chain conditional random field on top of the model's log-probabilities, joins as two
conditional logits. Articles are taken from the training set; the yardstick's figures on the
development set are printed at the end and kept with the weights.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from scipy.optimize import minimize

from copydesk import fitted
from copydesk.language import load
from copydesk.reading.attributions import join_weights, tagged
from copydesk.reading.attributions.drafts import Draft, paragraphs_of
from copydesk.reading.attributions.evidence import CONTENT, CUE, ROLES, SOURCE, Piece
from copydesk.reading.attributions.joining import Choice, JoiningWeights, cue_choices, source_choices
from copydesk.reading.attributions.role_edges import SLOTS, size_of_weights
from copydesk.reading.attributions.tagged import AttributionInputs

EDGE_RIDGE, JOIN_RIDGE = 3.0, 1e-3
EAGERNESS = (1.5, 1.0, 0.5)
"""Added to the score of beginning a source, a cue, a content: chosen on the development set for whole attributions."""
BATCH = 256
COMMAND = "python -m training.attributions"
FILES = ("attributions/train.jsonl", "attributions/dev.jsonl")
NEVER = -1e4

Gold = list[tuple[list[Piece], list[Piece], list[Piece]]]


class Article(NamedTuple):
    """An article: its gold row, its gold attributions as word runs, and what is seen of it."""

    row: dict[str, Any]
    gold: Gold
    seen: AttributionInputs


def read(path: Path, model: Path, most: int) -> Iterator[Article]:
    """Yield up to `most` articles of a gold file, spread over it, parsed by a model."""
    rows = [json.loads(line) for line in path.open(encoding="utf-8")]
    reader = load(model)
    for row in rows[:: max(1, len(rows) // most)][:most]:
        yield article(row, reader.parse(row["text"]))


def article(row: dict[str, Any], document: Any) -> Article:
    """Return an article from its gold row and its document."""
    offsets = document.tokens
    gold: Gold = []
    for a in row["attributions"]:
        roles = tuple([p for s, e in a[role] if (p := words_in(offsets, s, e))] for role in ROLES)
        gold.append(roles)  # type: ignore[arg-type]
    return Article(row, gold, tagged.see(document, paragraphs_of(row["text"])))


def words_in(offsets: np.ndarray, start: int, end: int) -> Piece | None:
    """Return the words that a span of characters touches."""
    inside = np.flatnonzero((offsets[:, 0] < end) & (offsets[:, 1] > start))
    return Piece(int(inside[0]), int(inside[-1]) + 1, 1.0) if len(inside) else None


def fit_edges(articles: Sequence[Article], role: int, ridge: float = EDGE_RIDGE) -> np.ndarray:
    """Return the weights of one role's boundaries: a conditional random field by L-BFGS."""
    batches = list(_batches(articles, role))
    slots = sum(SLOTS.values())
    start = torch.zeros(size_of_weights())
    start[0] = 1
    w = start.clone().requires_grad_()
    optimizer = torch.optim.LBFGS([w], max_iter=30, history_size=8, line_search_fn="strong_wolfe")

    def closure() -> torch.Tensor:
        optimizer.zero_grad()
        loss = ridge * ((w - start) ** 2).sum()
        for logs, features, tags, real in batches:
            begins, ends = w[2 : 2 + slots][features].sum(-1), w[2 + slots :][features].sum(-1)
            scores = logs * w[0]
            begin = scores[..., 1] + w[1] + begins[:, :-1] + ends[:, 1:]
            unary = torch.stack([scores[..., 0], begin, scores[..., 2] + ends[:, 1:] - ends[:, :-1]], -1)
            paths = unary[:, 0] + torch.tensor([0.0, 0.0, NEVER])
            for t in range(1, tags.shape[1]):
                free, on = torch.logsumexp(paths, 1), torch.logaddexp(paths[:, 1], paths[:, 2])
                paths = torch.where(real[:, t : t + 1], torch.stack([free, free, on], 1) + unary[:, t], paths)
            right = (unary.gather(2, tags.unsqueeze(-1)).squeeze(-1) * real).sum(1)
            loss = loss + (torch.logsumexp(paths, 1) - right).sum()
        loss.backward()  # type: ignore[no-untyped-call]
        return loss

    optimizer.step(closure)  # type: ignore[no-untyped-call]
    return w.detach().numpy()


def _batches(articles: Sequence[Article], role: int) -> Iterator[tuple[torch.Tensor, ...]]:
    offsets = np.cumsum([0, *SLOTS.values()])[:-1]
    parts = []
    for _, gold, seen in articles:
        tags = np.zeros(len(seen.words), dtype=np.int64)
        for attribution in gold:
            for piece in attribution[role]:
                tags[piece.first : piece.last] = 2
                tags[piece.first] = 1
        logs = seen.document.role_marks[:, role]
        cuts = [*np.flatnonzero(np.diff(seen.layout.paragraph, prepend=-1)).tolist(), len(tags)]
        for a, b in pairwise(cuts):
            if tags[a:b].any() or (logs[a:b, 0] < -0.1).any():
                parts.append((logs[a:b], seen.boundaries[a : b + 1] + offsets, tags[a:b]))
    parts.sort(key=lambda part: len(part[2]))
    for at in range(0, len(parts), BATCH):
        chosen = parts[at : at + BATCH]
        n, longest = len(chosen), max(len(tags) for _, _, tags in chosen)
        logs_, features = np.zeros((n, longest, 3), np.float32), np.zeros((n, longest + 1, len(SLOTS)), np.int64)
        tags_, real = np.zeros((n, longest), np.int64), np.zeros((n, longest), bool)
        for i, (logs, table, tags) in enumerate(chosen):
            logs_[i, : len(tags)], features[i, : len(tags) + 1] = logs, table
            tags_[i, : len(tags)], real[i, : len(tags)] = tags, True
        yield tuple(torch.from_numpy(x) for x in (logs_, features, tags_, real))


def touches(one: Piece, others: Sequence[Piece]) -> bool:
    """Return whether a span shares a word with any of the others."""
    return any(one.first < other.last and other.first < one.last for other in others)


def fit_joins(articles: Sequence[Article], edges: Sequence[np.ndarray]) -> JoiningWeights:
    """Return the weights of joins on the spans that the given boundaries make."""
    sources: list[tuple[np.ndarray, np.ndarray]] = []
    cues: list[tuple[np.ndarray, np.ndarray]] = []
    for _, gold, seen in articles:
        pieces = tagged.role_pieces(seen, edges)
        about = seen.document, seen.words, seen.layout, pieces, seen.links
        sources += targets(source_choices(*about), gold, CUE, SOURCE)
        cues += targets(cue_choices(*about), gold, CONTENT, CUE)
    return JoiningWeights(_logit(sources), _logit(cues))


def targets(choices: list[Choice], gold: Gold, one: int, other: int) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Yield, for each span that is right, its candidates' features and which of them are right (none, last)."""
    for piece, near, table in choices:
        mine = [a for a in gold if touches(piece, a[one])]
        right = np.array([any(touches(p, a[other]) for a in mine) for p in near] + [False])
        if not mine and one == CUE:
            continue
        if not right.any():
            right[-1] = True
        yield table, right


def _logit(examples: list[tuple[np.ndarray, np.ndarray]]) -> np.ndarray:
    """Return the weights of a conditional logit: each row's chance is its share of the exponentials."""
    tables = np.concatenate([table for table, _ in examples]).astype(np.float64)
    right = np.concatenate([r for _, r in examples])
    sizes = np.array([len(r) for _, r in examples])
    group = np.repeat(np.arange(len(sizes)), sizes)
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        scores = tables @ w
        scores -= np.maximum.reduceat(scores, starts)[group]
        raised = np.exp(scores)
        whole = np.add.reduceat(raised, starts)
        good = np.add.reduceat(raised * right, starts)
        p, q = raised / whole[group], raised * right / good[group]
        value = -np.log(good / whole).mean() + JOIN_RIDGE * (w @ w)
        return float(value), (tables.T @ (p - q)) / len(sizes) + 2 * JOIN_RIDGE * w

    fitted: np.ndarray = minimize(
        loss, np.zeros(tables.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 300}
    ).x
    return fitted


def figures(found: Sequence[tuple[dict[str, Any], Sequence[Draft]]], yardstick: Path) -> dict[str, float]:
    """Return what shared/score/attributions.py prints for drafts of gold rows."""
    with tempfile.TemporaryDirectory() as folder:
        gold, records = Path(folder, "gold.jsonl"), Path(folder, "records.jsonl")
        with gold.open("w") as a, records.open("w") as b:
            for row, drafts in found:
                a.write(json.dumps(row) + "\n")
                said = [{role: {"spans": getattr(draft, role)} for role in ROLES} for draft in drafts]
                b.write(json.dumps({"id": row["id"], "attributions": said}) + "\n")
        command = [sys.executable, str(yardstick), str(gold), str(records), "--json"]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout))


def main() -> None:
    """Fit on the training set, write the weights, print figures on the development set."""
    options = argparse.ArgumentParser()
    for name in ("data", "model", "out"):
        options.add_argument(f"--{name}", type=Path, required=True)
    options.add_argument("--articles", type=int, default=840)
    o = options.parse_args()
    torch.set_num_threads(1)
    articles = list(read(o.data / FILES[0], o.model, o.articles))
    edges = [fit_edges(articles, role) for role in range(len(ROLES))]
    for role_weights, more in zip(edges, EAGERNESS, strict=True):
        role_weights[1] += more
    made = join_weights.AttributionWeights(tuple(edges), fit_joins(articles, edges))
    check = read(o.data / FILES[1], o.model, 10_000)
    found = [(a.row, tagged.find_in(a.seen, made, None)) for a in check]
    measured = figures(found, o.data.parent / "score/attributions.py")
    fitted.write(
        o.out, COMMAND, o.data, FILES, {f"dev.{name}": v for name, v in measured.items()}, join_weights.written(made)
    )
    for name, value in measured.items():
        print(name, value)


if __name__ == "__main__":
    main()
