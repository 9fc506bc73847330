"""The network: a BERT encoder with the words' shapes added to its input, and one head for each thing to find.

It comes in two sizes: what ships is small (MiniLM), and learns from a teacher (MPNet) as well as from the corpora.
"""

import math
from typing import Any, NamedTuple

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from copydesk.language.shapes import COLUMNS


class Size(NamedTuple):
    """How large a network is: of its encoder width, layers, heads and inner width, and the widths of some heads.

    `relative` is true of an encoder whose attention knows how far apart two pieces are (MPNet).
    """

    width: int = 384
    layers: int = 6
    attention_heads: int = 12
    inner: int = 1536
    arc: int = 256
    label: int = 192
    link: int = 128
    eps: float = 1e-12
    relative: bool = False


STUDENT = Size()
TEACHER = Size(768, 12, 12, 3072, 384, 256, 192, 1e-5, True)
WIDTH, LAYERS, ATTENTION_HEADS = STUDENT.width, STUDENT.layers, STUDENT.attention_heads
LABEL = STUDENT.label
ARGUMENTS = ("ARG0", "ARG1", "ARG2", "ARGM-LOC", "ARGM-TMP")
POINTER = 64
"""Width of what points from a predicate to the head of one argument."""
BUCKETS, FARTHEST = 32, 128
START, END = 101, 102
"""Numbers of the pieces that begin and end a text, in BERT's vocabulary."""
CLASSES = {"event": 2, "factuality": 3, "particular": 2}
"""Heads that say one thing of a word, and how many answers each has."""


class Dropout(nn.Module):
    """Dropout whose masks are random slices of one pool: on a CPU, drawing fresh ones costs a tenth of a step."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.keep = 1 - share
        self.pool = torch.empty(0, dtype=torch.bfloat16)
        """Not part of the network's state."""

    def forward(self, x: Tensor) -> Tensor:
        """Take and return a tensor of any shape."""
        if not self.training:
            return x
        if x.is_cuda:
            return F.dropout(x, 1 - self.keep)
        size = x.numel()
        if self.pool.numel() < size + 10_007:
            drawn = torch.bernoulli(torch.full((2 * size + 10_007,), self.keep))
            self.pool = (drawn / self.keep).to(torch.bfloat16)
        start = int(torch.randint(self.pool.numel() - size, ()))
        return x * self.pool[start : start + size].view(x.shape)


