"""What networks learn from: labels where there are some, and a teacher's answers everywhere."""

import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("safetensors")

from training.losses import losses, soft_losses  # noqa: E402
from training.network import ARGUMENTS, CLASSES, Network, Size, distances  # noqa: E402

TINY = Size(width=24, layers=1, attention_heads=2, inner=32, arc=8, label=8, link=8)
FAR = TINY._replace(relative=True)
WORDS = 5


def batch(labelled: bool) -> dict[str, "torch.Tensor"]:
    blank = lambda *more: torch.full((1, WORDS, *more), -100)  # noqa: E731
    at = torch.arange(1, WORDS + 1)[None]
    gold = {
        "pieces": torch.arange(WORDS + 2)[None], "shapes": torch.zeros(1, WORDS + 2, 3, dtype=torch.long),
        "length": torch.tensor([WORDS + 2]),
        "first": at, "last": at, "n": torch.tensor([WORDS]),
        "sentence": torch.zeros(1, WORDS, dtype=torch.long),
        "links": blank(2), "roles": blank(3), "arguments": blank(5),
        **{name: blank() for name in ("tags", "starts", "heads", "labels", "names", *CLASSES)},
    }  # fmt: skip
    if labelled:
        gold["event"][0, 1] = 1
        gold["arguments"][0, 1] = torch.tensor([0, 2, -1, -1, -1])
    return gold


def network(size: Size = TINY) -> Network:
    torch.manual_seed(1)
    return Network(20, 3, 4, 5, size).eval()


def answers(net: Network, gold: dict[str, "torch.Tensor"]) -> dict[str, "torch.Tensor"]:
    return net(gold["pieces"], gold["shapes"], gold["first"], gold["last"], torch.ones(1, 1, 1, WORDS + 2).bool())


def test_only_heads_with_labels_learn_from_the_corpus() -> None:
    gold, net = batch(labelled=True), network()
    assert set(losses(net, answers(net, gold), gold)) == {"event", *(f"argument.{role}" for role in ARGUMENTS)}
    assert losses(net, answers(net, gold), batch(labelled=False)) == {}


def test_a_network_that_agrees_with_its_teacher_has_nothing_to_learn() -> None:
    gold, net = batch(labelled=False), network()
    out = answers(net, gold)
    told = {name: value.detach() for name, value in out.items()}
    found = soft_losses(net, out, net, told, gold)
    assert {"tags", "names", "arcs", "source", "event", "starts"} <= set(found)
    sum(found[name] for name in ("names", "event", "source", "arcs")).backward()
    assert all(p.grad is None or float(p.grad.abs().max()) < 1e-6 for p in net.parameters())


def test_a_teacher_knows_how_far_apart_two_pieces_are() -> None:
    far = distances(200)
    assert far[5, 5] == 0
    assert len({int(far[5, 5 + i]) for i in range(-4, 8)}) == 12
    assert far[0, 150] == far[0, 199] != far[150, 0]
    gold, net = batch(labelled=False), network(FAR)
    torch.nn.init.normal_(net.encoder.relative.weight)
    assert all(torch.isfinite(value).all() for value in answers(net, gold).values())
