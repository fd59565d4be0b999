"""Trains the pair model on two single-thread processes (gloo, gradients averaged); a checkpoint each epoch.

    python -m training.pairs.train --base DIR --out DIR (--corpora DIR | --init CHECKPOINT --pairs FILE… [--replay DIR])
        [--sheets FILE…] [--claims FILE…] [--vectors CHECKPOINT] [--dev FILE…] [--epochs N] [--rate R] [--seed S]

First stage: the open sets (`--corpora`). Second: own pairs, with a share of the first stage's rows replayed (`--replay` CORPORA).
"""

import argparse
import json
import os
import random
import time
from pathlib import Path

import numpy as np
import torch
import torch.distributed as dist
import torch.multiprocessing as mp
from torch.nn import functional as F

from ..net import LAYERS, load_base
from ..pieces import load_tokenizer
from ..steps import average, grouped
from .evaluate import report
from .net import PairNet
from .open_sets import Row, load_open
from .statements import MARK, REASONS, VERDICTS, Pair, Said, dropped, encode, load_claims, load_pairs, load_sheets
from .topic import by_model

BATCH = 32  # over both processes


def collate(encoded: list[tuple[list[int], list[int]]]) -> tuple[torch.Tensor, torch.Tensor]:
    width = max(len(ids) for ids, _ in encoded)
    ids, segments = np.zeros((2, len(encoded), width), np.int64)
    for i, (p, s) in enumerate(encoded):
        ids[i, : len(p)], segments[i, : len(s)] = p, s
    return torch.from_numpy(ids), torch.from_numpy(segments)


def open_loss(net: PairNet, tok, rows: list[Row]) -> torch.Tensor:
    out = net(*collate([encode(tok, Said(r.a), Said(r.b)) for r in rows]))
    total = torch.zeros(())
    for task in ("entailment", "topic", "stance"):
        which = [i for i, r in enumerate(rows) if r.task == task]
        if not which:
            continue
        y = torch.tensor([rows[i].label for i in which])
        logits = out[task][which]
        loss = F.cross_entropy(logits, y, reduction="sum") if task == "entailment" else F.binary_cross_entropy_with_logits(logits[:, 0], y.float(), reduction="sum")
        total = total + loss
    return total / len(rows) + 0 * sum(o.sum() for o in out.values())


def pair_loss(net: PairNet, tok, pairs: list[Pair], rng: random.Random) -> torch.Tensor:
    encoded = []
    for p in pairs:
        a, b = dropped(p.a, rng), dropped(p.b, rng)
        encoded.append(encode(tok, *((a, b) if rng.random() < 0.5 else (b, a))))
    out = net(*collate(encoded))
    same = torch.tensor([float(p.same) for p in pairs])
    loss = F.binary_cross_entropy_with_logits(out["same"][:, 0], same)
    which = [i for i, p in enumerate(pairs) if p.same and p.verdict in VERDICTS]
    if which:
        y = torch.tensor([VERDICTS.index(pairs[i].verdict) for i in which])
        loss = loss + F.cross_entropy(out["verdict"][which], y, label_smoothing=0.05) * len(which) / len(pairs)
    which = [i for i, p in enumerate(pairs) if p.same and p.reason in REASONS]
    if which:
        y = torch.tensor([REASONS.index(pairs[i].reason) for i in which])
        loss = loss + 0.3 * F.cross_entropy(out["reason"][which], y) * len(which) / len(pairs)
    return loss + 0 * sum(o.sum() for o in out.values())


def groups(net: PairNet, top: float) -> list[dict]:
    def rate(name: str) -> float:
        if name.startswith("encoder.layers"):
            return top * 0.9 ** (LAYERS - 1 - int(name.split(".")[2]))
        return top * 0.9**LAYERS if name.startswith("encoder") else 5e-4

    params = dict(net.named_parameters())
    return grouped({name: rate(name) for name in params}, params)


def by_length(items: list, size: list[int], rng: random.Random, batch: int) -> list[list]:
    """Batches of like length, in random order: little padding."""
    order = sorted(range(len(items)), key=lambda i: size[i] + rng.random() * 12)
    batches = [[items[i] for i in order[k : k + batch]] for k in range(0, len(order), batch)]
    rng.shuffle(batches)
    return [b for b in batches if len(b) > 1]


def length(x: Row | Pair) -> int:
    if isinstance(x, Row):
        return (len(x.a) + len(x.b)) // 5
    return sum(len(s.text) + len(s.refers or "") + len(s.speaker or "") for s in (x.a, x.b)) // 5 + 10


