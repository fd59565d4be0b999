"""The sentence vectors that ship: twelve layers of 384 (bge-small-en-v1.5) that learn to see texts as the larger teacher does (teacher.py).

    python -m training.pairs.student train --base FILE.onnx --tokenizer FILE.json --taught FILE.npz --out DIR [--minutes 70] [--dev FILE…] [--dev-claims FILE…]
    python -m training.pairs.student export --base FILE.onnx --checkpoint FILE --out DIR

The teacher's vectors [n, 768], turned onto their 384 main directions, are the aim of each text's own vector (Reimers and Gurevych 2020 learn
a language so); beside that the likenesses inside a group of texts (topic.py's `taught_loss`). A last matrix turns the encoder's mean into
the teacher's space; it begins as the ridge regression between the two.
"""

import argparse
import os
import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.distributed as dist
import torch.multiprocessing as mp
from torch import nn
from torch.nn import functional as F

from ..net import LAYERS, WIDTH, Encoder, learnt, load_base
from ..pieces import load_tokenizer
from ..steps import average, grouped
from .topic import batch, by_length, export, of_claims, of_pairs, separation, taught_loss

# Texts of a group that are taken at a step.
TAKEN = 48
# Weight of the distance to the teacher's own vector.
OWN = 6.0
RIDGE = 0.3


class Student(nn.Module):
    def __init__(self, dropout: float = 0.05, layers: int = LAYERS):
        super().__init__()
        self.encoder = Encoder(dropout, layers=layers)
        self.turn = nn.Linear(WIDTH, WIDTH, bias=False)

    def mean(self, ids: torch.Tensor) -> torch.Tensor:
        """ids [B, T], 0 where padded; [B, 384]."""
        real = ids != 0
        x = self.encoder(ids, torch.zeros_like(ids), real).float()
        mask = real[..., None].float()
        return (x * mask).sum(1) / mask.sum(1)

    def forward(self, ids: torch.Tensor) -> torch.Tensor:
        """Unit vectors [B, 384]."""
        m = self.mean(ids)
        with torch.autocast("cpu", enabled=False):
            return F.normalize(self.turn(m), dim=-1)


@dataclass
class Group:
    """Texts of one document or sheet, and the teacher's vectors of them [n, 384]."""

    texts: list[str]
    aim: np.ndarray


def load_groups(path: Path) -> list[Group]:
    body = np.load(path)
    v = body["vectors"].astype(np.float32)
    # Not centred: cosines are to stay what they are.
    _, directions = np.linalg.eigh(v.T @ v)
    v = v @ directions[:, ::-1][:, :WIDTH]
    v /= np.linalg.norm(v, axis=1, keepdims=True)
    texts, at = body["texts"], body["group"]
    order = np.argsort(at, kind="stable")
    ends = np.searchsorted(at[order], np.arange(int(at.max()) + 2))
    return [Group(list(map(str, texts[order[a:b]])), v[order[a:b]]) for a, b in zip(ends, ends[1:])]


def inferring(net: Student, tok, of: str = "forward") -> Callable[[list[str]], np.ndarray]:
    def vectors(texts: list[str]) -> np.ndarray:
        net.eval()
        return by_length(texts, WIDTH, lambda part: getattr(net, of)(batch(tok, part)), 64)

    return vectors


def in_halves(net: Student, tok, texts: list[str]) -> torch.Tensor:
    """Short texts apart from long ones: less is padded."""
    order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
    half = (2 * len(order)) // 3
    made = []
    for part in (order[:half], order[half:]):
        with torch.autocast("cpu", torch.bfloat16):
            made.append(net(batch(tok, [texts[i] for i in part])))
    back = np.argsort(np.array(order))
    return torch.cat(made)[torch.from_numpy(back)]


def rates(net: Student, top: float) -> list[dict]:
    out: dict[str, float] = {}
    for name, p in net.named_parameters():
        if name.startswith(("encoder.word", "encoder.position", "encoder.shape")):
            p.requires_grad_(False)
        elif name.startswith("encoder.layers"):
            out[name] = top * 0.95 ** (LAYERS - 1 - int(name.split(".")[2]))
        elif name.startswith("encoder"):
            out[name] = top * 0.95**LAYERS
        else:
            out[name] = 3 * top
    return grouped(out, dict(net.named_parameters()))


