"""Small networks that read a page's parts in order, trained with PyTorch (`pip install torch`).

What comes out is arrays for `copydesk.articles.scorer.sequence`, in half precision.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from copydesk.articles.scorer.sequence import FARTHEST, KERNEL_SIZE, signed_log1p

LAYERS = 4
RATE, DECAY = 3e-3, 0.05
LOST_IN, LOST = 0.1, 0.3  # shares of features and of channels that training leaves out at random
LONGEST = 1500  # parts of a page that a network is trained on
PAGE = 60.0  # weight of a page, about
KEPT = 0.99  # of the mean of a network's states, after each step
BELIEVED = 0.2  # a page's loss from which on it counts for less than half of what it would


class Page(NamedTuple):
    """A page's parts: (parts, features) table, (parts,) yes or no, (parts,) weights."""

    table: Any
    labels: Any
    weights: Any


def networks(
    pages: Sequence[Page],
    names: Sequence[str],
    *,
    channels: int,
    batch: int,
    epochs: int,
    averaged: bool,
    seeds: Sequence[int],
    threads: int,
) -> dict[str, Any]:
    """Train one network for each seed; return their arrays side by side.

    Args:
        pages: what to learn from.
        names: the features' names, in the order of the tables' columns.
        channels: of each network.
        batch: pages that one step learns from.
        epochs: how often all pages are gone through.
        averaged: whether the mean of a network's states over its last steps is taken, rather than its last one.
        seeds: one for each network.
        threads: how many the training takes.
    """
    import torch

    torch.set_num_threads(threads)
    rows = np.concatenate([page.table for page in pages])
    plain = ((rows == 0) | (rows == 1)).all(axis=0)
    order = np.argsort(plain, kind="stable")
    count = int((~plain).sum())
    rows[:, ~plain] = signed_log1p(rows[:, ~plain])
    center, scale = rows.mean(axis=0)[order], rows.std(axis=0)[order] + 1e-3
    mean_weight = float(np.concatenate([page.weights for page in pages]).mean())
    parts = np.split(rows[:, order], np.cumsum([len(page.labels) for page in pages])[:-1])
    inputs = [
        Page(
            torch.tensor(((part[:LONGEST] - center) / scale).clip(-FARTHEST, FARTHEST), dtype=torch.float32),
            torch.tensor(page.labels[:LONGEST], dtype=torch.float32),
            torch.tensor(page.weights[:LONGEST] / mean_weight, dtype=torch.float32),
        )
        for part, page in zip(parts, pages, strict=True)
    ]
    # Features that are 0 or 1 are levelled by the first layer itself.
    zero, one = ((np.array(value) - center[count:]) / scale[count:] for value in (0.0, 1.0))
    levels = zero.clip(-FARTHEST), np.minimum(one, FARTHEST)
    grown = [_arrays(_fitted(inputs, channels, batch, epochs, averaged, seed), count, *levels) for seed in seeds]
    fixed = {
        "names": np.array(names)[order],
        "center": center[:count].astype(np.float32),
        "scale": scale[:count].astype(np.float32),
    }
    return fixed | {name: np.stack([arrays[name] for arrays in grown]).astype(np.float16) for name in grown[0]}


