"""The network at run time: its 8-bit products are exact on every processor."""

import numpy as np
import pytest

from copydesk.language.network import session

WIDTH = 64


def one_product(weight):
    """Return a graph of one 8-bit product without a bias."""
    onnx = pytest.importorskip("onnx")
    helper, float_ = onnx.helper, onnx.TensorProto.FLOAT
    constants = {"w": weight, "scale": np.ones(weight.shape[1], np.float32), "zero": np.zeros(weight.shape[1], np.int8)}
    node = helper.make_node("DynamicQuantizeMatMul", ["x", *constants], ["y"], domain="com.microsoft")
    graph = helper.make_graph(
        [node],
        "product",
        [helper.make_tensor_value_info("x", float_, [1, WIDTH])],
        [helper.make_tensor_value_info("y", float_, [1, weight.shape[1]])],
        [onnx.numpy_helper.from_array(value, name) for name, value in constants.items()],
    )
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)]
    return helper.make_model(graph, opset_imports=opsets, ir_version=9).SerializeToString()


@pytest.mark.parametrize("value", [64, 65, 127, -127])
def test_no_product_overflows(value):
    """Two products of 255 and more than 64 are over what 16 bits hold: processors without VNNI would cut them off."""
    x = np.full((1, WIDTH), 255, dtype=np.float32)
    (found,) = session(one_product(np.full((WIDTH, 8), value, dtype=np.int8)), "a product").run(None, {"x": x})
    assert np.allclose(found, 255 * value * WIDTH)
