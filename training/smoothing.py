"""Measure how large the inputs of the layers' matrices become, so that the exported file rounds them with less loss.

    python -m training.smoothing --data ../shared/data --run work/model --vocabulary vocab.txt

An 8-bit product rounds all channels of its input on one scale, which a few large ones make coarse. The export divides
each channel by a factor and multiplies the matrix's column by it (SmoothQuant: Xiao et al. 2023); the factors come from
the greatest values seen here, on part of the training articles.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from copydesk.language.wordpiece import WordPieceTokenizer
from training import corpora
from training.measure import windows
from training.network import Network
from training.windows import Encoded, Window, collate

EVERY = 28
"""One training article in so many is read."""
LONGEST = 300


@torch.no_grad()
def greatest(network: Network, chosen: Sequence[Window], pieces: WordPieceTokenizer) -> dict[str, np.ndarray]:
    """Return, for each matrix of the encoder's layers and the upper one, its input's greatest size by channel."""
    seen: dict[str, Tensor] = {}

    def watch(name: str) -> None:
        def look(_: nn.Module, inputs: tuple[Tensor, ...], __: Tensor) -> None:
            found = inputs[0].float().abs().flatten(0, -2).amax(0)
            seen[name] = torch.maximum(seen.get(name, found), found)

        network.get_submodule(name).register_forward_hook(look)

    for name, module in network.named_modules():
        if isinstance(module, nn.Linear) and name.startswith(("encoder.layers.", "upper.")):
            watch(name)
    network.eval()
    for at in range(0, len(chosen), 4):
        gold = collate([*chosen[at : at + 4]], pieces, None)
        mask = (torch.arange(gold["pieces"].shape[1]) < gold["length"].unsqueeze(1))[:, None, None]
        network(gold["pieces"], gold["shapes"], gold["first"], gold["last"], mask)
    return {name: found.numpy() for name, found in seen.items()}


def main() -> None:
    """Measure and write."""
    options = argparse.ArgumentParser()
    for name in ("data", "run", "vocabulary"):
        options.add_argument(f"--{name}", type=Path, required=True)
    o = options.parse_args()
    state = torch.load(o.run / "average.pt", weights_only=True)
    network = Network(*state["sizes"])
    network.load_state_dict(state["network"])
    pieces = WordPieceTokenizer(o.vocabulary.read_text(encoding="utf-8").rstrip("\n").split("\n"))
    documents = list(corpora.attributions(o.data / "attributions/train.jsonl"))[::EVERY]
    chosen = windows([Encoded(document, pieces) for document in documents], LONGEST, 10**9)
    np.savez(o.run / "activations.npz", **greatest(network, chosen, pieces))  # type: ignore[arg-type]


if __name__ == "__main__":
    main()
