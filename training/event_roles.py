"""Fit the weights of who takes part in an event: of the ties of candidates, and of the model's vectors of both words.

    python -m training.event_roles --data ../shared/data

prints the figures of `own_train` and the PLOVER gold standard's training part by cross-validation, and those of
`own_dev`. `training.event_weights` fits on all of the former and writes the weights.
"""

import argparse
import math
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import msgspec
import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from copydesk.language import Document, parse
from copydesk.reading.entities import find_entities
from copydesk.reading.events import participant_ties, participants, type_choice
from copydesk.reading.events.event_tree import Tree
from copydesk.reading.events.event_weights import EventWeights, Models, shipped
from copydesk.reading.events.predicate_pairs import PairWeights
from copydesk.reading.events.who import Participants
from training.event_texts import PLOVER_NAMES, corpus, head_in, lines

HIDDEN: Final = 64
LEAST: Final = 4
"""Candidates that a feature must be true of."""
EPOCHS: Final = 10
BATCH: Final = 256
SURE: Final = (0.0, 0.4, 0.4, 0.4)
Table = dict[str, tuple[float, ...]]


class Candidate(NamedTuple):
    """A word that may take part: its number, features, role in the truth ("none" if any), and the spans it names."""

    word: int
    features: list[str]
    role: str
    spans: list[tuple[int, int]]
    counts: bool


class Case(NamedTuple):
    """An event with its candidates and, by role, the spans that the truth has."""

    item: str
    tree: Tree
    names: Participants
    word: int
    label: str
    gold: dict[str, list[Any]]
    words: list[tuple[int, int]]
    candidates: list[Candidate]


def cases(items: Iterable[tuple[dict[str, Any], Document]], yardstick: Any, told: Models | None = None) -> list[Case]:
    """Return the events of items with their candidates; phrases are matched as the score does.

    A candidate stands for all mentions of its entity, a pronoun for those of whom it is resolved to; a pronoun that is
    nobody's counts for nothing where somebody of the event is named by no candidate, as it may be that one.

    Args:
        items: texts with their documents.
        yardstick: the score's module.
        told: weights by which the event's type is told; None to take the true one.
    """
    found = []
    for item, document in items:
        tree, words = Tree(document), [match.span() for match in yardstick.WORD.finditer(item["text"])]
        names = Participants(tree, find_entities(document))
        for event in item["events"]:
            if not event.get("predicate"):
                continue
            word = head_in(document, (event["predicate"].get("spans") or [event["predicate"]["span"]])[0])
            label = PLOVER_NAMES.get(event.get("type"), event.get("type")) or event.get("kind") or ""
            if told:
                kind = type_choice.type_of(tree, word, told)
                label = kind.type or kind.kind or ""
            gold = {role: event.get(f"{role}_spans") or [] for role in participants.ROLES[1:]}
            rows, met = [], set()
            frame = participants.frame_of(tree, word)
            for one in participant_ties.candidates(tree, word, names.kinds):
                entity = names.entity(one.word)
                spans = [
                    document.span(*participants.phrase(tree, one.word, word)),
                    *(entity.mentions if entity else ()),
                ]
                fits = [
                    (role, tuple(span))
                    for role, every in gold.items()
                    for span in every
                    if any(yardstick.agrees(span, mine, words) for mine in spans)
                ]
                met |= {*fits}
                features = participants.features(tree, word, one, names.kinds, label, frame)
                rows.append((one.word, features, fits[0][0] if fits else "none", spans))
            lost = any((role, tuple(span)) not in met for role in ("actor", "recipient") for span in gold[role])
            every = [Candidate(*row, not (row[2] == "none" and lost and names.is_open(row[0]))) for row in rows]
            found.append(Case(item["id"], tree, names, word, label, gold, words, every))
    return found


class RoleModel(nn.Module):
    """Sums of features' weights, and one hidden layer on the two words' vectors."""

    def __init__(self, features: int, width: int) -> None:
        super().__init__()
        self.ties = nn.EmbeddingBag(features + 1, len(participants.ROLES), mode="sum", padding_idx=features)
        nn.init.zeros_(self.ties.weight)
        self.bias = nn.Parameter(torch.zeros(len(participants.ROLES)))
        self.predicate, self.candidate = nn.Linear(width, HIDDEN), nn.Linear(width, HIDDEN, bias=False)
        self.out = nn.Linear(HIDDEN, len(participants.ROLES), bias=False)
        self.dropout = nn.Dropout(0.5)

    def forward(self, mine: Tensor, other: Tensor, features: Tensor) -> Tensor:
        """Return (n, roles) scores."""
        hidden = F.relu(self.predicate(self.dropout(mine)) + self.candidate(self.dropout(other)))
        scores: Tensor = self.ties(features) + self.bias + self.out(self.dropout(hidden))
        return scores


