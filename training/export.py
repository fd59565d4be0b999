"""Writes a checkpoint as an int8 ONNX graph plus what the TypeScript side needs beside it.

    python -m training.export --checkpoint RUN/epoch-N.pt --base DIR --out DIR

The graph is built node by node: inputs `input_ids` and `token_type_ids` (int32, [T], T ≤ 256, no padding), outputs
`emissions` [T, 14] (7 tags of each level), `link` [T, 128] and `act` [T, 22]. Weights are signed 8-bit per output channel, activations scaled at run time.
"""

import argparse
import hashlib
import json
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from .decode import Settings
from .net import ACTS, HEADS, LABELS, LAYERS, LINK, TAGS, WIDTH, Net, load_base
from .windows import CONTEXT, MARGIN, MAX, OVERLAP


def restore(checkpoint: Path, base: Path) -> Net:
    state = torch.load(checkpoint, map_location="cpu", weights_only=True)["net"]
    net = Net(levels=len(state["trans"]))
    load_base(net.encoder, base / "e5-small-v2.onnx")
    missing, unexpected = net.load_state_dict(state, strict=False)
    assert missing == ["encoder.word.weight"] and not unexpected, (missing, unexpected)
    return net.eval()


def graph(net: Net) -> onnx.ModelProto:
    nodes, inits = [], []
    state = {k: v.detach().float().numpy() for k, v in net.state_dict().items()}

    def const(name: str, value: np.ndarray) -> str:
        inits.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def op(kind: str, inputs: list[str], name: str, **attrs) -> str:
        nodes.append(helper.make_node(kind, inputs, [name], name=name, **attrs))
        return name

    def linear(x: str, name: str, weight: np.ndarray, bias: np.ndarray) -> str:
        y = op("MatMul", [x, const(f"{name}.weight", weight.T.astype(np.float32))], f"{name}.matmul")
        return op("Add", [y, const(f"{name}.bias", bias.astype(np.float32))], f"{name}.out")

    def norm(x: str, name: str, key: str) -> str:
        w, b = const(f"{name}.weight", state[f"{key}.weight"]), const(f"{name}.bias", state[f"{key}.bias"])
        return op("LayerNormalization", [x, w, b], f"{name}.out", axis=-1, epsilon=1e-12)

    size = WIDTH // HEADS
    split = const("split", np.array([-1, HEADS, size], np.int64))
    join = const("join", np.array([-1, WIDTH], np.int64))
    half, one, root = (const(n, np.array(v, np.float32)) for n, v in (("half", 0.5), ("one", 1.0), ("root2", 2**0.5)))
    x = op("Gather", [const("word", state["encoder.word.weight"]), "input_ids"], "embed.word")
    t = op("Gather", [const("shape", state["encoder.shape.weight"]), "token_type_ids"], "embed.shape")
    length = op("Shape", ["input_ids"], "length")
    zero = const("zero", np.array([0], np.int64))
    p = op("Slice", [const("position", state["encoder.position.weight"][:MAX]), zero, length, zero], "embed.position")
    x = norm(op("Add", [op("Add", [x, t], "embed.sum1"), p], "embed.sum2"), "embed.norm", "encoder.norm")
    for i in range(LAYERS):
        key, n = f"encoder.layers.{i}", f"layer{i}"
        w, b = state[f"{key}.qkv.weight"], state[f"{key}.qkv.bias"]
        parts = []
        for j, part in enumerate(("query", "key", "value")):
            rows = slice(j * WIDTH, (j + 1) * WIDTH)
            scale = size**-0.5 if part == "query" else 1.0
            y = linear(x, f"{n}.{part}", w[rows] * scale, b[rows] * scale)
            y = op("Reshape", [y, split], f"{n}.{part}.split")
            parts.append(op("Transpose", [y], f"{n}.{part}.heads", perm=[1, 2, 0] if part == "key" else [1, 0, 2]))
        a = op("Softmax", [op("MatMul", parts[:2], f"{n}.scores")], f"{n}.weights", axis=-1)
        y = op("Transpose", [op("MatMul", [a, parts[2]], f"{n}.mixed")], f"{n}.merged", perm=[1, 0, 2])
        y = linear(op("Reshape", [y, join], f"{n}.joined"), f"{n}.attended", state[f"{key}.out.weight"], state[f"{key}.out.bias"])
        x = norm(op("Add", [y, x], f"{n}.sum1"), f"{n}.norm1", f"{key}.norm1")
        y = linear(x, f"{n}.up", state[f"{key}.up.weight"], state[f"{key}.up.bias"])
        e = op("Erf", [op("Div", [y, root], f"{n}.gelu.div")], f"{n}.gelu.erf")
        y = op("Mul", [op("Mul", [y, op("Add", [e, one], f"{n}.gelu.add")], f"{n}.gelu.mul"), half], f"{n}.gelu")
        y = linear(y, f"{n}.down", state[f"{key}.down.weight"], state[f"{key}.down.bias"])
        x = norm(op("Add", [y, x], f"{n}.sum2"), f"{n}.norm2", f"{key}.norm2")
    for name, key, width in (("emissions", "tag", net.levels * TAGS), ("link", "link", LINK), ("act", "act", len(ACTS))):
        w = const(f"head.{name}.weight", state[f"{key}.weight"].T)
        y = op("MatMul", [x, w], f"head.{name}.matmul")
        nodes.append(helper.make_node("Add", [y, const(f"head.{name}.bias", state[f"{key}.bias"])], [name], name=f"head.{name}"))
    g = helper.make_graph(
        nodes,
        "attribution",
        [helper.make_tensor_value_info(n, TensorProto.INT32, ["T"]) for n in ("input_ids", "token_type_ids")],
        [helper.make_tensor_value_info(n, TensorProto.FLOAT, ["T", w]) for n, w in (("emissions", net.levels * TAGS), ("link", LINK), ("act", len(ACTS)))],
        inits,
    )
    model = helper.make_model(g, opset_imports=[helper.make_opsetid("", 17)], ir_version=8, producer_name="readout training")
    onnx.checker.check_model(model)
    return model


