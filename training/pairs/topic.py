"""What the teacher of the sentence vectors (teacher.py) and the net that ships (student.py) share: statements that answer one question shall
lie near each other, those of another matter apart.

Supervised contrastive loss over each statement's partners, and a logistic loss on the scaled cosine, every known pair of an event's
statements at once; the larger net's likenesses inside groups of texts for the smaller one; AUC over known pairs; the ONNX file.
"""

import hashlib
import json
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from torch import nn
from torch.nn import functional as F

from ..onnx_graph import Graph, encoder, quantize
from .scores import auc
from .statements import CLS, SEP, Said, said

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


def event_loss(net: nn.Module, v: torch.Tensor, known: np.ndarray) -> torch.Tensor:
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


def taught_loss(v: torch.Tensor, cosine: np.ndarray) -> torch.Tensor:
    """The student's likenesses against the teacher's: how great each is, and which of a text's neighbours come first."""
    own, told = v @ v.T, torch.from_numpy(cosine)
    diagonal = torch.eye(len(v), dtype=torch.bool)
    great = ((own - told)[~diagonal] ** 2).mean()
    ranks = [torch.log_softmax((x / 0.05).masked_fill(diagonal, -1e4), 1) for x in (own, told)]
    return 8 * great + F.kl_div(ranks[0], ranks[1], log_target=True, reduction="batchmean")


@torch.no_grad()
def by_length(texts: list[str], width: int, made: Callable[[list[str]], torch.Tensor], size: int) -> np.ndarray:
    """Vectors [len(texts), width], `size` texts at a time in order of length, so that little is padded."""
    order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
    out = np.zeros((len(texts), width), np.float32)
    for k in range(0, len(order), size):
        part = order[k : k + size]
        with torch.autocast("cpu", torch.bfloat16):
            out[part] = made([texts[i] for i in part]).float().numpy()
    return out


def by_model(model: Path, tok) -> Callable[[list[str]], np.ndarray]:
    """Vectors as the product makes them: by the file that ships, each text by itself."""
    session = onnxruntime.InferenceSession(str(model))
    return lambda texts: np.stack([session.run(None, {"input_ids": batch(tok, [t]).numpy()[0].astype(np.int32)})[0] for t in texts])


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


def export(net: nn.Module, out: Path, version: str) -> None:
    """Writes the net as models/vectors holds it. A matrix `turn` is applied to the mean where the net has one."""
    out.mkdir(parents=True, exist_ok=True)
    state = {k: t.detach().float().numpy() for k, t in net.state_dict().items()}
    g = Graph()
    x = encoder(g, state, WINDOW, len(net.encoder.layers), typed=False)
    mean = g.op("ReduceMean", [x], "mean", axes=[0], keepdims=0)
    if "turn.weight" in state:
        mean = g.op("MatMul", [mean, g.const("turn", state["turn.weight"].T)], "turned")
    g.op("LpNormalization", [mean], "vector", axis=-1, p=2)
    onnx.save(g.model("vectors", [("vector", [384])], ("input_ids",)), str(out / "fp32.tmp.onnx"))
    quantize(out / "fp32.tmp.onnx", out / "model.onnx", [])
    (out / "fp32.tmp.onnx").unlink()
    sha = hashlib.sha256((out / "model.onnx").read_bytes()).hexdigest()
    config = {"name": "readout-vectors", "version": version, "files": {"model.onnx": sha}, "window": WINDOW}
    (out / "config.json").write_text(json.dumps(config, indent=1) + "\n")
