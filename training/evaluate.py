"""Runs an exported model over one part of PolNeAR and keeps its outputs, so that settings can be tried in seconds.

    python -m training.evaluate --model DIR --corpora DIR --base DIR [--part dev|held] [--tune]
"""

import argparse
import json
import pickle
from pathlib import Path

import numpy as np
import onnxruntime as ort

from .decode import Linker, Settings, attributions, run, spans
from .pieces import load_tokenizer, pieces
from .polnear import load
from .score import evaluate
from .train import held_out


def session(model: Path, threads: int = 1):
    options = ort.SessionOptions()
    options.intra_op_num_threads = threads
    s = ort.InferenceSession(str(model / "model.onnx"), options, providers=["CPUExecutionProvider"])
    return lambda ids, types: s.run(["emissions", "link"], {"input_ids": ids.astype(np.int32), "token_type_ids": types.astype(np.int32)})


def linker_tensors(model: Path, config: dict) -> dict[str, np.ndarray]:
    """The tensors of linker.bin by name, as config.json lays them out."""
    flat = np.fromfile(model / "linker.bin", "<f4")
    state = {}
    for name, h in config["linker"].items():
        size = int(np.prod(h["shape"]))
        state[name] = flat[h["offset"] : h["offset"] + size].reshape(h["shape"])
    return state


def linker(model: Path) -> tuple[Linker, np.ndarray, dict]:
    """The linker's weights, the transitions and config.json."""
    config = json.loads((model / "config.json").read_text())
    return Linker(linker_tensors(model, config)), np.array(config["transitions"]).reshape(-1, 7, 7), config


def outputs(model: Path, base: Path, articles, cache: Path | None = None):
    if cache and cache.exists():
        return pickle.loads(cache.read_bytes())
    tok, infer = load_tokenizer(base / "e5-small-v2-tokenizer.json"), session(model)
    docs = [run([pieces(tok, a.text[s:e], s) for s, e in a.paragraphs()], infer) for a in articles]
    if cache:
        cache.write_bytes(pickle.dumps(docs))
    return docs


def part(corpora: Path, name: str):
    if name == "held":
        return [a for a in load(corpora / "research/polnear/data/train") if held_out(a.name)]
    return load(corpora / "research/polnear/data" / name)


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--model", type=Path, required=True)
    ap.add_argument("--corpora", type=Path, required=True)
    ap.add_argument("--base", type=Path, required=True)
    ap.add_argument("--part", default="dev")
    ap.add_argument("--cache", type=Path)
    args = ap.parse_args()
    articles = part(args.corpora, args.part)
    docs = outputs(args.model, args.base, articles, args.cache)
    link, trans, _ = linker(args.model)
    for settings in (Settings(), Settings(threshold=(0, 0.5, 0)), Settings(rescue=0.1), Settings(bare=0)):
        print(settings, evaluate(articles, [attributions(d, spans(d, trans, settings), link, settings) for d in docs]), flush=True)


if __name__ == "__main__":
    main()
