"""Figures of a network on samples of development sets while it trains (greedy decoding, gold sentences)."""

from collections.abc import Sequence

import numpy as np
import torch

from copydesk.language.wordpiece import WordPieceTokenizer
from training.corpora import IGNORE, NAME_TAGS, ROLES
from training.losses import arc_scores, argument_scores, link_scores
from training.network import ARGUMENTS, Network
from training.windows import Encoded, Window, collate


def windows(documents: Sequence[Encoded], most: int, limit: int) -> list[Window]:
    """Return fixed windows over the first documents, about `limit` words of them."""
    out: list[Window] = []
    total = 0
    for d in documents:
        start = 0
        while start < len(d) and total < limit:
            end = d.cut(start, most)
            out.append((d, start, end))
            total += end - start
            start = end
    return sorted(out, key=lambda w: w[2] - w[1])


def spans(tags: Sequence[int]) -> set[tuple[int, int, int]]:
    """Return (start, end, type) of tags numbered as NAME_TAGS: 0 outside, odd begins, even goes on."""
    out, begin, kind = set(), -1, -1
    for i, tag in enumerate([*tags, 0]):
        if begin >= 0 and (tag == 0 or tag % 2 == 1 or (tag - 1) // 2 != kind):
            out.add((begin, i, kind))
            begin = -1
        if tag > 0 and begin < 0:
            begin, kind = i, (tag - 1) // 2
    return out


def f1(hit: int, found: int, gold: int) -> float:
    """Return F1 in percent."""
    return 200 * hit / max(found + gold, 1)


def answers(network: Network, gold: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    """Return what a network says of a batch, in half precision, on the device where the batch is."""
    pieces = gold["pieces"]
    mask = (torch.arange(pieces.shape[1], device=pieces.device) < gold["length"].unsqueeze(1))[:, None, None]
    with torch.autocast(pieces.device.type, dtype=torch.bfloat16):
        out: dict[str, torch.Tensor] = network(pieces, gold["shapes"], gold["first"], gold["last"], mask)
    return out


@torch.no_grad()
def figures(network: Network, sets: dict[str, list[Window]], pieces: WordPieceTokenizer) -> dict[str, float]:
    """Return every head's figure on the given windows, in percent."""
    network.eval()
    device = next(network.parameters()).device
    counts: dict[str, np.ndarray] = {}

    def add(name: str, *values: float) -> None:
        counts[name] = counts.get(name, np.zeros(len(values))) + np.array(values)

    for where, chosen in sets.items():
        for at in range(0, len(chosen), 8):
            gold = {k: v.to(device) for k, v in collate(chosen[at : at + 8], pieces, None).items()}
            out = answers(network, gold)
            _score(network, out, gold, where, add)
    network.train()
    return {k: f1(*map(int, v)) if len(v) == 3 else 100 * v[0] / max(v[1], 1) for k, v in counts.items()}


def _score(network: Network, out: dict, gold: dict, where: str, add) -> None:  # type: ignore[no-untyped-def,type-arg]
    keep = gold["tags"] != IGNORE
    if keep.any():
        add(f"{where}.upos", int((out["tags"].argmax(-1)[keep] == gold["tags"][keep]).sum()), int(keep.sum()))
        guess, truth = (out["starts"] > 0)[keep], gold["starts"][keep] == 1
        add(f"{where}.starts", int((guess & truth).sum()), int(guess.sum()), int(truth.sum()))
        n = out["tags"].shape[1]
        other = gold["sentence"].unsqueeze(1) != gold["sentence"].unsqueeze(2)
        other |= (torch.arange(n, device=other.device) >= gold["n"].unsqueeze(1)).unsqueeze(1)
        other.diagonal(dim1=1, dim2=2).fill_(False)
        heads = arc_scores(out).masked_fill(other, -1e4).argmax(-1)
        at = heads.unsqueeze(-1).expand(-1, -1, out["label_to"].shape[-1])
        labels = network.label((out["label_from"] + torch.gather(out["label_to"], 1, at)).float()).argmax(-1)
        keep = gold["heads"] >= 0
        right = (heads == gold["heads"])[keep]
        add(f"{where}.uas", int(right.sum()), int(keep.sum()))
        add(f"{where}.las", int((right & (labels == gold["labels"])[keep]).sum()), int(keep.sum()))
    if (gold["names"] != IGNORE).any():
        guess = out["names"].argmax(-1)
        for i in range(len(guess)):
            n = int(gold["n"][i])
            found, truth = spans(guess[i, :n].tolist()), spans(gold["names"][i, :n].tolist())
            misc = NAME_TAGS.index("B-MISC") // 2
            found, truth = {s for s in found if s[2] < misc - 1}, {s for s in truth if s[2] < misc - 1}
            add(f"{where}.names", len(found & truth), len(found), len(truth))
    if (gold["roles"] != IGNORE).any():
        for i, role in enumerate(ROLES):
            keep = gold["roles"][..., i] != IGNORE
            guess = out["roles"][..., 3 * i : 3 * i + 3].argmax(-1)[keep] > 0
            truth = gold["roles"][..., i][keep] > 0
            add(f"{where}.{role}", int((guess & truth).sum()), int(guess.sum()), int(truth.sum()))
        n = out["tags"].shape[1]
        for i, name in enumerate(("link_source", "link_cue")):
            target = gold["links"][..., i]
            keep = target != IGNORE
            guess = link_scores(out, i)[keep].argmax(-1)
            add(f"{where}.{name}", int((guess == torch.where(target == -1, n, target)[keep]).sum()), int(keep.sum()))
    keep = gold["event"] != IGNORE
    if keep.any():
        guess, truth = out["event"].argmax(-1)[keep], gold["event"][keep]
        add(f"{where}.event", int((guess & truth).sum()), int(guess.sum()), int(truth.sum()))
    for i, role in enumerate(ARGUMENTS):
        target = gold["arguments"][..., i]
        keep = target != IGNORE
        if keep.any():
            n = out["tags"].shape[1]
            past = torch.arange(n + 1, device=keep.device) >= gold["n"].unsqueeze(1)
            past[:, n] = False
            guess = argument_scores(out, i).masked_fill(past.unsqueeze(1), -1e4)[keep].argmax(-1)
            truth = torch.where(target == -1, n, target)[keep]
            hit = int(((guess == truth) & (truth < n)).sum())
            add(f"{where}.{role}", hit, int((guess < n).sum()), int((truth < n).sum()))
