"""Fit the network: all corpora together, mixed batches, checkpoints that resume.

python -m training.fit --data ../shared/data --encoder model.safetensors --vocabulary vocab.txt --out work/model
"""

import argparse
import json
import random
import shutil
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch

from copydesk.language.pieces import Pieces
from training import corpora
from training.losses import WEIGHTS, losses
from training.measure import figures, windows
from training.network import Network
from training.treebanks import UPOS
from training.windows import Encoded, Window, batches, collate, one_pass

SEED = 20260730
BATCH_PIECES = 1680
ENCODER_RATE, HEAD_RATE = 2.5e-4, 1.2e-3
WARM_STEPS = 150
KEEP_OLD = 0.998
CORPORA = ("attributions", "names", "syntax")
SHARES = (1.0, 1.6, 1.4)
"""Passes over each corpus in one round."""


def encoded(data: Path, pieces: Pieces, labels: list[str]) -> tuple[dict[str, list[Encoded]], dict[str, list[Encoded]]]:
    """Return the training and development documents of each corpus."""

    def code(documents) -> list[Encoded]:  # type: ignore[no-untyped-def]
        return [Encoded(d, pieces) for d in documents]

    train = {
        "attributions": code(corpora.attributions(data / "attributions/train.jsonl")),
        "names": code(corpora.names(data / "names/train.jsonl")),
        "syntax": [
            d for c in ("ewt", "gum") for d in code(corpora.syntax(data / f"syntax/{c}_train.conllu.gz", labels))
        ],
    }
    dev = {
        "attributions": code(corpora.attributions(data / "attributions/dev.jsonl")),
        "names": code(corpora.names(data / "names/dev.jsonl")),
        "ewt": code(corpora.syntax(data / "syntax/ewt_dev.conllu.gz", labels)),
        "gum": code(corpora.syntax(data / "syntax/gum_dev.conllu.gz", labels)),
    }
    return train, dev


def one_round(
    train: dict[str, list[Encoded]], shares: Sequence[float], longest: int, rng: np.random.Generator
) -> list[Window]:
    """Return the windows of one round over all corpora, each by its share."""
    out: list[Window] = []
    for name, share in zip(CORPORA, shares, strict=True):
        documents = train[name]
        while share > 0:
            chosen = documents if share >= 1 else [d for d in documents if rng.random() < share]
            out += one_pass(chosen, rng, longest)
            share -= 1
    return out


def rate(step: int, steps: int) -> float:
    """Return the share of the learning rate at a step: up, then straight down to nothing."""
    return min(step / WARM_STEPS, max(0.0, 1 - step / steps) ** 1.0 * 1.02, 1.0)