def vectors_of(args: argparse.Namespace, tok) -> dict[str, np.ndarray]:
    """Vectors of all statements of sheets and claims, by their words."""
    texts = {s["text"] for path in args.sheets for s in json.loads(path.read_text())["statements"]}
    texts |= {c["said"]["text"] for path in args.claims for c in json.loads(path.read_text())["claims"]}
    order = sorted(texts)
    return dict(zip(order, by_model(args.vectors, tok)(order), strict=True))


def work(rank: int, world: int, args: argparse.Namespace) -> None:
    torch.set_num_threads(1)
    os.environ.update(MASTER_ADDR="127.0.0.1", MASTER_PORT=str(args.port))
    dist.init_process_group("gloo", rank=rank, world_size=world)
    torch.manual_seed(args.seed)
    tok = load_tokenizer(args.base / "e5-small-v2-tokenizer.json")
    net = PairNet()
    load_base(net.encoder, args.base / "e5-small-v2.onnx")
    if args.init:
        net.load_state_dict(torch.load(args.init, map_location="cpu", weights_only=True)["net"])
    else:
        # Marks start near an ordinary vector, not at the never trained rows of the base.
        with torch.no_grad():
            rows = torch.tensor(list(MARK.values()))
            net.encoder.word.weight[rows] = net.encoder.word.weight[1000:].mean(0) + 0.02 * torch.randn(len(rows), net.encoder.word.weight.shape[1])
    optimizer = torch.optim.AdamW(groups(net, args.rate), betas=(0.9, 0.98), eps=1e-6, fused=True)
    torch.manual_seed(args.seed * 1000 + rank)
    trained = [p for p in net.parameters() if p.requires_grad]
    pairs = load_pairs(args.pairs) if args.pairs else []
    dev = load_pairs(args.dev) if args.dev else []
    rows = load_open(args.corpora or args.replay) if (args.corpora or args.replay) else []
    near = vectors_of(args, tok) if args.vectors else None
    if args.limit:
        rows = rows[: args.limit]
    began, step = time.time(), 0

    def plan(epoch: int) -> list[tuple[str, list]]:
        rng = random.Random(args.seed * 100 + epoch)
        # Sheets hold more pairs than an epoch takes: others every time.
        mine = pairs + load_sheets(args.sheets, rng, args.of_sheet, near) + load_claims(args.claims, rng, args.of_sheet, near)
        share = rows if args.corpora else rng.sample(rows, min(len(rows), len(mine) // 3)) if rows else []
        todo = [("open", b) for b in by_length(share, [length(r) for r in share], rng, BATCH)]
        todo += [("pairs", b) for b in by_length(mine, [length(p) for p in mine], rng, BATCH // 2)]
        rng.shuffle(todo)
        return todo

    total = sum(len(plan(e)) for e in range(args.epochs))
    for epoch in range(args.epochs):
        net.train()
        rng = random.Random(args.seed * 7919 + epoch * 2 + rank)
        losses = []
        for kind, items in plan(epoch):
            done = step / total
            for g in optimizer.param_groups:
                g["lr"] = g["base"] * min(1.0, step / max(1, 0.06 * total)) * (1 - done)
            mine = items[rank::world]
            with torch.autocast("cpu", torch.bfloat16):
                loss = open_loss(net, tok, mine) if kind == "open" else pair_loss(net, tok, mine, rng)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            average(trained, world)
            optimizer.step()
            losses.append(float(loss))
            step += 1
            if rank == 0 and step % 100 == 0:
                print(f"{step}/{total} loss {np.mean(losses[-100:]):.3f} {time.time() - began:.0f} s", flush=True)
        if rank == 0:
            args.out.mkdir(parents=True, exist_ok=True)
            torch.save({"net": net.state_dict()}, args.out / f"epoch-{epoch + 1}.pt")
            if dev:
                print(f"epoch {epoch + 1}", report(net, tok, dev), flush=True)
        dist.barrier()


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--base", type=Path, required=True)
    ap.add_argument("--out", type=Path, required=True)
    ap.add_argument("--corpora", type=Path)
    ap.add_argument("--replay", type=Path)
    ap.add_argument("--init", type=Path)
    ap.add_argument("--pairs", type=Path, nargs="*")
    ap.add_argument("--sheets", type=Path, nargs="*", default=[])
    ap.add_argument("--claims", type=Path, nargs="*", default=[])
    ap.add_argument("--vectors", type=Path, help="models/vectors/model.onnx, to choose hard pairs by")
    ap.add_argument("--of-sheet", type=int, default=160)
    ap.add_argument("--dev", type=Path, nargs="*")
    ap.add_argument("--epochs", type=int, default=1)
    ap.add_argument("--rate", type=float, default=1e-4)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--limit", type=int, default=0)
    ap.add_argument("--port", type=int, default=29531)
    args = ap.parse_args()
    mp.spawn(work, (2, args), 2)


if __name__ == "__main__":
    main()
