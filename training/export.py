"""A trained network to the model's file: an ONNX graph of 8-bit matrix products, vocabulary and labels.

    python -m training.export --run work/model --vocabulary vocab.txt --out src/copydesk/language/model.cdm

The graph is written operator by operator, so that what runs is what stands here. Matrices are 8-bit by output column,
activations are quantised as they come, smoothed where `training.smoothing` measured them; piece vectors are 8-bit by
row. Pieces in other scripts than Latin are left out.
"""

import argparse
import json
import unicodedata
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from copydesk.language.modelfile import FORMAT, ModelManifest, write_model
from training.corpora import NAME_TYPES
from training.network import ARGUMENTS, ATTENTION_HEADS, CLASSES, LABEL, LAYERS, WIDTH
from training.treebanks import UPOS

MICROSOFT = "com.microsoft"
EASE = 0.5
UPPER_HEADS = ("role", "link_from", "link_to", "argument_from", "argument_to", *CLASSES)
Weights = dict[str, np.ndarray]


class Graph:
    """An ONNX graph that grows operator by operator; every method returns the name of a value."""

    def __init__(self, quantise: bool = True) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []
        self.quantise = quantise

    def add(self, operator: str, *inputs: str, domain: str = "", **attributes: Any) -> str:
        """Add an operator with one output."""
        name = f"v{len(self.nodes)}"
        self.nodes.append(helper.make_node(operator, list(inputs), [name], domain=domain, **attributes))
        return name

    def constant(self, value: np.ndarray) -> str:
        """Add a constant."""
        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.array(value, order="C"), name))
        return name

    def linear(self, x: str, weight: np.ndarray, bias: np.ndarray) -> str:
        """Add x @ weight.T + bias, 8-bit."""
        if not self.quantise:
            product = self.add("MatMul", x, self.constant(weight.T))
            return self.add("Add", product, self.constant(bias))
        scale = np.maximum(np.abs(weight).max(axis=1), 1e-8) / 127
        whole = np.clip(np.rint(weight / scale[:, None]), -127, 127).astype(np.int8)
        inputs = (self.constant(whole.T), self.constant(scale.astype(np.float32)))
        zero = self.constant(np.zeros(len(scale), dtype=np.int8))
        return self.add("DynamicQuantizeMatMul", x, *inputs, zero, self.constant(bias), domain=MICROSOFT)

    def norm(self, x: str, weight: np.ndarray, bias: np.ndarray) -> str:
        """Add a layer normalisation."""
        return self.add("LayerNormalization", x, self.constant(weight), self.constant(bias), epsilon=1e-12, axis=-1)

    def table(self, table: np.ndarray, at: str) -> str:
        """Add a look-up of rows; large tables are 8-bit by row."""
        if not self.quantise or len(table) < 1000:
            return self.add("Gather", self.constant(table), at)
        scale = np.maximum(np.abs(table).max(axis=1, keepdims=True), 1e-8) / 127
        whole = np.rint(table / scale).astype(np.int8)
        rows = self.add("Cast", self.add("Gather", self.constant(whole), at), to=TensorProto.FLOAT)
        return self.add("Mul", rows, self.add("Gather", self.constant(scale.astype(np.float32)), at))


def encoder(g: Graph, w: Weights, sizes: Weights, keep: list[int]) -> str:
    """Add the encoder; return (1, pieces, width)."""
    zero, one = g.constant(np.array(0)), g.constant(np.array(1))
    x = g.table(w["encoder.pieces.weight"][keep], "pieces")
    count = g.add("Squeeze", g.add("Shape", "pieces"))
    x = g.add("Add", x, g.add("Gather", g.constant(w["encoder.positions.weight"]), g.add("Range", zero, count, one)))
    for column in range(3):
        at = g.add("Gather", "shapes", g.constant(np.array(column)), axis=1)
        x = g.add("Add", x, g.table(w[f"encoder.shapes.{column}.weight"], at))
    x = g.add("Unsqueeze", x, g.constant(np.array([0])))
    x = g.norm(x, w["encoder.norm.weight"], w["encoder.norm.bias"])
    for i in range(LAYERS):
        part = part_of(w, sizes, f"encoder.layers.{i}.")
        x = g.norm(g.add("Add", x, mixed(g, part, x)), part["norm1.weight"], part["norm1.bias"])
        x = g.norm(g.add("Add", x, widened(g, part, x)), part["norm2.weight"], part["norm2.bias"])
    return x


