"""Fits src/compare/relation-head.json: how two texts that answer one question stand to each other, by their vectors alone.

    python -m training.pairs.relation --model models/vectors/model.onnx --tokenizer FILE.json --sheets FILE… [--write]
    python -m training.pairs.relation --vectors FILE.npz --sheets FILE… [--write]        vectors made before

Pairs: all statements of a sheet that answer one question; one position is `agree`, two are what the sheet says of them. A multinomial layer
over product and difference of the vectors; the figures shown are of sheets that the fit did not see.
"""

import argparse
import json
import random
from itertools import combinations
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from ..pieces import load_tokenizer
from .combine import VERDICTS
from .scores import auc
from .topic import by_model, of_sheet, words

Rows = list[tuple[str, str, str, int]]

# Both parts come to about the same size so, which one weight decay wants.
PRODUCT, DIFFERENCE = 20.0, 5.0


def rows_of(sheets: list[Path]) -> Rows:
    """(sheet, text, text, verdict)"""
    out: Rows = []
    for path in sorted(sheets):
        sheet = json.loads(path.read_text())
        told = {(q["id"], frozenset(r["pair"])): r["verdict"] for q in sheet["questions"] for r in q["relations"]}
        texts = [words(s, None) for s in of_sheet(path).statements]
        for (a, x), (b, y) in combinations(zip(sheet["statements"], texts), 2):
            for p in a["answers"]:
                for q in b["answers"]:
                    if p["q"] != q["q"]:
                        continue
                    verdict = "agree" if p["p"] == q["p"] else told.get((p["q"], frozenset((p["p"], q["p"]))))
                    if verdict in VERDICTS:
                        out.append((path.stem, x, y, VERDICTS.index(verdict)))
    return out


def inputs(vectors: dict[str, np.ndarray], rows: Rows) -> torch.Tensor:
    u, v = (np.stack([vectors[r[k]] for r in rows]) for k in (1, 2))
    return torch.from_numpy(np.concatenate([u * v * PRODUCT, np.abs(u - v) * DIFFERENCE, (u * v).sum(1, keepdims=True)], 1).astype(np.float32))


def fit(x: torch.Tensor, y: torch.Tensor, decay: float, epochs: int) -> nn.Linear:
    torch.manual_seed(0)
    layer = nn.Linear(x.shape[1], len(VERDICTS))
    optimizer = torch.optim.AdamW(layer.parameters(), lr=2e-3, weight_decay=decay)
    for _ in range(epochs):
        for k in torch.randperm(len(x)).split(128):
            loss = F.cross_entropy(layer(x[k]), y[k])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        for g in optimizer.param_groups:
            g["lr"] *= 0.8
    return layer.eval()


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--model", type=Path)
    ap.add_argument("--tokenizer", type=Path)
    ap.add_argument("--vectors", type=Path)
    ap.add_argument("--keep", type=Path, help="where the model's vectors are written, for --vectors")
    ap.add_argument("--sheets", type=Path, nargs="+", required=True)
    ap.add_argument("--decay", type=float, default=0.3)
    ap.add_argument("--epochs", type=int, default=12)
    ap.add_argument("--write", action="store_true")
    args = ap.parse_args()
    torch.set_num_threads(1)
    rows = rows_of(args.sheets)
    texts = sorted({t for r in rows for t in r[1:3]})
    if args.vectors:
        body = np.load(args.vectors)
        known = {str(t): v for t, v in zip(body["texts"], body["vectors"].astype(np.float32))}
        rows = [r for r in rows if r[1] in known and r[2] in known]
        vectors = known
    else:
        made = by_model(args.model, load_tokenizer(args.tokenizer))(texts)
        vectors = dict(zip(texts, made))
        if args.keep:
            np.savez(args.keep, texts=np.array(texts), vectors=made)
    y = torch.tensor([r[3] for r in rows])
    x = inputs(vectors, rows)
    print(len(rows), "pairs", dict(zip(VERDICTS, np.bincount(y).tolist())))
    sheets = sorted({r[0] for r in rows})
    unseen = set(random.Random(1).sample(sheets, len(sheets) // 5))
    held = np.array([r[0] in unseen for r in rows])
    p = torch.softmax(fit(x[~held], y[~held], args.decay, args.epochs)(x[held]).detach(), 1).numpy()
    gold = y.numpy()[held]
    print("unseen sheets: accuracy", round(float((p.argmax(1) == gold).mean()), 3), "most frequent", round(float(np.bincount(gold).max() / len(gold)), 3), "AUC", {v: round(float(auc(p[:, k], gold == k)), 3) for k, v in enumerate(VERDICTS)}, "cosine, agree", round(float(auc(x[held, -1].numpy(), gold == 0)), 3))
    if args.write:
        layer = fit(x, y, args.decay, args.epochs)
        w, width = layer.weight.detach().numpy(), (x.shape[1] - 1) // 2
        cut = lambda a, scale: [[round(float(t) * scale, 3) for t in row] for row in a]  # noqa: E731
        head = {"product": cut(w[:, :width], PRODUCT), "difference": cut(w[:, width:-1], DIFFERENCE), "cosine": [round(float(t), 3) for t in w[:, -1]], "bias": [round(float(t), 3) for t in layer.bias.detach()]}
        (Path(__file__).parents[2] / "src/compare/relation-head.json").write_text(json.dumps(head) + "\n")


if __name__ == "__main__":
    main()
