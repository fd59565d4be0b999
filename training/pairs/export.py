"""Writes a pair checkpoint as an int8 ONNX graph and its config.

    python -m training.pairs.export --checkpoint RUN/epoch-N.pt --out DIR

Outputs for one pair: `same` [1], `verdict` [4], `reason` [12], `entailment` [3], all log odds. The vocabulary is the attribution model's.
"""

import argparse
import hashlib
import json
from pathlib import Path

import numpy as np
import onnx
import torch

from ..net import WIDTH
from ..onnx_graph import Graph, encoder, quantize
from .net import HEADS, PairNet
from .statements import MARK, MAX, REASONS, VERDICTS

SHIPPED = ("same", "verdict", "reason", "entailment")


def graph(net: PairNet) -> onnx.ModelProto:
    state = {k: v.detach().float().numpy() for k, v in net.state_dict().items()}
    # Segments are 0 and 1; the other rows of the widened table are never read.
    state["encoder.shape.weight"] = state["encoder.shape.weight"][:2]
    g = Graph()
    x = encoder(g, state, MAX)
    first = g.op("Gather", [x, g.const("first", np.array([0], np.int64))], "pool.first", axis=0)
    mean = g.op("ReduceMean", [x], "pool.mean", axes=[0], keepdims=1)
    pooled = g.op("Reshape", [g.op("Concat", [first, mean], "pool.both", axis=1), g.const("flat", np.array([2 * WIDTH], np.int64))], "pool")
    for name in SHIPPED:
        y = g.op("MatMul", [pooled, g.const(f"head.{name}.weight", state[f"heads.{name}.weight"].T)], f"head.{name}.matmul")
        g.op("Add", [y, g.const(f"head.{name}.bias", state[f"heads.{name}.bias"])], name)
    return g.model("pairs", [(name, [HEADS[name]]) for name in SHIPPED])


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--checkpoint", type=Path, required=True)
    ap.add_argument("--out", type=Path, required=True)
    ap.add_argument("--version", default="1")
    args = ap.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    net = PairNet()
    net.load_state_dict(torch.load(args.checkpoint, map_location="cpu", weights_only=True)["net"])
    full = args.out / "fp32.tmp.onnx"
    onnx.save(graph(net.eval()), str(full))
    quantize(full, args.out / "model.onnx", [f"head.{n}.matmul" for n in SHIPPED] + ["embed.shape", "pool.first"])
    full.unlink()
    sha = hashlib.sha256((args.out / "model.onnx").read_bytes()).hexdigest()
    config = {"name": "readout-pairs", "version": args.version, "window": MAX, "marks": MARK, "verdicts": VERDICTS, "reasons": REASONS, "files": {"model.onnx": sha}}
    old = args.out / "config.json"
    if old.exists():
        config = {**json.loads(old.read_text()), **config}
    old.write_text(json.dumps(config, indent=1) + "\n")


if __name__ == "__main__":
    main()