class Layer(nn.Module):
    """One transformer layer as in BERT, normalised after each part."""

    def __init__(self, size: Size, dropout: float) -> None:
        super().__init__()
        width = size.width
        self.heads = size.attention_heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, size.eps)
        self.up = nn.Linear(width, size.inner)
        self.down = nn.Linear(size.inner, width)
        self.norm2 = nn.LayerNorm(width, size.eps)
        self.dropout = Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """Take and return (batch, pieces, width)."""
        x = self.norm1(x + self.dropout(self.mixed(x, mask)))
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))

    def mixed(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """Return what attention makes of (batch, pieces, width)."""
        b, n, width = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        if not x.is_cuda:  # on a CPU the backward pass of attention is quicker in single precision than in bfloat16
            q, k, v = (t.float().contiguous() for t in (q, k, v))
        if mask is not None and mask.is_floating_point():
            mask = mask.to(q.dtype)
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        return self.out(mixed.transpose(1, 2).reshape(b, n, width))  # type: ignore[no-any-return]


class Added(Layer):
    """A layer on top of a fitted network that at first changes nothing: normalised before each part, sums from zero."""

    def __init__(self, size: Size, dropout: float) -> None:
        super().__init__(size, dropout)
        for last in (self.out, self.down):
            nn.init.zeros_(last.weight)
            nn.init.zeros_(last.bias)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """Take and return (batch, pieces, width)."""
        x = x + self.dropout(self.mixed(self.norm1(x), mask))
        return x + self.dropout(self.down(F.gelu(self.up(self.norm2(x)))))


class Encoder(nn.Module):
    """MiniLM, or MPNet, with shape embeddings."""

    def __init__(self, vocabulary: int, size: Size = STUDENT, dropout: float = 0.1) -> None:
        super().__init__()
        self.pieces = nn.Embedding(vocabulary, size.width)
        self.positions = nn.Embedding(512, size.width)
        self.shapes = nn.ModuleList(nn.Embedding(values, size.width) for values in COLUMNS.values())
        self.norm = nn.LayerNorm(size.width, size.eps)
        self.layers = nn.ModuleList(Layer(size, dropout) for _ in range(size.layers))
        self.dropout = Dropout(dropout)
        if size.relative:
            self.relative = nn.Embedding(BUCKETS, size.attention_heads)
        for table in self.shapes:
            nn.init.normal_(table.weight, std=0.01)  # type: ignore[arg-type]

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor | None) -> tuple[Tensor, Tensor | None]:
        """Take piece numbers and shapes, return (batch, pieces, width) and attention's mask, distances in it."""
        x = self.pieces(pieces) + self.positions.weight[: pieces.shape[1]]
        for column, table in enumerate(self.shapes):
            x = x + table(shapes[:, :, column])
        x = self.dropout(self.norm(x))
        if hasattr(self, "relative"):
            near = self.relative(distances(pieces.shape[1]).to(x.device)).permute(2, 0, 1)[None].float()
            mask = near if mask is None else near.masked_fill(~mask, -1e4)
        for layer in self.layers:
            x = layer(x, mask)
        return x, mask

    def start_from(self, file: str) -> None:
        """Load the pretrained weights of an encoder of this size (safetensors)."""
        w = load_file(file)
        if hasattr(self, "relative"):
            self._start_from_mpnet(w)
            return
        with torch.no_grad():
            self.pieces.weight.copy_(w["embeddings.word_embeddings.weight"])
            self.positions.weight.copy_(
                w["embeddings.position_embeddings.weight"] + w["embeddings.token_type_embeddings.weight"][0]
            )
            _copy(self.norm, w, "embeddings.LayerNorm")
            layers: list[Any] = [*self.layers]
            for i, layer in enumerate(layers):
                at = f"encoder.layer.{i}."
                parts = [at + f"attention.self.{name}" for name in ("query", "key", "value")]
                layer.qkv.weight.copy_(torch.cat([w[p + ".weight"] for p in parts]))
                layer.qkv.bias.copy_(torch.cat([w[p + ".bias"] for p in parts]))
                _copy(layer.out, w, at + "attention.output.dense")
                _copy(layer.norm1, w, at + "attention.output.LayerNorm")
                _copy(layer.up, w, at + "intermediate.dense")
                _copy(layer.down, w, at + "output.dense")
                _copy(layer.norm2, w, at + "output.LayerNorm")

    def _start_from_mpnet(self, w: dict[str, Tensor]) -> None:
        """Copy MPNet's weights; its vocabulary is BERT's, four places on, with marks of its own."""
        with torch.no_grad():
            table = w["embeddings.word_embeddings.weight"]
            self.pieces.weight.copy_(table[4 : 4 + len(self.pieces.weight)])
            self.pieces.weight[START], self.pieces.weight[END] = table[0], table[2]
            self.positions.weight.copy_(w["embeddings.position_embeddings.weight"][2:514])
            self.relative.weight.copy_(w["encoder.relative_attention_bias.weight"])
            _copy(self.norm, w, "embeddings.LayerNorm")
            for i, layer in enumerate(self.layers):
                assert isinstance(layer, Layer)
                at = f"encoder.layer.{i}."
                parts = [at + f"attention.attn.{name}" for name in "qkv"]
                layer.qkv.weight.copy_(torch.cat([w[p + ".weight"] for p in parts]))
                layer.qkv.bias.copy_(torch.cat([w[p + ".bias"] for p in parts]))
                _copy(layer.out, w, at + "attention.attn.o")
                _copy(layer.norm1, w, at + "attention.LayerNorm")
                _copy(layer.up, w, at + "intermediate.dense")
                _copy(layer.down, w, at + "output.dense")
                _copy(layer.norm2, w, at + "output.LayerNorm")


