"""Fit the branch for events: two layers and heads of their own on a lower layer of the shipped language model.

    python -m training.branch --data ../shared/data --student student.safetensors --run work/branch

The lower layers are read once through the shipped model itself, 8-bit as it runs, and kept; so an epoch takes half a
minute on one core. The branch begins as a copy of the student's upper layers (`--student`, see ../shared/model) and is
fitted on `own_train`, our own paragraphs, the PLOVER gold standard's training part and, as weak labels of types, on
sentences made of the patterns of the CAMEO dictionary. Heads: which words are events and news, PLOVER type and mode,
kind, status, place in time. `--export` writes `happenings.cdm`.
"""

import argparse
import copy
import json
import math
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from copydesk.language import MODEL, parse, shapes
from copydesk.language.branch import FILE, BranchManifest, with_output, write_branch
from copydesk.language.event_heads import HEADS, KINDS, MODES, NEWS, RELATIVES, STATUSES, TYPES
from copydesk.language.modelfile import NETWORK, read_model
from copydesk.language.network import session
from copydesk.language.reader import _spaces
from copydesk.language.wordpiece import WordPieceTokenizer
from training.event_patterns import sentences
from training.event_texts import PLOVER_NAMES, corpus, head_in, lines, written
from training.export import MICROSOFT, Graph, Weights, mixed, part_of, widened, words_of
from training.network import Layer, Size

SOURCE: Final = 4
"""The layer whose states the branch reads, counted from one."""
WEIGHTS: Final = {"news": 1.0, "type": 1.0, "mode": 0.3, "kind": 0.5, "status": 1.0, "relative": 0.5}
HIDDEN: Final = 192
IGNORE: Final = -100
Item = dict[str, Any]


class Branch(nn.Module):
    """The student's layers above `SOURCE`, copied, and a head of one hidden layer for each thing to tell of a word."""

    def __init__(self, student: dict[str, Tensor], layers: int, dropout: float) -> None:
        super().__init__()
        self.layers = nn.ModuleList(Layer(Size(), dropout) for _ in range(layers))
        for i, layer in enumerate(self.layers):
            name = f"encoder.layers.{SOURCE + i}."
            layer.load_state_dict({k.removeprefix(name): v.float() for k, v in student.items() if k.startswith(name)})
        self.dropout = nn.Dropout(0.25)
        self.heads = nn.ModuleDict(
            {
                f"to_{name}": nn.Sequential(
                    nn.Linear(768, HIDDEN), nn.GELU(), nn.Dropout(0.25), nn.Linear(HIDDEN, len(labels))
                )
                for name, labels in HEADS.items()
            }
        )

    def forward(self, x: Tensor, mask: Tensor, first: Tensor, last: Tensor) -> dict[str, Tensor]:
        """Return (batch, words, classes) scores by head, from (batch, pieces, width) states."""
        for layer in self.layers:
            x = layer(x, mask)
        ends = [torch.gather(x, 1, at.unsqueeze(-1).expand(-1, -1, x.shape[-1])) for at in (first, last)]
        words = self.dropout(torch.cat(ends, -1))
        return {name.removeprefix("to_"): head(words) for name, head in self.heads.items()}


class States:
    """The states of texts below the branch, as the shipped model gives them."""

    def __init__(self) -> None:
        model = read_model(MODEL)
        graph = onnx.load_from_string(model.network).graph
        norms = [node.output[0] for node in graph.node if node.op_type == "LayerNormalization"]
        self.value, self.model = norms[2 * SOURCE], model.manifest.hashes[NETWORK]
        self._session = session(with_output(model.network, self.value), "the language model")
        self._pieces = WordPieceTokenizer(model.vocabulary)

    def of(self, text: str, tokens: np.ndarray) -> Item:
        """Return the states (pieces, width) and each word's first and last piece."""
        spaces = _spaces(text, tokens)
        surface = [text[start:end] for start, end in tokens.tolist()]
        look = shapes.shapes(surface, spaces.tolist())
        pieces = [self._pieces.encode(word) for word in surface]
        sizes = np.array([len(p) for p in pieces])
        flat = np.array([self._pieces.start, *(p for word in pieces for p in word), self._pieces.end])
        marked = np.zeros((len(flat), look.shape[1]), dtype=np.int64)
        marked[1:-1] = np.repeat(look, sizes, axis=0)
        last = np.cumsum(sizes)
        first = last - sizes + 1
        (found,) = self._session.run([self.value], {"pieces": flat, "shapes": marked, "first": first, "last": last})
        return {"states": found[0].astype(np.float16), "first": first, "last": last}