def part_of(w: Weights, sizes: Weights, name: str) -> Weights:
    """Return the weights of a part of the network, by their names within it, and its inputs' greatest sizes."""
    part = {k.removeprefix(name): v for k, v in w.items() if k.startswith(name)}
    return part | {k.removeprefix(name) + ".greatest": v for k, v in sizes.items() if k.startswith(name)}


def smoothed(g: Graph, part: Weights, name: str, x: str) -> tuple[str, np.ndarray]:
    """Divide each channel of a matrix's input by a factor; return it and the matrix times the factors.

    See `training.smoothing`. A factor is the channel's greatest size to the power of EASE over its column's greatest
    weight to the power of what is left.
    """
    weight = part[name + ".weight"]
    if name + ".greatest" not in part:
        return x, weight
    size, column = (np.maximum(v, 1e-4) for v in (part[name + ".greatest"], np.abs(weight).max(axis=0)))
    logs = EASE * np.log(size) - (1 - EASE) * np.log(column)
    factor = np.exp(logs - logs.mean()).astype(np.float32)
    return g.add("Mul", x, g.constant(1 / factor)), weight * factor


def mixed(g: Graph, part: Weights, x: str, at: str = "") -> str:
    """Add a layer's attention: of all pieces, or of those whose places `at` holds; each attends to all."""
    x, weight = smoothed(g, part, "qkv", x)
    asking = g.add("Gather", x, at, axis=1) if at else x
    parts = [slice(start, start + WIDTH) for start in (0, WIDTH, 2 * WIDTH)]
    qkv = [g.linear(y, weight[rows], part["qkv.bias"][rows]) for y, rows in zip((asking, x, x), parts, strict=True)]
    attended, weight = smoothed(
        g, part, "out", g.add("MultiHeadAttention", *qkv, domain=MICROSOFT, num_heads=ATTENTION_HEADS)
    )
    return g.linear(attended, weight, part["out.bias"])


def widened(g: Graph, part: Weights, x: str) -> str:
    """Add a layer's feed-forward part."""
    x, weight = smoothed(g, part, "up", x)
    inner = g.add("Gelu", g.linear(x, weight, part["up.bias"]), domain=MICROSOFT)
    inner, weight = smoothed(g, part, "down", inner)
    return g.linear(inner, weight, part["down.bias"])


def upper(g: Graph, w: Weights, sizes: Weights, x: str) -> str:
    """Add the layer that roles, links, happenings and arguments have to themselves."""
    part = part_of(w, sizes, "upper.")
    x = g.add("Add", x, mixed(g, part, g.norm(x, part["norm1.weight"], part["norm1.bias"])))
    return g.add("Add", x, widened(g, part, g.norm(x, part["norm2.weight"], part["norm2.bias"])))


def heads(g: Graph, w: Weights, sizes: Weights, x: str) -> dict[str, tuple[str, int]]:
    """Add the heads; return each one's value and width, with the words' vectors in the upper layer as one of them."""
    words, said = words_of(g, x), words_of(g, upper(g, w, sizes, x))
    out = hidden_heads(g, w, words, ("tag", "name", "arc_from", "arc_to"))
    out |= hidden_heads(g, w, said, UPPER_HEADS)
    out["states"] = said, 2 * WIDTH
    for name in ("label_from", "label_to"):
        out[name] = g.linear(words, w[name + ".weight"], w[name + ".bias"]), LABEL
    return out


def words_of(g: Graph, x: str) -> str:
    """Add the words' vectors: those of each one's first and last piece."""
    x = g.add("Squeeze", x, g.constant(np.array([0])))
    return g.add("Concat", g.add("Gather", x, "first"), g.add("Gather", x, "last"), axis=1)