def distances(n: int) -> Tensor:
    """Return (n, n) numbers of how far one piece is from another: exact when near, in growing steps when far (T5)."""
    at = torch.arange(n)
    back = at[:, None] - at[None]
    half, exact = BUCKETS // 2, BUCKETS // 4
    far = back.abs().clamp(min=1).float()
    steps = exact + (torch.log(far / exact) / math.log(FARTHEST / exact) * (half - exact)).long()
    return (back < 0).long() * half + torch.where(back.abs() < exact, back.abs(), steps.clamp(max=half - 1))


def _copy(module: Any, weights: dict[str, Tensor], name: str) -> None:
    module.weight.copy_(weights[name + ".weight"])
    module.bias.copy_(weights[name + ".bias"])


class Hidden(nn.Sequential):
    """A projection with a nonlinearity, from a word's first and last piece."""

    def __init__(self, width: int, hidden: int, dropout: float) -> None:
        super().__init__(nn.Linear(2 * width, hidden), nn.GELU(), Dropout(dropout))


class Network(nn.Module):
    """Encoder and heads; roles, their links, happenings and their arguments have one more layer to themselves.

    Heads that point from word to word give two vectors a word; see `copydesk.language`.
    """

    def __init__(self, vocabulary: int, tags: int, labels: int, names: int, size: Size = STUDENT) -> None:
        super().__init__()
        self.sizes = (vocabulary, tags, labels, names)
        width, arc, label, link = size.width, size.arc, size.label, size.link
        pointer, roles = len(ARGUMENTS) * POINTER, len(ARGUMENTS)

        def head(hidden: int, out: int, dropout: float = 0.2) -> nn.Sequential:
            return nn.Sequential(Hidden(width, hidden, dropout), nn.Linear(hidden, out))

        self.encoder = Encoder(vocabulary, size)
        self.drop = Dropout(0.15)
        self.tag, self.name = head(256, tags + 1), head(256, names)
        self.upper = Added(size, 0.1)
        self.role = head(384, 9)
        self.arc_from, self.arc_to = head(arc, arc + 1, 0.25), head(arc, arc + 1, 0.25)
        self.label_from, self.label_to = nn.Linear(2 * width, label), nn.Linear(2 * width, label)
        self.label = nn.Sequential(nn.ReLU(), Dropout(0.2), nn.Linear(label, labels))
        self.link_from, self.link_to = head(2 * link, 2 * link + 2), head(2 * link, 2 * link)
        self.argument_from, self.argument_to = head(pointer, pointer + roles), head(pointer, pointer)
        for name, answers in CLASSES.items():
            self.add_module(name, head(192, answers))

    def forward(
        self, pieces: Tensor, shapes: Tensor, first: Tensor, last: Tensor, mask: Tensor | None = None
    ) -> dict[str, Tensor]:
        """Return each head's output for each word of a batch."""
        x, mask = self.encoder(pieces, shapes, mask)
        words, said = (self.drop(_words(y, first, last)) for y in (x, self.upper(x, mask)))
        tags = self.tag(words)
        return {
            "tags": tags[..., 1:],
            "starts": tags[..., 0],
            "names": self.name(words),
            "roles": self.role(said),
            "arc_from": self.arc_from(words),
            "arc_to": self.arc_to(words),
            "label_from": self.label_from(words),
            "label_to": self.label_to(words),
            "link_from": self.link_from(said),
            "link_to": self.link_to(said),
            "argument_from": self.argument_from(said),
            "argument_to": self.argument_to(said),
            **{name: self.get_submodule(name)(said) for name in CLASSES},
        }


def _words(x: Tensor, first: Tensor, last: Tensor) -> Tensor:
    """Return (batch, words, 2 width): each word's first and last piece."""
    return torch.cat([torch.gather(x, 1, at.unsqueeze(-1).expand(-1, -1, x.shape[-1])) for at in (first, last)], -1)
