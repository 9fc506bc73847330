"""A checkpoint without piece vectors (safetensors) to a state that the other steps read, and back.

    python -m training.checkpoint --student student.safetensors --encoder FOLDER --out work/model

Piece vectors are those of the pretrained encoder, which fitting leaves as they are, so that a checkpoint needs none.
"""

import argparse
import shutil
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file, save_file

from training.corpora import NAME_TAGS
from training.network import Network
from training.treebanks import UPOS

PIECES = "encoder.pieces.weight"


def read(student: Path, encoder: Path) -> dict[str, Any]:
    """Return the state of a network, as the other steps read it, from a checkpoint and the encoder's piece vectors."""
    weights = {name: value.float() for name, value in load_file(student).items()}
    weights[PIECES] = load_file(encoder)["embeddings.word_embeddings.weight"]
    sizes = (len(weights[PIECES]), len(UPOS), len(weights["label.2.bias"]), len(NAME_TAGS))
    Network(*sizes).load_state_dict(weights)
    return {"network": weights, "sizes": sizes, "step": 0}


def write(network: Network, path: Path) -> None:
    """Write a network's weights in half precision, piece vectors left out."""
    state = {name: value.detach().half().cpu().contiguous() for name, value in network.state_dict().items()}
    save_file({name: value for name, value in state.items() if name != PIECES}, path)


def main() -> None:
    """Write `average.pt` and `labels.json` to the folder of a run."""
    options = argparse.ArgumentParser()
    for name in ("student", "encoder", "out"):
        options.add_argument(f"--{name}", type=Path, required=True)
    o = options.parse_args()
    o.out.mkdir(parents=True, exist_ok=True)
    torch.save(read(o.student, o.encoder / "model.safetensors"), o.out / "average.pt")
    shutil.copy(o.student.with_name("labels.json"), o.out / "labels.json")


if __name__ == "__main__":
    main()
