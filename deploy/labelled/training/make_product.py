"""Makes the model of one matrix product, of rows with rows: python3 make_product.py matrix-product.onnx (needs `onnx`)."""
import sys

import onnx
from onnx import TensorProto, helper

product = helper.make_graph(
    [helper.make_node("Gemm", ["own", "others"], ["product"], transB=1)],
    "product",
    [
        helper.make_tensor_value_info("own", TensorProto.FLOAT, ["m", 128]),
        helper.make_tensor_value_info("others", TensorProto.FLOAT, ["n", 128]),
    ],
    [helper.make_tensor_value_info("product", TensorProto.FLOAT, ["m", "n"])],
)
model = helper.make_model(product, opset_imports=[helper.make_opsetid("", 13)])
model.ir_version = 8
onnx.checker.check_model(model)
onnx.save(model, sys.argv[1])
