"""What each head is trained to do: one loss a head, means over the words that its corpus labels."""

import torch
from torch import Tensor
from torch.nn import functional as F

from training.corpora import IGNORE
from training.network import ARC, LINK, Network

WEIGHTS = {
    "tags": 0.6, "starts": 0.3, "arcs": 1.0, "labels": 0.7, "names": 1.6, "source": 0.7, "cue": 0.9, "content": 1.5,
    "link_source": 0.3, "link_cue": 0.3,
}  # fmt: skip


def arc_scores(out: dict[str, Tensor]) -> Tensor:
    """Return (batch, words, words) scores of each word's head; its own place on the diagonal scores the root."""
    q, k = out["arc_from"].float(), out["arc_to"].float()
    scores = q[..., :ARC] @ k[..., :ARC].transpose(1, 2) / ARC**0.5 + k[..., ARC:].transpose(1, 2)
    root = q[..., ARC]
    return scores.diagonal_scatter(root, dim1=1, dim2=2)


def link_scores(out: dict[str, Tensor], column: int) -> Tensor:
    """Return (batch, words, words + 1) scores of which word each points to, none last."""
    q, k = out["link_from"].float(), out["link_to"].float()
    part = slice(column * LINK, (column + 1) * LINK)
    scores = q[..., part] @ k[..., part].transpose(1, 2) / LINK**0.5
    return torch.cat([scores, q[..., 2 * LINK + column].unsqueeze(-1)], -1)


def losses(network: Network, out: dict[str, Tensor], gold: dict[str, Tensor]) -> dict[str, Tensor]:
    """Return the loss of each head that the batch has labels for."""
    found: dict[str, Tensor] = {}
    n = out["tags"].shape[1]
    real = torch.arange(n) < gold["n"].unsqueeze(1)

    def classify(name: str, scores: Tensor, target: Tensor) -> None:
        keep = target != IGNORE
        if keep.any():
            found[name] = F.cross_entropy(scores[keep].float(), target[keep])

    classify("tags", out["tags"], gold["tags"])
    classify("names", out["names"], gold["names"])
    for i, role in enumerate(("source", "cue", "content")):
        classify(role, out["roles"][..., 3 * i : 3 * i + 3], gold["roles"][..., i])
    keep = gold["starts"] != IGNORE
    if keep.any():
        found["starts"] = F.binary_cross_entropy_with_logits(out["starts"][keep].float(), gold["starts"][keep].float())
    heads = gold["heads"]
    rows = (heads >= 0).any(1)
    if rows.any():
        part = {k: v[rows] for k, v in out.items()}
        target, sentence = heads[rows], gold["sentence"][rows]
        outside = (sentence.unsqueeze(1) != sentence.unsqueeze(2)) | ~real[rows].unsqueeze(1)
        outside.diagonal(dim1=1, dim2=2).fill_(False)
        classify("arcs", arc_scores(part).masked_fill(outside, -1e4), target)
        keep = target >= 0
        at = target.clamp(min=0).unsqueeze(-1).expand(-1, -1, part["label_to"].shape[-1])
        joined = part["label_from"] + torch.gather(part["label_to"], 1, at)
        classify("labels", network.label(joined), torch.where(keep, gold["labels"][rows], IGNORE))
    rows = (gold["links"] != IGNORE).any(-1).any(1)
    if rows.any():
        part = {k: v[rows] for k, v in out.items()}
        padding = torch.cat([~real[rows], torch.zeros(int(rows.sum()), 1, dtype=torch.bool)], 1).unsqueeze(1)
        for i, name in enumerate(("link_source", "link_cue")):
            target = gold["links"][rows][..., i]
            classify(name, link_scores(part, i).masked_fill(padding, -1e4), torch.where(target == -1, n, target))
    return found
