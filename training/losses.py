"""What each head is trained to do: one loss a head, means over words.

Against the corpora, over the words that a corpus labels; against a teacher, over all words, the cross entropy of the
network's answers to the teacher's distribution over them (Hinton et al. 2015).
"""

import torch
from torch import Tensor
from torch.nn import functional as F

from training.corpora import IGNORE
from training.network import ARGUMENTS, CLASSES, POINTER, Network

WEIGHTS = {
    "tags": 0.6, "starts": 0.3, "arcs": 1.0, "labels": 0.7, "names": 1.6, "source": 0.7, "cue": 0.9, "content": 2.0,
    "link_source": 0.3, "link_cue": 0.3, "event": 0.5, "factuality": 0.4, "particular": 0.2,
    **{f"argument.{role}": 0.25 for role in ARGUMENTS},
}  # fmt: skip
NEVER = -1e4


def arc_scores(out: dict[str, Tensor]) -> Tensor:
    """Return (batch, words, words) scores of each word's head; its own place on the diagonal scores the root."""
    q, k = out["arc_from"].float(), out["arc_to"].float()
    width = q.shape[-1] - 1
    scores = q[..., :width] @ k[..., :width].transpose(1, 2) / width**0.5 + k[..., width:].transpose(1, 2)
    return scores.diagonal_scatter(q[..., width], dim1=1, dim2=2)


def link_scores(out: dict[str, Tensor], column: int) -> Tensor:
    """Return (batch, words, words + 1) scores of which word each points to, none last."""
    return _pointers(out["link_from"], out["link_to"], column, out["link_to"].shape[-1] // 2)


def argument_scores(out: dict[str, Tensor], column: int) -> Tensor:
    """Return (batch, words, words + 1) scores of which word is the head of each predicate's argument, none last."""
    return _pointers(out["argument_from"], out["argument_to"], column, POINTER)


def _pointers(pointing: Tensor, target: Tensor, column: int, width: int) -> Tensor:
    q, k = pointing.float(), target.float()
    part = slice(column * width, (column + 1) * width)
    scores = q[..., part] @ k[..., part].transpose(1, 2) / width**0.5
    return torch.cat([scores, q[..., k.shape[-1] + column].unsqueeze(-1)], -1)


def _outside(gold: dict[str, Tensor], n: int) -> Tensor:
    """Return (batch, words + 1) which places are no words, the last one (none) aside."""
    past = torch.arange(n, device=gold["n"].device) >= gold["n"].unsqueeze(1)
    return torch.cat([past, torch.zeros_like(past[:, :1])], 1).unsqueeze(1)


def losses(network: Network, out: dict[str, Tensor], gold: dict[str, Tensor]) -> dict[str, Tensor]:
    """Return the loss of each head that the batch has labels for."""
    found: dict[str, Tensor] = {}
    n = out["tags"].shape[1]
    real = torch.arange(n, device=gold["n"].device) < gold["n"].unsqueeze(1)

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
        classify("labels", network.label(joined.float()), torch.where(keep, gold["labels"][rows], IGNORE))
    for name in CLASSES:
        classify(name, out[name], gold[name])
    pointers = [(name, "links", i, link_scores) for i, name in enumerate(("link_source", "link_cue"))]
    pointers += [(f"argument.{role}", "arguments", i, argument_scores) for i, role in enumerate(ARGUMENTS)]
    for name, column, i, scores in pointers:
        target = gold[column][..., i]
        if (target != IGNORE).any():
            far = scores(out, i).masked_fill(_outside(gold, n), NEVER)
            classify(name, far, torch.where(target == -1, n, target))
    return found


def soft_losses(
    student: Network, out: dict[str, Tensor], teacher: Network, told: dict[str, Tensor], gold: dict[str, Tensor]
) -> dict[str, Tensor]:
    """Return how far a network's answers to a batch are from a teacher's, head by head, labels or none."""
    found: dict[str, Tensor] = {}
    n = out["tags"].shape[1]
    real = torch.arange(n, device=gold["n"].device) < gold["n"].unsqueeze(1)

    def soft(name: str, own: Tensor, other: Tensor, keep: Tensor = real) -> None:
        if keep.any():
            wanted = other[keep].float().softmax(-1)
            found[name] = -(wanted * own[keep].float().log_softmax(-1)).sum(-1).mean()

    for name in ("tags", "names", *CLASSES):
        soft(name, out[name], told[name])
    for i, role in enumerate(("source", "cue", "content")):
        soft(role, *(x["roles"][..., 3 * i : 3 * i + 3] for x in (out, told)))
    begins = told["starts"][real].float().sigmoid()
    found["starts"] = F.binary_cross_entropy_with_logits(out["starts"][real].float(), begins)
    begun = (told["starts"] > 0).long()
    begun[:, 0] = 1
    known = gold["sentence"].amax(1, keepdim=True) > 0
    sentence = torch.where(known, gold["sentence"], begun.cumsum(1))  # the teacher's where the corpus has none
    apart = (sentence.unsqueeze(1) != sentence.unsqueeze(2)) | ~real.unsqueeze(1)
    apart.diagonal(dim1=1, dim2=2).fill_(False)
    arcs = arc_scores(told).masked_fill(apart, NEVER)
    soft("arcs", arc_scores(out).masked_fill(apart, NEVER), arcs)
    heads = arcs.argmax(-1)
    soft("labels", *(_relations(net, x, heads) for net, x in ((student, out), (teacher, told))))
    outside = _outside(gold, n)
    likely = [1 - told["roles"][..., 3 * i : 3 * i + 3].float().softmax(-1)[..., 0] > 0.1 for i in (1, 2)]
    for i, name in enumerate(("link_source", "link_cue")):
        own, other = (link_scores(x, i).masked_fill(outside, NEVER) for x in (out, told))
        soft(name, own, other, real & likely[i])
    predicates = real & (told["event"].float().softmax(-1)[..., 1] > 0.3)
    for i, role in enumerate(ARGUMENTS):
        own, other = (argument_scores(x, i).masked_fill(outside, NEVER) for x in (out, told))
        soft(f"argument.{role}", own, other, predicates)
    return found


def _relations(network: Network, out: dict[str, Tensor], heads: Tensor) -> Tensor:
    at = heads.unsqueeze(-1).expand(-1, -1, out["label_to"].shape[-1])
    answers: Tensor = network.label((out["label_from"] + torch.gather(out["label_to"], 1, at)).float())
    return answers
