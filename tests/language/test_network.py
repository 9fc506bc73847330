"""The network at run time: its 8-bit products are exact on every processor."""

import base64
import zlib

import numpy as np
import pytest

from copydesk.language.network import session

WIDTH = 64
# One DynamicQuantizeMatMul of (1, 64) by (64, 16), every weight 127 at a scale of 1/127
LARGEST_PRODUCTS = (
    "c-rIOu)4{~Wy-~v$i<k%#aPV6SS7?*sU+%BnU|QGnH*S}m{*cnmFk;V;#-<y#haX;s|OS=$}i4OD-mK$*XrTmaNrOSV0L0m@@n9y9|fae6pUD)<q0ec7@Zi4"
    "y&PDW7;PxQT9S}rrOHcy0S!b61B)vmJ}w>(Mj;L^CJsg*c1QvWR-y?CII(as2nad}a-kMn0*nCIo+2R"
)


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


def test_the_largest_products_are_exact_where_onnx_is_not_installed_too():
    graph = zlib.decompress(base64.b85decode(LARGEST_PRODUCTS))
    (found,) = session(graph, "the largest products").run(None, {"a": np.ones((1, WIDTH), np.float32)})
    assert np.allclose(found, WIDTH)