def blank(n: int) -> dict[str, np.ndarray]:
    """Return the labels of n words of which nothing is known."""
    return {name: np.full(n, IGNORE) for name in HEADS}


def whole(item: Item, states: States, with_news: bool = True) -> Item:
    """Return a fully annotated item as states and labels."""
    document = parse(item["text"])
    labels = blank(len(document))
    if with_news:
        labels["news"][:] = 0
    for event in item["events"]:
        start, end = document.words_in(*event["predicate"]["span"])
        labels["news"][start:end][labels["news"][start:end] == 0] = IGNORE
    for event in item["events"]:
        word = head_in(document, event["predicate"]["span"])
        if with_news:
            labels["news"][word] = NEWS.index("salient" if event["salient"] else "minor")
        labels["type"][word] = TYPES.index(event.get("type") or "")
        mode = f"{event.get('type')}/{event.get('mode')}"
        if event.get("type") and (mode in MODES or not event.get("mode")):
            labels["mode"][word] = MODES.index(mode) if event.get("mode") else 0
        if event.get("kind"):
            labels["kind"][word] = KINDS.index(event["kind"])
        labels["status"][word] = STATUSES.index(event["status"])
        labels["relative"][word] = RELATIVES.index(event["relative"])
    return states.of(item["text"], document.tokens) | {"labels": labels}


def plover(path: Path, states: States) -> Iterator[Item]:
    """Yield the sentences of the PLOVER gold standard with the types of their predicates."""
    for item in lines(path):
        document = parse(item["text"])
        labels = blank(len(document))
        for event in item["events"]:
            kind = PLOVER_NAMES.get(event["type"], event["type"])
            if event.get("predicate") and kind in TYPES:
                span = (event["predicate"].get("spans") or [event["predicate"]["span"]])[0]
                labels["type"][head_in(document, span)] = TYPES.index(kind)
        yield states.of(item["text"], document.tokens) | {"labels": labels}


def patterns(data: Path, states: States) -> Iterator[Item]:
    """Yield sentences made of the CAMEO dictionary's patterns, with the type of their verb."""
    from copydesk.language import words

    for text, at, kind in sentences(data):
        tokens = words(text)
        labels = blank(len(tokens))
        word = int(np.searchsorted(tokens[:, 1], at, side="right"))
        if word < len(tokens):
            labels["type"][word] = TYPES.index(kind)
            yield states.of(text, tokens) | {"labels": labels}


def collate(items: Sequence[Item]) -> tuple[Tensor, Tensor, Tensor, Tensor, dict[str, Tensor]]:
    """Return states, mask, first and last pieces and labels of a batch, padded."""
    pieces, words = max(len(i["states"]) for i in items), max(len(i["first"]) for i in items)
    x, mask = (
        torch.zeros(len(items), pieces, items[0]["states"].shape[1]),
        torch.zeros(len(items), pieces, dtype=torch.bool),
    )
    first, last = (torch.zeros(len(items), words, dtype=torch.long) for _ in range(2))
    labels = {name: torch.full((len(items), words), IGNORE) for name in HEADS}
    for j, item in enumerate(items):
        n, w = len(item["states"]), len(item["first"])
        x[j, :n] = torch.from_numpy(item["states"]).float()
        mask[j, :n] = True
        first[j, :w], last[j, :w] = torch.from_numpy(item["first"]), torch.from_numpy(item["last"])
        for name in HEADS:
            labels[name][j, :w] = torch.from_numpy(item["labels"][name])
    return x, mask[:, None, None], first, last, labels


def loss(out: dict[str, Tensor], labels: dict[str, Tensor]) -> Tensor:
    """Return the weighted sum of the heads' cross entropies."""
    total = torch.zeros(())
    for name, weight in WEIGHTS.items():
        known = labels[name] != IGNORE
        if known.any():
            smooth = 0.0 if name == "news" else 0.1
            total = total + weight * F.cross_entropy(
                out[name][known].float(), labels[name][known], label_smoothing=smooth
            )
    return total


