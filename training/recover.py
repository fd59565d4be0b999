"""A checkpoint made of an exported model, to train on from where no checkpoint is left (int8 costs its weights about half a percent each).

    python -m training.recover --model models/attribution --base DIR --out CHECKPOINT
"""

import argparse
import json
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from .evaluate import linker_tensors
from .net import FORBID, HEADS, LAYERS, TAGS, WIDTH, Net, learnt, load_base


def weights(model: Path) -> dict[str, np.ndarray]:
    """Every constant of the graph by its name before quantisation, as float32."""
    raw = {i.name: numpy_helper.to_array(i) for i in onnx.load(model).graph.initializer}
    out = {}
    for name, value in raw.items():
        if name.endswith("_quantized"):
            name = name.removesuffix("_quantized")
            # scales are per output channel (columns), or one for all
            value = value.astype(np.float32) * raw[f"{name}_scale"]
        if value.dtype == np.float32:
            out[name] = value
    return out


def recover(folder: Path, base: Path) -> Net:
    config = json.loads((folder / "config.json").read_text())
    transitions = np.array(config["transitions"], np.float32).reshape(-1, TAGS, TAGS)
    net = Net(levels=len(transitions))
    load_base(net.encoder, base / "e5-small-v2.onnx")
    w = weights(folder / "model.onnx")
    state = {"encoder.shape.weight": w["shape"]}
    # positions beyond the window were never learnt
    position = net.encoder.position.weight.detach().numpy().copy()
    position[: len(w["position"])] = w["position"]
    state["encoder.position.weight"] = position
    state["encoder.norm.weight"], state["encoder.norm.bias"] = w["embed.norm.weight"], w["embed.norm.bias"]
    for i in range(LAYERS):
        key, n = f"encoder.layers.{i}", f"layer{i}"
        root = (WIDTH // HEADS) ** 0.5
        parts = {p: (w[f"{n}.{p}.weight"].T, w[f"{n}.{p}.bias"]) for p in ("query", "key", "value")}
        parts["query"] = tuple(x * root for x in parts["query"])
        state[f"{key}.qkv.weight"] = np.concatenate([x for x, _ in parts.values()])
        state[f"{key}.qkv.bias"] = np.concatenate([b for _, b in parts.values()])
        for part, node in (("out", "attended"), ("up", "up"), ("down", "down")):
            state[f"{key}.{part}.weight"], state[f"{key}.{part}.bias"] = w[f"{n}.{node}.weight"].T, w[f"{n}.{node}.bias"]
        for norm in ("norm1", "norm2"):
            for kind in ("weight", "bias"):
                state[f"{key}.{norm}.{kind}"] = w[f"{n}.{norm}.{kind}"]
    for head, key in (("emissions", "tag"), ("link", "link"), ("act", "act")):
        state[f"{key}.weight"], state[f"{key}.bias"] = w[f"head.{head}.weight"].T, w[f"head.{head}.bias"]
    state["trans"] = np.where(transitions > FORBID / 2, transitions, 0)
    state |= linker_tensors(folder, config)
    torch_state = {k: torch.from_numpy(np.array(v, np.float32)) for k, v in state.items()}
    missing, unexpected = net.load_state_dict(torch_state, strict=False)
    assert not unexpected and set(missing) <= {"encoder.word.weight", "allowed"}, (missing, unexpected)
    return net.eval()


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--model", type=Path, required=True)
    ap.add_argument("--base", type=Path, required=True)
    ap.add_argument("--out", type=Path, required=True)
    args = ap.parse_args()
    net = recover(args.model, args.base)
    torch.save({"net": learnt(net), "epoch": 0, "args": {"recovered": str(args.model)}}, args.out)


if __name__ == "__main__":
    main()
