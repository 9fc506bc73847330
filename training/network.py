"""The network: a small BERT encoder with the words' shapes added to its input, and one head for each thing to find."""

from typing import Any

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from copydesk.language.shapes import COLUMNS

WIDTH, LAYERS, ATTENTION_HEADS, INNER = 384, 6, 12, 1536
ARC, LABEL, LINK = 256, 192, 128
ARGUMENTS = ("ARG0", "ARG1", "ARG2", "ARGM-LOC", "ARGM-TMP")
POINTER = 64
"""Width of what points from a predicate to the head of one argument."""
CLASSES = {"event": 2, "factuality": 3, "particular": 2}
"""Heads that say one thing of a word, and how many answers each has."""
EPS = 1e-12


class Dropout(nn.Module):
    """Dropout whose masks are random slices of one pool: on a CPU, drawing fresh ones costs a tenth of a step."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.keep = 1 - share
        self.pool = torch.empty(0, dtype=torch.bfloat16)

    def forward(self, x: Tensor) -> Tensor:
        """Take and return a tensor of any shape."""
        if not self.training:
            return x
        size = x.numel()
        if self.pool.numel() < size + 10_007:
            drawn = torch.bernoulli(torch.full((2 * size + 10_007,), self.keep))
            self.pool = (drawn / self.keep).to(torch.bfloat16)
        start = int(torch.randint(self.pool.numel() - size, ()))
        return x * self.pool[start : start + size].view(x.shape)


class Layer(nn.Module):
    """One transformer layer as in BERT, normalised after each part."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, EPS)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, EPS)
        self.dropout = Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """Take and return (batch, pieces, width)."""
        x = self.norm1(x + self.dropout(self.mixed(x, mask)))
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))

    def mixed(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """Return what attention makes of (batch, pieces, width)."""
        b, n, _ = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, ATTENTION_HEADS, -1).permute(2, 0, 3, 1, 4)
        # Single precision: on a CPU the backward pass of attention is quicker in it than in bfloat16.
        q, k, v = (t.float().contiguous() for t in (q, k, v))
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        return self.out(mixed.transpose(1, 2).reshape(b, n, WIDTH))  # type: ignore[no-any-return]


class Added(Layer):
    """A layer on top of a fitted network that at first changes nothing: normalised before each part, sums from zero."""

    def __init__(self, dropout: float) -> None:
        super().__init__(dropout)
        for last in (self.out, self.down):
            nn.init.zeros_(last.weight)
            nn.init.zeros_(last.bias)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """Take and return (batch, pieces, width)."""
        x = x + self.dropout(self.mixed(self.norm1(x), mask))
        return x + self.dropout(self.down(F.gelu(self.up(self.norm2(x)))))


class Encoder(nn.Module):
    """MiniLM with shape embeddings."""

    def __init__(self, vocabulary: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.pieces = nn.Embedding(vocabulary, WIDTH)
        self.positions = nn.Embedding(512, WIDTH)
        self.shapes = nn.ModuleList(nn.Embedding(size, WIDTH) for size in COLUMNS.values())
        self.norm = nn.LayerNorm(WIDTH, EPS)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.dropout = Dropout(dropout)
        for table in self.shapes:
            nn.init.normal_(table.weight, std=0.01)  # type: ignore[arg-type]

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor | None) -> Tensor:
        """Take piece numbers and shapes, return (batch, pieces, width)."""
        x = self.pieces(pieces) + self.positions.weight[: pieces.shape[1]]
        for column, table in enumerate(self.shapes):
            x = x + table(shapes[:, :, column])
        x = self.dropout(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def start_from(self, file: str) -> None:
        """Load the pretrained weights of a BERT encoder of this size (safetensors)."""
        w = load_file(file)
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


def _copy(module: Any, weights: dict[str, Tensor], name: str) -> None:
    module.weight.copy_(weights[name + ".weight"])
    module.bias.copy_(weights[name + ".bias"])


class Hidden(nn.Sequential):
    """A projection with a nonlinearity, from a word's first and last piece."""

    def __init__(self, size: int, dropout: float) -> None:
        super().__init__(nn.Linear(2 * WIDTH, size), nn.GELU(), Dropout(dropout))


class Network(nn.Module):
    """Encoder and heads; roles, their links, happenings and their arguments have one more layer to themselves.

    Heads that point from word to word give two vectors a word; see `copydesk.language`.
    """

    def __init__(self, vocabulary: int, tags: int, labels: int, names: int) -> None:
        super().__init__()
        self.sizes = (vocabulary, tags, labels, names)
        self.encoder = Encoder(vocabulary)
        self.drop = Dropout(0.15)
        self.tag = nn.Sequential(Hidden(256, 0.2), nn.Linear(256, tags + 1))
        self.name = nn.Sequential(Hidden(256, 0.2), nn.Linear(256, names))
        self.upper = Added(0.1)
        self.role = nn.Sequential(Hidden(384, 0.2), nn.Linear(384, 9))
        self.arc_from, self.arc_to = (nn.Sequential(Hidden(ARC, 0.25), nn.Linear(ARC, ARC + 1)) for _ in range(2))
        self.label_from, self.label_to = nn.Linear(2 * WIDTH, LABEL), nn.Linear(2 * WIDTH, LABEL)
        self.label = nn.Sequential(nn.ReLU(), Dropout(0.2), nn.Linear(LABEL, labels))
        self.link_from = nn.Sequential(Hidden(2 * LINK, 0.2), nn.Linear(2 * LINK, 2 * LINK + 2))
        self.link_to = nn.Sequential(Hidden(2 * LINK, 0.2), nn.Linear(2 * LINK, 2 * LINK))
        width, roles = len(ARGUMENTS) * POINTER, len(ARGUMENTS)
        self.argument_from = nn.Sequential(Hidden(width, 0.2), nn.Linear(width, width + roles))
        self.argument_to = nn.Sequential(Hidden(width, 0.2), nn.Linear(width, width))
        for name, size in CLASSES.items():
            self.add_module(name, nn.Sequential(Hidden(192, 0.2), nn.Linear(192, size)))

    def forward(
        self, pieces: Tensor, shapes: Tensor, first: Tensor, last: Tensor, mask: Tensor | None = None
    ) -> dict[str, Tensor]:
        """Return each head's output for each word of a batch."""
        x = self.encoder(pieces, shapes, mask)
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
    return torch.cat([torch.gather(x, 1, at.unsqueeze(-1).expand(-1, -1, WIDTH)) for at in (first, last)], -1)
