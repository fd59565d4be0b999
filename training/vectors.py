"""Makes models/vectors/model.onnx from the published int8 export of all-MiniLM-L6-v2.

The weights stay as they are; the graph gets one input (input_ids) and one output: the mean of the last hidden states,
scaled to length one. No padding is ever used, so the attention mask is all ones.

    python training/vectors.py all-minilm-l6-v2-q.onnx models/vectors
"""

import hashlib
import json
import sys
from pathlib import Path

import onnx
from onnx import TensorProto, helper


def pooled(model: onnx.ModelProto) -> onnx.ModelProto:
    graph = model.graph
    ids = helper.make_tensor_value_info("ids32", TensorProto.INT32, [1, "pieces"])
    ids.name = "input_ids"
    for node in graph.node:
        for i, name in enumerate(node.input):
            if name in ("input_ids", "attention_mask", "token_type_ids"):
                node.input[i] = f"{name}_64"
    one = helper.make_tensor("one_64", TensorProto.INT64, [1], [1])
    zero = helper.make_tensor("zero_64", TensorProto.INT64, [1], [0])
    axis = helper.make_tensor("pieces_axis", TensorProto.INT64, [1], [1])
    before = [
        helper.make_node("Cast", ["input_ids"], ["input_ids_64"], to=TensorProto.INT64),
        helper.make_node("Shape", ["input_ids_64"], ["input_shape"]),
        helper.make_node("ConstantOfShape", ["input_shape"], ["attention_mask_64"], value=one),
        helper.make_node("ConstantOfShape", ["input_shape"], ["token_type_ids_64"], value=zero),
    ]
    opset = next(o.version for o in model.opset_import if o.domain in ("", "ai.onnx"))
    if opset >= 18:
        graph.initializer.append(axis)
        mean = helper.make_node("ReduceMean", ["last_hidden_state", "pieces_axis"], ["mean"], keepdims=0)
    else:
        mean = helper.make_node("ReduceMean", ["last_hidden_state"], ["mean"], axes=[1], keepdims=0)
    after = [mean, helper.make_node("LpNormalization", ["mean"], ["vector"], axis=-1, p=2)]
    nodes = before + list(graph.node) + after
    del graph.node[:], graph.input[:], graph.output[:], graph.value_info[:]
    graph.node.extend(nodes)
    graph.input.append(ids)
    graph.output.append(helper.make_tensor_value_info("vector", TensorProto.FLOAT, [1, 384]))
    onnx.checker.check_model(model)
    return model


def main(source: str, folder: str) -> None:
    out = Path(folder)
    out.mkdir(parents=True, exist_ok=True)
    onnx.save(pooled(onnx.load(source)), out / "model.onnx")
    sha = hashlib.sha256((out / "model.onnx").read_bytes()).hexdigest()
    config = {"name": "all-MiniLM-L6-v2", "version": "1", "files": {"model.onnx": sha}, "window": 128}
    (out / "config.json").write_text(json.dumps(config, indent=1) + "\n")
    print(sha)


if __name__ == "__main__":
    main(*sys.argv[1:])
