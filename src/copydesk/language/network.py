"""The network at run time: ONNX Runtime on one core, one window at a time.

One window at a time, because 8-bit activations are scaled by what is read together: in a batch, a text's result would
depend on its neighbours.
"""

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from copydesk.errors import ModelError

Floats = NDArray[np.float32]
_EXACT = "session.x64quantprecision"
"""The option by which signed 8-bit weights are made unsigned where their products would overflow."""
_LEFT_OUT = "SkipLayerNormFusion"


def session(graph: bytes, name: str) -> onnxruntime.InferenceSession:
    """Return a graph loaded to run on one core.

    Graphs are written as they are to run. One rewriting of ONNX Runtime is left out, which makes them slower: it joins
    additions with layer normalisation in an operator five times as slow as the two. One is asked for: without 8-bit dot
    products (VNNI) a processor adds pairs of 8-bit products in 16 bits, which overflow where weights are signed; there
    the weights are made unsigned, and the products are exact.

    Raises:
        ModelError: ONNX Runtime cannot read it; `name` says what cannot be read.
    """
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.enable_mem_pattern = False  # every window has its own size: plans kept for each would only grow
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    options.add_session_config_entry(_EXACT, "1")
    try:
        return onnxruntime.InferenceSession(
            graph, options, providers=["CPUExecutionProvider"], disabled_optimizers=[_LEFT_OUT]
        )
    except Exception as error:  # ONNX Runtime raises classes of its own, not all exported
        raise ModelError(name, f"ONNX Runtime cannot read it ({error})", "update onnxruntime") from error


class Network:
    """A loaded network: pieces and shapes of a window in, each head's output for each word out."""

    def __init__(self, model: bytes, outputs: dict[str, tuple[int, int]]) -> None:
        """Load a network; what it gives beyond its one output by heads comes out under the name `inner`.

        Raises:
            ModelError: ONNX Runtime cannot read it.
        """
        self._session = session(model, "the language model")
        self._outputs = outputs

    def read(
        self, pieces: NDArray[np.int64], shapes: NDArray[np.int64], first: NDArray[np.int64], last: NDArray[np.int64]
    ) -> dict[str, Floats]:
        """Return (words, …) outputs by head for one window, and the inner value, (1, p, width), if the network has one.

        Args:
            pieces: (p,) numbers of the pieces, start and end marks with them.
            shapes: (p, 3) shapes of the word that each piece belongs to, zeros for the marks.
            first, last: (words,) places of each word's first and last piece.
        """
        feed = {"pieces": pieces, "shapes": shapes, "first": first, "last": last}
        out, *inner = self._session.run(None, feed)
        found = {name: out[:, start:end] for name, (start, end) in self._outputs.items()}
        return found | ({"inner": inner[0]} if inner else {})