def fit(found: Sequence[Case], seed: int = 1) -> tuple[Table, tuple[float, ...], PairWeights]:
    """Return the weights of features, the biases, and those of the two words' vectors."""
    torch.manual_seed(seed)
    rows = [(case, one) for case in found for one in case.candidates if one.counts]
    counts = Counter(name for _, one in rows for name in set(one.features))
    number = {name: i for i, name in enumerate(sorted(name for name, n in counts.items() if n >= LEAST))}
    listed = [[number[name] for name in dict.fromkeys(one.features) if name in number] for _, one in rows]
    features = torch.full((len(rows), max(map(len, listed))), len(number))
    for i, names in enumerate(listed):
        features[i, : len(names)] = torch.tensor(names)
    mine = torch.tensor(np.stack([case.tree.document.states[case.word] for case, _ in rows]).astype(np.float32))
    other = torch.tensor(np.stack([case.tree.document.states[one.word] for case, one in rows]).astype(np.float32))
    truth = torch.tensor([participants.ROLES.index(one.role) for _, one in rows])
    model = RoleModel(len(number), mine.shape[1])
    slow = [value for name, value in model.named_parameters() if name not in ("ties.weight", "bias")]
    groups = [
        {"params": [model.ties.weight, model.bias], "lr": 8e-3, "weight_decay": 0.02},
        {"params": slow, "lr": 1e-3},
    ]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.05)
    steps = EPOCHS * math.ceil(len(rows) / BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: max(0.02, 1 - step / steps))
    for _ in range(EPOCHS):
        for at in torch.randperm(len(rows)).split(BATCH):
            chosen = torch.where(torch.rand(features[at].shape) < 0.1, len(number), features[at])
            value = F.cross_entropy(model(mine[at], other[at], chosen), truth[at], label_smoothing=0.02)
            optimiser.zero_grad()
            value.backward()
            optimiser.step()
            schedule.step()
    table = model.ties.weight.detach().numpy()
    weights = {
        name: tuple(round(float(x), 2) for x in table[i])
        for name, i in number.items()
        if np.abs(table[i]).max() >= 0.05
    }
    bias = tuple(round(float(x), 3) for x in model.bias.detach())
    return weights, bias, _stored(model)


def _stored(model: RoleModel) -> PairWeights:
    numbers, scales = [], []
    for layer in (model.predicate, model.candidate):
        matrix = layer.weight.detach().numpy().T
        scale = np.abs(matrix).max(axis=0) / 127
        numbers.append(np.round(matrix / scale).astype(np.int8).tobytes())
        scales.append(tuple(round(float(x), 7) for x in scale))
    bias = tuple(round(float(x), 5) for x in model.predicate.bias.detach())
    out = tuple(tuple(round(float(x), 5) for x in row) for row in model.out.weight.detach().T)
    return PairWeights(numbers[0], numbers[1], scales[0], scales[1], bias, out)


def figures(found: Sequence[Case], models: Models, yardstick: Any) -> dict[str, float]:
    """Return precision, recall and F1 of each role, and the share of events both of whose sides are all right."""
    hits, told, gold = Counter[str](), Counter[str](), Counter[str]()
    right = 0
    for case in found:
        roles = participants.roles_of(case.tree, case.word, case.names.kinds, case.label, models)
        spans = {one.word: one.spans for one in case.candidates}
        every = []
        for role, heads in zip(participants.ROLES[1:], (roles.actors, roles.recipients, roles.places[:1]), strict=True):
            truth = [yardstick.as_spans(span) for span in case.gold[role]]
            n = yardstick.role_hits(truth, [spans[head] for head in heads], case.words)
            hits[role] += n
            told[role] += len(heads)
            gold[role] += len(truth)
            every.append(n == len(truth) and (bool(truth) or not heads))
        right += every[0] and every[1]
    out = {"both": right / len(found)}
    for role in participants.ROLES[1:]:
        if gold[role]:
            out |= {f"{role}.precision": hits[role] / max(1, told[role]), f"{role}.recall": hits[role] / gold[role]}
            out[f"{role}.f1"] = 2 * hits[role] / (told[role] + gold[role])
    return out


def crossed(found: Sequence[Case], parts: int, use: Callable[[list[Case], Models], None], base: EventWeights) -> None:
    """Fit on all parts of the items but one and use the models on that one, for each."""
    part = {item: i % parts for i, item in enumerate(sorted({case.item for case in found}))}
    for i in range(parts):
        fitted = fit([case for case in found if part[case.item] != i])
        use([case for case in found if part[case.item] == i], with_roles(base, *fitted))


def with_roles(base: EventWeights, table: Table, bias: tuple[float, ...], pairs: PairWeights) -> Models:
    """Return models with other weights of participants."""
    return Models(msgspec.structs.replace(base, role=table, role_bias=bias, pairs=pairs))


def main() -> None:
    """Print figures by cross-validation."""
    options = argparse.ArgumentParser()
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--parts", type=int, default=4)
    o = options.parse_args()
    torch.set_num_threads(1)
    sys.path.insert(0, str(o.data.parent / "score"))
    import events as yardstick

    folder = o.data / "events"
    base = shipped().weights
    own = cases([(i, parse(i["text"])) for i in corpus(folder / "own_train.jsonl.gz")], yardstick)
    gold = cases([(i, parse(i["text"])) for i in lines(folder / "plover_gsr_train.jsonl.gz")], yardstick)
    dev = cases([(i, parse(i["text"])) for i in corpus(folder / "own_dev.jsonl.gz")], yardstick, Models(base))
    held: list[tuple[list[Case], Models]] = []
    crossed([*own, *gold], o.parts, lambda part, models: held.append((part, models)), base)
    whole = with_roles(base, *fit([*own, *gold]))
    for sure in (0.33, 0.36, 0.4, 0.45):
        cut = (0.0, sure, sure, 0.4)
        for name, chosen in (("own", {c.item for c in own}), ("gold", {c.item for c in gold})):
            parts = [
                (figures(some, Models(msgspec.structs.replace(m.weights, role_sure=cut)), yardstick), len(some))
                for part, m in held
                if (some := [case for case in part if case.item in chosen])
            ]
            mean = {k: sum(f.get(k, 0.0) * n for f, n in parts) / sum(n for _, n in parts) for k in parts[0][0]}
            print(sure, name, {k: round(v, 3) for k, v in mean.items()}, flush=True)
        found = figures(dev, Models(msgspec.structs.replace(whole.weights, role_sure=cut)), yardstick)
        print(sure, "dev", {k: round(v, 3) for k, v in found.items()}, flush=True)


if __name__ == "__main__":
    main()