def _fitted(pages: list[Page], channels: int, batch: int, epochs: int, averaged: bool, seed: int) -> Any:
    """Train one network and return it."""
    import torch
    from torch import nn

    torch.manual_seed(seed)
    random = np.random.RandomState(seed)
    net = _network(pages[0].table.shape[1], channels)
    optimizer = torch.optim.AdamW(net.parameters(), RATE, weight_decay=DECAY)
    mean = torch.optim.swa_utils.AveragedModel(net, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(KEPT))
    steps = epochs * -(-len(pages) // batch)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps + 1)
    for _ in range(epochs):
        for some in _batches(pages, batch, random):
            table, labels, weights = (nn.utils.rnn.pad_sequence(list(part), True) for part in zip(*some, strict=True))
            lengths = torch.tensor([len(page.labels) for page in some])
            there = (torch.arange(table.shape[1])[None] < lengths[:, None])[:, :, None].float()
            out = net(table, there)
            losses = nn.functional.binary_cross_entropy_with_logits(out, labels, weight=weights, reduction="none")
            # The logarithm keeps pages whose gold text is odd from counting for much (Cauchy's loss).
            loss = BELIEVED * torch.log1p(losses.sum(1) / PAGE / BELIEVED)
            optimizer.zero_grad()
            loss.mean().backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            mean.update_parameters(net)
    return (mean.module if averaged else net).eval()


def _batches(pages: list[Page], batch: int, random: Any) -> list[list[Page]]:
    """Return all pages in batches of about equal length, in a new order."""
    order = np.argsort(np.array([len(page.labels) for page in pages]) + random.rand(len(pages)) * 30)
    batches = [[pages[i] for i in order[at : at + batch]] for at in range(0, len(order), batch)]
    return [batches[i] for i in random.permutation(len(batches))]


def _network(features: int, channels: int) -> Any:
    """Return an untrained network: (pages, parts, features) and which parts there are in, (pages, parts) out."""
    import torch
    from torch import nn

    class Network(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.first = nn.Linear(features, channels)
            self.norms = nn.ModuleList(nn.LayerNorm(channels) for _ in range(LAYERS + 1))
            self.taps = nn.ModuleList(
                nn.Conv1d(channels, channels, KERNEL_SIZE, padding=KERNEL_SIZE // 2 * 2**layer, dilation=2**layer)
                for layer in range(LAYERS)
            )
            self.told = nn.Linear(5 * channels, channels)
            self.last = nn.Linear(2 * channels, 1)
            self.lost_in, self.lost = nn.Dropout(LOST_IN), nn.Dropout(LOST)

        def forward(self, table: Any, there: Any) -> Any:
            x = torch.relu(self.first(self.lost_in(table))) * there
            for norm, tap in zip(self.norms, self.taps, strict=False):
                near = tap((norm(x) * there).transpose(1, 2)).transpose(1, 2)
                x = (x + self.lost(torch.relu(near))) * there
            level = self.norms[-1](x) * there
            before, count = level.cumsum(1), there.cumsum(1)
            after, left = before[:, -1:] - before + level, (count[:, -1:] - count + there).clamp(min=1)
            raised = torch.relu(level)
            most = raised.cummax(1)[0], raised.flip(1).cummax(1)[0].flip(1)
            around = torch.cat((level, before / count.clamp(min=1), after / left, *most), 2)
            told = self.lost(torch.relu(self.told(self.lost(around))))
            return self.last(torch.cat((x, told), 2))[:, :, 0]

    return Network()


def _arrays(net: Any, count: int, zero: Any, one: Any) -> dict[str, Any]:
    """Return a network's weights in the form of `copydesk.articles.scorer.sequence.Networks`, for one network.

    Args:
        net: the network.
        count: how many features are signed_log1p.
        zero, one: what the others were as the network learned, where they are 0 and 1.
    """
    w = {name: value.detach().numpy() for name, value in net.state_dict().items()}
    first = w["first.weight"].T.copy()
    bias = w["first.bias"] + zero @ first[count:]
    first[count:] *= (one - zero)[:, None]
    return {
        "first": first,
        "first_bias": bias,
        "gains": np.stack([w[f"norms.{layer}.weight"] for layer in range(LAYERS + 1)]),
        "shifts": np.stack([w[f"norms.{layer}.bias"] for layer in range(LAYERS + 1)]),
        "taps": np.stack([w[f"taps.{i}.weight"].transpose(2, 1, 0).reshape(-1, len(first[0])) for i in range(LAYERS)]),
        "taps_bias": np.stack([w[f"taps.{layer}.bias"] for layer in range(LAYERS)]),
        "told": w["told.weight"].T,
        "told_bias": w["told.bias"],
        "last": w["last.weight"][0],
        "last_bias": w["last.bias"][0],
    }