@torch.no_grad()
def figures(branch: Branch, items: Sequence[Item]) -> dict[str, float]:
    """Return F1 of salient words (best threshold), macro-F1 of types and statuses, and false facts."""
    from sklearn.metrics import f1_score

    branch.eval()
    gold: dict[str, list[Tensor]] = {name: [] for name in HEADS}
    told: dict[str, list[Tensor]] = {name: [] for name in HEADS}
    for at in range(0, len(items), 32):
        *inputs, labels = collate(items[at : at + 32])
        out = branch(*inputs)
        for name in HEADS:
            known = labels[name] != IGNORE
            gold[name].append(labels[name][known])
            told[name].append(out[name][known].softmax(-1))
    branch.train()
    g, p = ({name: torch.cat(v).numpy() for name, v in found.items()} for found in (gold, told))
    salient = max(f1_score(g["news"] == 2, p["news"][:, 2] > t) for t in np.arange(0.2, 0.7, 0.05))
    listed = max(f1_score(g["news"] > 0, 1 - p["news"][:, 0] > t) for t in np.arange(0.2, 0.7, 0.05))
    typed, best = g["type"] > 0, p["type"].argmax(1)
    statuses = p["status"].argmax(1)
    open_ = np.isin(g["status"], (2, 3, 4, 5))
    sure = (p["type"].max(1) > 0.6) & (best > 0)
    return {
        "salient": salient,
        "listed": listed,
        "type.macro": f1_score(
            g["type"][typed], best[typed], labels=range(1, len(TYPES)), average="macro", zero_division=0
        ),
        "type.precision.60": float((best == g["type"])[sure].mean()) if sure.any() else 0.0,
        "type.recall.60": float((best == g["type"])[sure & typed].sum() / typed.sum()),
        "mode": float((g["mode"] == p["mode"].argmax(1)).mean()),
        "kind": float((g["kind"] == p["kind"].argmax(1)).mean()),
        "status.macro": f1_score(g["status"], statuses, labels=range(7), average="macro", zero_division=0),
        "false_fact": float(np.isin(statuses[open_], (0, 1, 6)).mean()),
        "relative": float((g["relative"] == p["relative"].argmax(1)).mean()),
    }


