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

from .decode import Settings
from .net import ACTS, LABELS, LINK, TAGS, Net, load_base
from .onnx_graph import Graph, encoder, quantize
from .windows import CONTEXT, MARGIN, MAX, OVERLAP


def restore(checkpoint: Path, base: Path) -> Net:
    state = torch.load(checkpoint, map_location="cpu", weights_only=True)["net"]
    net = Net(levels=len(state["trans"]))
    load_base(net.encoder, base / "e5-small-v2.onnx")
    missing, unexpected = net.load_state_dict(state, strict=False)
    assert missing == ["encoder.word.weight"] and not unexpected, (missing, unexpected)
    return net.eval()


def graph(net: Net) -> onnx.ModelProto:
    state = {k: v.detach().float().numpy() for k, v in net.state_dict().items()}
    g = Graph()
    x = encoder(g, state)
    outputs = []
    for name, key, width in (("emissions", "tag", net.levels * TAGS), ("link", "link", LINK), ("act", "act", len(ACTS))):
        w = g.const(f"head.{name}.weight", state[f"{key}.weight"].T)
        y = g.op("MatMul", [x, w], f"head.{name}.matmul")
        g.op("Add", [y, g.const(f"head.{name}.bias", state[f"{key}.bias"])], name)
        outputs.append((name, ["T", width]))
    return g.model("attribution", outputs)


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
    quantize(full, args.out / "model.onnx", ["head.emissions.matmul", "head.link.matmul", "head.act.matmul", "embed.shape"])
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
            "states": 0,
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