def inner_settings() -> dict:
    """How what stands inside contents is decoded before anything is tuned."""
    return vars(Settings()) | {"bias": [0.0] * 3, "threshold": [0.0] * 3}


def linker_state(net: Net) -> dict[str, np.ndarray]:
    return {k: v.detach().float().numpy() for k, v in net.state_dict().items() if k.split(".")[0] in ("source", "content")}


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--checkpoint", type=Path, required=True)
    ap.add_argument("--base", type=Path, required=True)
    ap.add_argument("--out", type=Path, required=True)
    args = ap.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    net = restore(args.checkpoint, args.base)
    full = args.out / "fp32.tmp.onnx"
    onnx.save(graph(net), str(full))
    heads = ["head.emissions.matmul", "head.link.matmul", "head.act.matmul", "embed.shape"]
    quantize_dynamic(
        str(full),
        str(args.out / "model.onnx"),
        op_types_to_quantize=["MatMul", "Gather"],
        per_channel=True,
        weight_type=QuantType.QInt8,
        nodes_to_exclude=heads,
        extra_options={"MatMulConstBOnly": True},
    )
    full.unlink()
    tokenizer = json.loads((args.base / "e5-small-v2-tokenizer.json").read_text())
    vocab = tokenizer["model"]["vocab"]
    (args.out / "vocab.txt").write_text("\n".join(sorted(vocab, key=vocab.get)) + "\n", encoding="utf8")
    (args.out / "labels.json").write_text(json.dumps(LABELS, indent=1) + "\n")
    header, blobs, at = {}, [], 0
    for name, value in linker_state(net).items():
        header[name] = {"shape": list(value.shape), "offset": at}
        blobs.append(np.ascontiguousarray(value, "<f4").tobytes())
        at += value.size
    (args.out / "linker.bin").write_bytes(b"".join(blobs))
    write_config(
        args.out,
        {
            "transitions": net.transitions().detach().numpy().astype(float).round(5).tolist(),
            "linker": header,
            "acts": ACTS,
            "decode": vars(Settings()) | {"bias": [0.0] * 3, "threshold": [0.0] * 3},
            **({"inner": inner_settings()} if net.levels > 1 else {}),
            "score": {"weights": [1.0, 0.5, 0.5, 0.0, 0.0], "bias": -1.0},
        },
    )


def write_config(folder: Path, parts: dict) -> None:
    """config.json: what is given, over what stands there, with a fresh hash of every file."""
    path = folder / "config.json"
    old = json.loads(path.read_text()) if path.exists() else {}
    names = ("model.onnx", "linker.bin", "vocab.txt", "labels.json")
    config = {
        "name": "readout-attribution",
        "version": "1",
        "window": {"max": MAX, "context": CONTEXT, "overlap": OVERLAP, "margin": MARGIN},
        **old,
        **parts,
        "files": {n: hashlib.sha256((folder / n).read_bytes()).hexdigest() for n in names},
    }
    rows = [f"  {json.dumps(k)}: {json.dumps(v)}" for k, v in config.items()]
    path.write_text("{\n" + ",\n".join(rows) + "\n}\n")


if __name__ == "__main__":
    main()