def fit(branch: Branch, train: list[Item], weak: list[Item], dev: list[Item], o: argparse.Namespace) -> Branch:
    """Fit a branch and return the running mean of its states."""
    groups = [
        {"params": branch.layers.parameters(), "lr": o.rate},
        {"params": branch.heads.parameters(), "lr": 4 * o.rate},
    ]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.05, fused=True)
    steps = o.epochs * math.ceil((len(train) + o.weak) / o.batch)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda s: min(1, (s + 1) / 40) * max(0.02, 1 - s / steps))
    mean = copy.deepcopy(branch)
    quick = torch.cpu._is_avx512_bf16_supported()  # type: ignore[no-untyped-call]  # elsewhere it is emulated: slow
    for epoch in range(o.epochs):
        items = [*train, *random.sample(weak, min(o.weak, len(weak)))]
        order = sorted(range(len(items)), key=lambda i: len(items[i]["states"]) + 20 * random.random())
        batches = [order[at : at + o.batch] for at in range(0, len(order), o.batch)]
        random.shuffle(batches)
        total = 0.0
        for batch in batches:
            *inputs, labels = collate([items[i] for i in batch])
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=quick):
                out = branch(*inputs)
            value = loss(out, labels)
            optimiser.zero_grad()
            value.backward()
            nn.utils.clip_grad_norm_(branch.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total += float(value.detach())
            with torch.no_grad():
                torch._foreach_lerp_(list(mean.parameters()), list(branch.parameters()), 0.04)
        print(epoch, round(total / len(batches), 3), end=" ", flush=True)
        if epoch % 2 == 1 or epoch == o.epochs - 1:
            print({name: round(float(v), 3) for name, v in figures(mean, dev).items()}, flush=True)
            torch.save(mean.state_dict(), o.run / "branch.pt")
    return mean


def export(branch: Branch, states: States, out: Path) -> None:
    """Write the branch's file."""
    w = {name: value.numpy() for name, value in branch.state_dict().items()}
    network, outputs = build(Graph(), w, len(branch.layers))
    manifest = BranchManifest(format="", model=states.model, source=states.value, outputs=outputs, network="")
    write_branch(out, manifest, network)
    print(out, f"{out.stat().st_size / 1e6:.1f} MB")


def build(g: Graph, w: Weights, layers: int) -> tuple[bytes, dict[str, tuple[int, int]]]:
    """Return the ONNX file of a branch, and the slices of its output by head.

    The last layer is computed of the chosen pieces alone (input `at`); they attend to all.
    """
    x = "states"
    for i in range(layers):
        part = part_of(w, {}, f"layers.{i}.")
        chosen = "at" if i == layers - 1 else ""
        here = g.add("Gather", x, chosen, axis=1) if chosen else x
        x = g.norm(g.add("Add", here, mixed(g, part, x, chosen)), part["norm1.weight"], part["norm1.bias"])
        x = g.norm(g.add("Add", x, widened(g, part, x)), part["norm2.weight"], part["norm2.bias"])
    words = words_of(g, x)
    found, outputs, at = [], {}, 0
    for name, labels in HEADS.items():
        head = f"heads.to_{name}."
        inner = g.add("Gelu", g.linear(words, w[head + "0.weight"], w[head + "0.bias"]), domain=MICROSOFT)
        found.append(g.linear(inner, w[head + "3.weight"], w[head + "3.bias"]))
        outputs[name] = (at, at + len(labels))
        at += len(labels)
    g.nodes.append(helper.make_node("Concat", found, ["out"], axis=1))
    inputs = [
        helper.make_tensor_value_info("states", TensorProto.FLOAT, [1, "p", 384]),
        helper.make_tensor_value_info("at", TensorProto.INT64, ["k"]),
        *(helper.make_tensor_value_info(name, TensorProto.INT64, ["w"]) for name in ("first", "last")),
    ]
    output = helper.make_tensor_value_info("out", TensorProto.FLOAT, ["w", at])
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid(MICROSOFT, 1)]
    model = helper.make_model(
        helper.make_graph(g.nodes, "happenings", inputs, [output], g.constants), opset_imports=opsets, ir_version=8
    )
    onnx.checker.check_model(model)
    return model.SerializeToString(deterministic=True), outputs


def collected(data: Path, states: States) -> dict[str, list[Item]]:
    """Return the items to fit and to choose on."""
    own = [whole(item, states) for item in corpus(data / "events/own_train.jsonl.gz")]
    own += [whole(item, states) for item in written()]
    own += [
        i for i in plover(data / "events/plover_gsr_train.jsonl.gz", states) if (i["labels"]["type"] != IGNORE).any()
    ]
    weak = list(patterns(data / "events", states))
    dev = [whole(item, states) for item in corpus(data / "events/own_dev.jsonl.gz")]
    return {"train": own, "weak": weak, "dev": dev}


def main() -> None:
    """Fit, or with `--export` write the file."""
    options = argparse.ArgumentParser()
    for name in ("data", "student", "run"):
        options.add_argument(f"--{name}", type=Path, required=True)
    options.add_argument("--layers", type=int, default=2)
    options.add_argument("--epochs", type=int, default=10)
    options.add_argument("--batch", type=int, default=12)
    options.add_argument("--weak", type=int, default=500, help="made sentences an epoch")
    options.add_argument("--rate", type=float, default=2.5e-4)
    options.add_argument("--dropout", type=float, default=0.1)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--threads", type=int, default=1)
    options.add_argument("--resume", action="store_true", help="go on from the state of an earlier fit")
    options.add_argument("--export", action="store_true")
    o = options.parse_args()
    o.run.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(o.threads)
    torch.manual_seed(o.seed)
    random.seed(o.seed)
    states = States()
    branch = Branch(load_file(o.student), o.layers, o.dropout)
    if o.export or o.resume:
        branch.load_state_dict(torch.load(o.run / "branch.pt", weights_only=True))
    if o.export:
        export(branch.eval(), states, MODEL.with_name(FILE))
        return
    kept = o.run / "items.pt"
    if not kept.exists():
        torch.save(collected(o.data, states), kept)
    items = torch.load(kept, weights_only=False)
    print(json.dumps({name: len(found) for name, found in items.items()}), flush=True)
    fit(branch, items["train"], items["weak"], items["dev"], o)


if __name__ == "__main__":
    main()