def hidden_heads(g: Graph, w: Weights, words: str, names: tuple[str, ...]) -> dict[str, tuple[str, int]]:
    """Add heads with a hidden layer each, all hidden layers as one product; return each one's value and width."""
    weight = np.concatenate([w[f"{name}.0.0.weight"] for name in names])
    bias = np.concatenate([w[f"{name}.0.0.bias"] for name in names])
    sizes = np.array([len(w[f"{name}.0.0.bias"]) for name in names])
    inner = g.add("Gelu", g.linear(words, weight, bias), domain=MICROSOFT)
    out: dict[str, tuple[str, int]] = {}
    for name, end, size in zip(names, np.cumsum(sizes), sizes, strict=True):
        bounds = [g.constant(np.array([v])) for v in (end - size, end, 1)]
        piece = g.add("Slice", inner, *bounds)
        weight, bias = w[f"{name}.1.weight"], w[f"{name}.1.bias"]
        out[name] = g.linear(piece, weight, bias), len(bias)
    return out


def build(
    w: Weights, sizes: Weights, keep: list[int], quantise: bool = True
) -> tuple[bytes, dict[str, tuple[int, int]]]:
    """Return the ONNX file of a network, and the slices of its output by head."""
    g = Graph(quantise)
    found = heads(g, w, sizes, encoder(g, w, sizes, keep))
    outputs, at = {}, 0
    for name, (_, width) in found.items():
        outputs[name] = (at, at + width)
        at += width
    tag, _ = outputs.pop("tag"), None
    outputs |= {"starts": (tag[0], tag[0] + 1), "tags": (tag[0] + 1, tag[1])}
    outputs["names"], outputs["roles"] = outputs.pop("name"), outputs.pop("role")
    outputs["events"] = outputs.pop("event")
    g.nodes.append(helper.make_node("Concat", [value for value, _ in found.values()], ["out"], axis=1))
    whole = lambda name, *shape: helper.make_tensor_value_info(name, TensorProto.INT64, list(shape))  # noqa: E731
    inputs = [whole("pieces", "p"), whole("shapes", "p", 3), whole("first", "w"), whole("last", "w")]
    output = helper.make_tensor_value_info("out", TensorProto.FLOAT, ["w", at])
    graph = helper.make_graph(g.nodes, "copydesk", inputs, [output], g.constants)
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid(MICROSOFT, 1)]
    model = helper.make_model(graph, opset_imports=opsets, ir_version=8)
    onnx.checker.check_model(model)
    return model.SerializeToString(deterministic=True), outputs


def kept_pieces(vocabulary: list[str]) -> list[int]:
    """Return the pieces to ship: the marks in use, and those written in Latin letters, digits and common signs."""

    def common(c: str) -> bool:
        return c.isascii() or "LATIN" in unicodedata.name(c, "") or unicodedata.category(c)[0] in "PS"

    marks = {"[UNK]", "[CLS]", "[SEP]"}
    return [
        i for i, piece in enumerate(vocabulary)
        if piece in marks or (not (piece.startswith("[") and len(piece) > 1) and all(map(common, piece)))
    ]  # fmt: skip


def main() -> None:
    """Write the file."""
    options = argparse.ArgumentParser()
    for name in ("run", "vocabulary", "out"):
        options.add_argument(f"--{name}", type=Path, required=True)
    options.add_argument("--full", action="store_true", help="leave everything in single precision, to compare")
    o = options.parse_args()
    state = torch.load(o.run / "average.pt", weights_only=True)
    w = {name: value.float().numpy() for name, value in state["network"].items()}
    vocabulary = o.vocabulary.read_text(encoding="utf-8").rstrip("\n").split("\n")
    keep = kept_pieces(vocabulary)
    measured = o.run / "activations.npz"
    sizes = dict(np.load(measured)) if measured.exists() and not o.full else {}
    network, outputs = build(w, sizes, keep, not o.full)
    arrays = {"relation_weight": w["label.2.weight"].T.copy(), "relation_bias": w["label.2.bias"]}
    manifest = ModelManifest(
        format=FORMAT,
        name="copydesk-english-2",
        tags=tuple(UPOS),
        relations=tuple(json.loads((o.run / "labels.json").read_text())),
        names=NAME_TYPES,
        arguments=ARGUMENTS,
        outputs=outputs,
        hashes={},
    )
    write_model(o.out, manifest, network, tuple(vocabulary[i] for i in keep), arrays)
    print(o.out, f"{o.out.stat().st_size / 1e6:.1f} MB", len(keep), "pieces, step", state["step"])


if __name__ == "__main__":
    main()
