"""The mean of several states of one network: of its running averages at different steps (Izmailov et al. 2018).

python -m training.average 1500.pt:1 1800.pt:1 average.pt:2 --out average.pt
"""

import argparse
from pathlib import Path
from typing import Any

import torch


def averaged(states: list[tuple[dict[str, Any], float]]) -> dict[str, Any]:
    """Return the weighted mean of states as `training.fit` writes them; step and sizes are the last one's."""
    total = sum(weight for _, weight in states)
    last = states[-1][0]
    network = {
        name: sum(state["network"][name] * (weight / total) for state, weight in states) for name in last["network"]
    }
    return {**last, "network": network}


def main() -> None:
    """Read the states, each with its weight after a colon, and write their mean."""
    options = argparse.ArgumentParser()
    options.add_argument("states", nargs="+")
    options.add_argument("--out", type=Path, required=True)
    o = options.parse_args()
    parts = [state.rpartition(":") for state in o.states]
    torch.save(averaged([(torch.load(file, weights_only=True), float(weight)) for file, _, weight in parts]), o.out)


if __name__ == "__main__":
    main()
