"""The encoder as an ONNX graph, node by node, and its int8 form; both models are written with it.

Inputs `input_ids` and `token_type_ids` (int32, [T], no padding). Weights are signed 8-bit per output channel, activations scaled at
run time. A fresh torch export ran 1.2 to 1.3 times slower than a graph with separate query, key and value.
"""

from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from .net import HEADS, LAYERS, WIDTH
from .windows import MAX


class Graph:
    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.inits: list[onnx.TensorProto] = []

    def const(self, name: str, value: np.ndarray) -> str:
        self.inits.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def op(self, kind: str, inputs: list[str], name: str, **attrs) -> str:
        self.nodes.append(helper.make_node(kind, inputs, [name], name=name, **attrs))
        return name

    def linear(self, x: str, name: str, weight: np.ndarray, bias: np.ndarray) -> str:
        y = self.op("MatMul", [x, self.const(f"{name}.weight", weight.T.astype(np.float32))], f"{name}.matmul")
        return self.op("Add", [y, self.const(f"{name}.bias", bias.astype(np.float32))], f"{name}.out")

    def model(self, name: str, outputs: list[tuple[str, list]], inputs: tuple[str, ...] = ("input_ids", "token_type_ids")) -> onnx.ModelProto:
        g = helper.make_graph(
            self.nodes,
            name,
            [helper.make_tensor_value_info(n, TensorProto.INT32, ["T"]) for n in inputs],
            [helper.make_tensor_value_info(n, TensorProto.FLOAT, dims) for n, dims in outputs],
            self.inits,
        )
        model = helper.make_model(g, opset_imports=[helper.make_opsetid("", 17)], ir_version=8, producer_name="readout training")
        onnx.checker.check_model(model)
        return model


def encoder(g: Graph, state: dict[str, np.ndarray], positions: int = MAX, layers: int = LAYERS, typed: bool = True) -> str:
    """Adds the encoder whose weights `state` holds under `encoder.`; the name of its output, [T, 384]. Not `typed`: every piece is of
    type 0 and the graph reads no types."""

    def norm(x: str, name: str, key: str) -> str:
        w, b = g.const(f"{name}.weight", state[f"{key}.weight"]), g.const(f"{name}.bias", state[f"{key}.bias"])
        return g.op("LayerNormalization", [x, w, b], f"{name}.out", axis=-1, epsilon=1e-12)

    size = WIDTH // HEADS
    split = g.const("split", np.array([-1, HEADS, size], np.int64))
    join = g.const("join", np.array([-1, WIDTH], np.int64))
    half, one, root = (g.const(n, np.array(v, np.float32)) for n, v in (("half", 0.5), ("one", 1.0), ("root2", 2**0.5)))
    x = g.op("Gather", [g.const("word", state["encoder.word.weight"]), "input_ids"], "embed.word")
    at = state["encoder.position.weight"][:positions]
    if typed:
        t = g.op("Gather", [g.const("shape", state["encoder.shape.weight"]), "token_type_ids"], "embed.shape")
        x = g.op("Add", [x, t], "embed.sum1")
    else:
        at = at + state["encoder.shape.weight"][0]
    length = g.op("Shape", ["input_ids"], "length")
    zero = g.const("zero", np.array([0], np.int64))
    p = g.op("Slice", [g.const("position", at), zero, length, zero], "embed.position")
    x = norm(g.op("Add", [x, p], "embed.sum2"), "embed.norm", "encoder.norm")
    for i in range(layers):
        key, n = f"encoder.layers.{i}", f"layer{i}"
        w, b = state[f"{key}.qkv.weight"], state[f"{key}.qkv.bias"]
        parts = []
        for j, part in enumerate(("query", "key", "value")):
            rows = slice(j * WIDTH, (j + 1) * WIDTH)
            scale = size**-0.5 if part == "query" else 1.0
            y = g.linear(x, f"{n}.{part}", w[rows] * scale, b[rows] * scale)
            y = g.op("Reshape", [y, split], f"{n}.{part}.split")
            parts.append(g.op("Transpose", [y], f"{n}.{part}.heads", perm=[1, 2, 0] if part == "key" else [1, 0, 2]))
        a = g.op("Softmax", [g.op("MatMul", parts[:2], f"{n}.scores")], f"{n}.weights", axis=-1)
        y = g.op("Transpose", [g.op("MatMul", [a, parts[2]], f"{n}.mixed")], f"{n}.merged", perm=[1, 0, 2])
        y = g.linear(g.op("Reshape", [y, join], f"{n}.joined"), f"{n}.attended", state[f"{key}.out.weight"], state[f"{key}.out.bias"])
        x = norm(g.op("Add", [y, x], f"{n}.sum1"), f"{n}.norm1", f"{key}.norm1")
        y = g.linear(x, f"{n}.up", state[f"{key}.up.weight"], state[f"{key}.up.bias"])
        e = g.op("Erf", [g.op("Div", [y, root], f"{n}.gelu.div")], f"{n}.gelu.erf")
        y = g.op("Mul", [g.op("Mul", [y, g.op("Add", [e, one], f"{n}.gelu.add")], f"{n}.gelu.mul"), half], f"{n}.gelu")
        y = g.linear(y, f"{n}.down", state[f"{key}.down.weight"], state[f"{key}.down.bias"])
        x = norm(g.op("Add", [y, x], f"{n}.sum2"), f"{n}.norm2", f"{key}.norm2")
    return x


def quantize(full: Path, out: Path, exclude: list[str]) -> None:
    """int8 per channel: per tensor cost a point of exact attributions."""
    quantize_dynamic(
        str(full),
        str(out),
        op_types_to_quantize=["MatMul", "Gather"],
        per_channel=True,
        weight_type=QuantType.QInt8,
        nodes_to_exclude=exclude,
        extra_options={"MatMulConstBOnly": True},
    )