def main() -> None:
    """Fit, measure and keep checkpoints until the given number of steps is done."""
    options = argparse.ArgumentParser()
    for name in ("data", "encoder", "vocabulary", "out"):
        options.add_argument(f"--{name}", type=Path, required=True)
    options.add_argument("--steps", type=int, default=3300)
    options.add_argument("--start", type=Path, help="begin from this average.pt rather than from the encoder alone")
    options.add_argument("--strength", type=float, default=1.0, help="share of the full learning rate")
    options.add_argument("--window", type=int, default=208, help="pieces of a window at most")
    options.add_argument("--shares", type=float, nargs=3, default=SHARES, metavar=tuple(map(str.upper, CORPORA)))
    options.add_argument("--content", type=float, default=WEIGHTS["content"], help="weight of the loss of contents")
    options.add_argument("--threads", type=int, default=2)
    options.add_argument("--every", type=int, default=350, help="steps between checkpoints")
    options.add_argument("--keep", type=int, nargs="*", default=(), help="checkpoints whose average is kept: STEP.pt")
    o = options.parse_args()
    torch.set_num_threads(o.threads)
    torch.manual_seed(SEED)
    random.seed(SEED)
    vocabulary = o.vocabulary.read_text(encoding="utf-8").split("\n")
    vocabulary = vocabulary[:-1] if not vocabulary[-1] else vocabulary
    pieces = Pieces(vocabulary)
    labels = corpora.relation_labels([o.data / f"syntax/{c}_train.conllu.gz" for c in ("ewt", "gum")])
    train, dev = encoded(o.data, pieces, labels)
    o.out.mkdir(parents=True, exist_ok=True)
    (o.out / "labels.json").write_text(json.dumps(labels))
    for name, documents in train.items():
        print(
            name, len(documents), "documents", sum(int(d.ends[-1]) for d in documents if len(d)), "pieces", flush=True
        )
    samples = {
        name: windows(documents[:: max(1, len(documents) // 40)], o.window, 6000) for name, documents in dev.items()
    }

    network = Network(len(vocabulary), len(UPOS), len(labels), len(corpora.NAME_TAGS))
    network.encoder.start_from(str(o.encoder))
    network.encoder.pieces.weight.requires_grad_(False)
    if o.start:
        network.load_state_dict(torch.load(o.start, weights_only=True)["network"])
    body = [p for p in network.encoder.parameters() if p.requires_grad]
    heads = [p for n, p in network.named_parameters() if not n.startswith("encoder.")]
    optimizer = torch.optim.AdamW(
        [{"params": body, "lr": ENCODER_RATE}, {"params": heads, "lr": HEAD_RATE}],
        betas=(0.9, 0.98), weight_decay=0.01, fused=True,
    )  # fmt: skip
    learned = body + heads
    average = [p.detach().clone() for p in learned]
    step, round_number, spent = 0, 0, 0.0
    checkpoint = o.out / "checkpoint.pt"
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=True)
        network.load_state_dict(state["network"])
        optimizer.load_state_dict(state["optimizer"])
        average, step, round_number, spent = state["average"], state["step"], state["round"] + 1, state["spent"]
        torch.manual_seed(SEED + step)
        print("resumed at step", step)

    def keep() -> None:
        state = {"network": network.state_dict(), "optimizer": optimizer.state_dict(), "average": average,
                 "step": step, "round": round_number, "spent": spent}  # fmt: skip
        torch.save(state, checkpoint.with_suffix(".part"))
        checkpoint.with_suffix(".part").replace(checkpoint)
        saved = [p.detach().clone() for p in learned]
        for p, a in zip(learned, average, strict=True):
            p.data.copy_(a)
        torch.save({"network": network.state_dict(), "sizes": network.sizes, "step": step}, o.out / "average.part")
        (o.out / "average.part").replace(o.out / "average.pt")
        if step in o.keep:
            shutil.copy(o.out / "average.pt", o.out / f"{step}.pt")
        found = figures(network, samples, pieces)
        print("step", step, {k: round(v, 2) for k, v in found.items()}, flush=True)
        with (o.out / "log.jsonl").open("a") as log:
            log.write(json.dumps({"step": step, "seconds": spent, **found}) + "\n")
        for p, a in zip(learned, saved, strict=True):
            p.data.copy_(a)

    network.train()
    weights = WEIGHTS | {"content": o.content}
    running: dict[str, list[float]] = {}
    words, since = 0, time.time()
    while step < o.steps:
        rng = np.random.default_rng(SEED + round_number)
        for batch in batches(one_round(train, o.shares, o.window, rng), rng, BATCH_PIECES):
            started = time.time()
            gold = collate(batch, pieces, rng)
            mask = (torch.arange(gold["pieces"].shape[1]) < gold["length"].unsqueeze(1))[:, None, None]
            for group, top in zip(optimizer.param_groups, (ENCODER_RATE, HEAD_RATE), strict=True):
                group["lr"] = top * o.strength * rate(step + 1, o.steps)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                out = network(gold["pieces"], gold["shapes"], gold["first"], gold["last"], mask)
                found = losses(network, out, gold)
            loss = sum(weights[k] * v for k, v in found.items())
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(learned, 1.0, foreach=True)
            optimizer.step()
            with torch.no_grad():
                torch._foreach_lerp_(average, [p.detach() for p in learned], 1 - min(KEEP_OLD, step / (step + 20)))
            step += 1
            spent += time.time() - started
            words += int(gold["length"].sum())
            for k, v in found.items():
                running.setdefault(k, []).append(v.item())
            if step % 50 == 0:
                means = {k: round(float(np.mean(v)), 3) for k, v in running.items()}
                print(
                    f"{step} round {round_number} {words / (time.time() - since):.0f} pieces/s {spent:.0f}s",
                    means,
                    flush=True,
                )
                running, words, since = {}, 0, time.time()
            if step % o.every == 0 or step >= o.steps:
                keep()
                since = time.time()
            if step >= o.steps:
                break
        round_number += 1


if __name__ == "__main__":
    main()