def work(rank: int, world: int, args: argparse.Namespace) -> None:
    torch.set_num_threads(1)
    os.environ.update(MASTER_ADDR="127.0.0.1", MASTER_PORT=str(args.port))
    dist.init_process_group("gloo", rank=rank, world_size=world)
    torch.manual_seed(args.seed)
    tok = load_tokenizer(args.tokenizer)
    groups = load_groups(args.taught)
    net = Student()
    load_base(net.encoder, args.base)
    if args.init:
        net.load_state_dict(torch.load(args.init, map_location="cpu", weights_only=True)["net"], strict=False)
    else:
        sample = random.Random(args.seed).sample(groups, min(len(groups), 40))
        m = inferring(net, tok, "mean")([t for g in sample for t in g.texts])
        aim = np.concatenate([g.aim for g in sample])
        m /= np.linalg.norm(m, axis=1, keepdims=True)
        w = np.linalg.solve(m.T @ m + RIDGE * np.eye(WIDTH), m.T @ aim)
        net.turn.weight.data.copy_(torch.from_numpy(w.T.astype(np.float32)))
    dev, claims = [of_pairs(p) for p in sorted(args.dev)], [of_claims(p) for p in sorted(args.dev_claims)]

    def shown() -> str:
        return " ".join(f"{name} {separation(inferring(net, tok), of):.3f}" for name, of in (("dev", dev), ("claims", claims)) if of)

    if rank == 0:
        print(len(groups), "groups, before: AUC", shown(), flush=True)
    optimizer = torch.optim.AdamW(rates(net, args.rate), betas=(0.9, 0.98), eps=1e-6, fused=True)
    trained = [p for p in net.parameters() if p.requires_grad]
    torch.manual_seed(args.seed * 1000 + rank)
    began, steps, epoch, progress = time.time(), 0, 0, 0.0
    per = len(groups) // world
    while progress < 1:
        rng = random.Random(args.seed * 100 + epoch)
        order = rng.sample(range(len(groups)), len(groups))
        net.train()
        losses = []
        for step in range(per):
            clock = torch.tensor([(time.time() - began) / 60 / args.minutes])
            dist.broadcast(clock, 0)
            progress = float(clock)
            if progress >= 1:
                break
            for g in optimizer.param_groups:
                g["lr"] = g["base"] * min(progress / 0.03, (1 - progress) / 0.97, 1.0)
            group = groups[order[step * world + rank]]
            taken = rng.sample(range(len(group.texts)), min(TAKEN, len(group.texts)))
            aim = group.aim[taken]
            v = in_halves(net, tok, [group.texts[i] for i in taken])
            near = (v * torch.from_numpy(aim)).sum(1)
            loss = OWN * (1 - near).mean() + taught_loss(v, aim @ aim.T)
            optimizer.zero_grad(set_to_none=False)
            loss.backward()
            average(trained, world)
            optimizer.step()
            steps += 1
            losses.append((float(loss), float(near.mean())))
            if rank == 0 and steps % 50 == 0:
                a, b = np.mean(losses[-50:], 0)
                print(f"{time.strftime('%H:%M:%S')} epoch {epoch + 1} step {steps} progress {progress:.3f} loss {a:.3f} cosine to the teacher {b:.4f}", flush=True)
        epoch += 1
        if rank == 0:
            torch.save({"net": learnt(net)}, args.out / "part.pt")
            (args.out / "part.pt").rename(args.out / "last.pt")
            print(f"epoch {epoch} AUC {shown()}", flush=True)
        dist.barrier()
    dist.destroy_process_group()


def rotate(net: Student) -> None:
    """Turns the vectors at random, as one. Cosines stay; what the main directions hold is spread over all numbers, which relation.py's layer needs:
    it looks at each number by itself, and on unseen sheets told conflicts with AUC 0.65 then, 0.61 without."""
    q, _ = np.linalg.qr(np.random.default_rng(0).normal(size=(WIDTH, WIDTH)))
    net.turn.weight.data.copy_(torch.from_numpy(q.astype(np.float32)) @ net.turn.weight.data)


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("what", choices=("train", "export"))
    ap.add_argument("--base", type=Path, required=True, help="bge-small-en-v1.5.onnx")
    ap.add_argument("--out", type=Path, required=True)
    ap.add_argument("--tokenizer", type=Path)
    ap.add_argument("--taught", type=Path)
    ap.add_argument("--checkpoint", type=Path)
    ap.add_argument("--init", type=Path)
    ap.add_argument("--dev", type=Path, nargs="*", default=[])
    ap.add_argument("--dev-claims", type=Path, nargs="*", default=[])
    ap.add_argument("--minutes", type=float, default=70)
    ap.add_argument("--rate", type=float, default=2e-4)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--port", type=int, default=29611)
    args = ap.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    if args.what == "train":
        mp.spawn(work, (2, args), nprocs=2)
        return
    net = Student()
    load_base(net.encoder, args.base)
    net.load_state_dict(torch.load(args.checkpoint, map_location="cpu", weights_only=True)["net"], strict=False)
    rotate(net)
    export(net.eval(), args.out, "3")


if __name__ == "__main__":
    main()
