"""The language model, from the corpora to the shipped files, in one command; what is done already is not done again.

    python -m training.model --data ../shared/data --encoder MINILM --teacher MPNET --run work/model

MINILM and MPNET are folders with the pretrained encoders (see `training.distil`). The steps, each a module that runs on
its own, too: a teacher and then the network are fitted (`distil`, about twelve minutes on a GPU), its weights get their
piece vectors (`checkpoint`), the inputs of its matrices are measured (`smoothing`), the file is written (`export`), and
what is fitted on the model's output follows: how scores are decoded (`moves`), the edges and joins of attributions
(`attributions`), and what judges them as wholes (`verification`). With `--student FILE` the first step is left out and
a network that is fitted already is taken: the model that ships came from such a checkpoint, fitted in 165 seconds more
after names had been made whole.
"""

import argparse
import subprocess
import sys
from pathlib import Path

from copydesk.language import MODEL, score_decoding
from copydesk.reading.attributions import join_weights, verification


def main() -> None:
    """Fit, round, export; then fit what stands on the model's output."""
    options = argparse.ArgumentParser()
    for name in ("data", "encoder", "run"):
        options.add_argument(f"--{name}", type=Path, required=True)
    options.add_argument("--teacher", type=Path)
    options.add_argument("--student", type=Path, help="a fitted network, with labels.json beside it")
    options.add_argument("--out", type=Path, default=MODEL)
    o = options.parse_args()
    data, run, out = ("--data", str(o.data)), ("--run", str(o.run)), str(o.out)
    vocabulary = ("--vocabulary", str(o.encoder / "vocab.txt"))
    encoder = ("--encoder", str(o.encoder))
    student = o.student or o.run / "student.safetensors"
    if not student.exists():
        if o.teacher is None:
            options.error("give --teacher, or --student")
        _step("distil", *data, *encoder, "--teacher", str(o.teacher), "--out", str(o.run))
    _step("checkpoint", "--student", str(student), *encoder, "--out", str(o.run))
    _step("smoothing", *data, *run, *vocabulary)
    _step("export", *run, *vocabulary, "--out", out)
    _step("moves", *data, "--model", out, "--out", str(Path(score_decoding.__file__).with_name(score_decoding.FILE)))
    _step("attributions", *data, "--model", out, "--out", str(Path(join_weights.__file__).with_name(join_weights.FILE)))
    _step("verification", *data, "--model", out, "--out", str(Path(verification.__file__).with_name(verification.FILE)))


def _step(module: str, *arguments: str) -> None:
    print("training." + module, *arguments, flush=True)
    subprocess.run([sys.executable, "-m", f"training.{module}", *arguments], check=True)


if __name__ == "__main__":
    main()
