"""Trains the attribution model on two single-thread processes (gloo, gradients averaged); a checkpoint each epoch.

    python -m training.train --corpora DIR --base DIR --out DIR [--epochs 5] [--minutes N] [--limit ARTICLES]
        [--bert VARIABLES | --mpnet DIR | --init CHECKPOINT --taught DIR --own WRITER…]

`--minutes` bounds the run: the learning rate then falls with whichever is further on, the steps or the clock. Without it
the same seed gives the same weights on the same processor and thread count.
"""

import argparse
import hashlib
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

from .bert import load_bert
from .examples import Window, targets, windows
from .mpnet import load_mpnet
from .net import LAYERS, LEVELS, TAGS, TEACHER, Net, adapt, crf_loss, force, learnt, load_base, pair_features, spans_of, viterbi
from .own import load_own
from .pieces import OTHER, PAD, load_tokenizer
from .polnear import load
from .steps import average, grouped
from .teach import Taught


def held_out(name: str) -> bool:
    """One article in twenty is kept from training, for fitting the score of an attribution."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % 20 == 0


def batch(ws: list[Window]) -> dict[str, torch.Tensor]:
    width = max(len(w.ids) for w in ws)

    def fill(name: str, value: int) -> torch.Tensor:
        out = np.full((len(ws), width), value, np.int64)
        for i, w in enumerate(ws):
            row = getattr(w, name)
            out[i, : len(row)] = row
        return torch.from_numpy(out)

    ids = fill("ids", PAD)
    real = fill("free", 2) != 2
    labels = np.zeros((len(ws), width, LEVELS), np.int64)
    soft = np.zeros((len(ws), width, TAGS), np.float32)
    for i, w in enumerate(ws):
        labels[i, : len(w.ids)] = w.labels
        soft[i, : len(w.ids)] = w.soft
    return {
        "ids": ids,
        "types": fill("types", OTHER),
        "labels": torch.from_numpy(labels),
        "soft": torch.from_numpy(soft),
        "free": fill("free", 0) == 1,
        "real": real,
        "nests": torch.tensor([w.nests for w in ws]),
    }


def link_loss(net: Net, link: torch.Tensor, ws: list[Window], tags: np.ndarray | None, rng: random.Random, own: float) -> torch.Tensor:
    """Cross-entropy of both choices over the batch, on the model's own spans with chance `own`, else on the gold ones."""
    losses, count = [], 0
    for i, w in enumerate(ws):
        rows = tags[i, : len(w.ids)] if tags is not None and rng.random() < own else w.labels
        for level in range(net.levels if w.nests else 1):
            spans = spans_of(rows[:, level])
            to_source, to_cue = targets(w, spans, level)
            source, cue, content = (np.array(s, np.int64).reshape(-1, 2) for s in spans)
            if not len(cue):
                continue
            for net_part, other, want in ((net.source, source, to_source), (net.content, content, to_cue)):
                if not len(other) or not (want >= 0).any():
                    continue
                scores = net_part(link[i], cue, other, pair_features(cue, other, w.at, w.par))
                losses.append(F.cross_entropy(scores, torch.from_numpy(want), ignore_index=-1, reduction="sum"))
                count += int((want >= 0).sum())
    return torch.stack(losses).sum() / count if losses else link.sum() * 0


def act_loss(act: torch.Tensor, ws: list[Window]) -> torch.Tensor:
    """Weighted cross-entropy of the acts, the logits averaged over each cue."""
    rows, want, weight = [], [], []
    for i, w in enumerate(ws):
        for pieces, which, sure in w.acts:
            rows.append(act[i, pieces].mean(0))
            want.append(which)
            weight.append(sure)
    if not rows:
        return act.sum() * 0
    each = F.cross_entropy(torch.stack(rows), torch.tensor(want), reduction="none")
    weights = torch.tensor(weight)
    return (each * weights).sum() / weights.sum()


def groups(net: Net, top: float) -> list[dict]:
    """Layer-wise learning rates: the top layer's falls by a tenth a layer downwards; heads and transitions learn faster."""
    rates: dict[str, float] = {}
    for name, p in net.named_parameters():
        if name.startswith("encoder.word"):
            p.requires_grad_(False)
        elif name.startswith("encoder.layers"):
            rates[name] = top * 0.9 ** (LAYERS - 1 - int(name.split(".")[2]))
        elif name.startswith("encoder.shape"):
            rates[name] = 1e-3
        elif name.startswith("encoder"):
            rates[name] = top * 0.9**LAYERS
        elif name == "trans":
            rates[name] = 1e-2
        else:
            rates[name] = 1e-3
    return grouped(rates, dict(net.named_parameters()), bare=("trans", "features"))


def work(rank: int, world: int, args: argparse.Namespace) -> None:
    torch.set_num_threads(1)
    os.environ.update(MASTER_ADDR="127.0.0.1", MASTER_PORT=str(args.port))
    dist.init_process_group("gloo", rank=rank, world_size=world)
    torch.manual_seed(args.seed)
    tok = load_tokenizer(args.base / "e5-small-v2-tokenizer.json")
    articles = [a for a in load(args.corpora / "research/polnear/data/train") if not held_out(a.name)]
    if args.limit:
        articles = articles[: args.limit]
    taught = {a.name: Taught.read(args.taught, a) for a in articles if args.taught and (args.taught / f"{a.name}.json").exists()}
    written = load_own(args.own) if args.own else []
    if args.bert:
        net = Net(width=TEACHER, levels=1)
        load_bert(net.encoder, args.bert)
    elif args.mpnet:
        net = Net(width=TEACHER, levels=1, relative=True)
        load_mpnet(net.encoder, args.mpnet)
    else:
        net = Net(levels=LEVELS if args.own or args.taught else 1)
        load_base(net.encoder, args.base / "e5-small-v2.onnx")
    if args.init:
        state = torch.load(args.init, map_location="cpu", weights_only=True)["net"]
        net.load_state_dict(adapt(state, net.levels), strict=False)
    optimizer = torch.optim.AdamW(groups(net, args.rate), betas=(0.9, 0.98), eps=1e-6, fused=True)
    trained = [p for p in net.parameters() if p.requires_grad]
    torch.manual_seed(args.seed * 1000 + rank)
    began = time.time()
    steps_done, total, resumed, since = 0, 0, 0, 0
    if args.resume:
        saved = torch.load(args.resume, map_location="cpu", weights_only=True)
        net.load_state_dict(saved["net"], strict=False)
        resumed = saved["epoch"]
    for epoch in range(resumed, args.epochs):
        order = random.Random(args.seed * 100 + epoch)
        all_windows = []
        for a in articles:
            t = taught.get(a.name)
            all_windows += windows(tok, t.article, order, t.soft, True) if t else windows(tok, a, order)
        for _ in range(args.repeat):
            all_windows += [w for a in written for w in windows(tok, a, order, None, True)]
        # windows of like length go together, the batches in random order
        order.shuffle(all_windows)
        all_windows.sort(key=lambda w: len(w.ids) // 32)
        size = args.batch * world
        batches = [all_windows[i : i + size] for i in range(0, len(all_windows) - world + 1, size)]
        order.shuffle(batches)
        if not total:
            total, steps_done = len(batches) * args.epochs, len(batches) * resumed
        net.train()
        stats = np.zeros(4)
        tokens, mark = 0, time.time()
        for step, ws in enumerate(batches):
            mine = ws[rank::world]
            b = batch(mine)
            progress = steps_done / total
            if args.minutes:
                done = resumed / args.epochs
                clock = torch.tensor([done + (1 - done) * (time.time() - began) / 60 / args.minutes])
                dist.broadcast(clock, 0)
                progress = max(progress, float(clock))
            if progress >= 1:
                break
            scale = min(progress / 0.06, (1 - progress) / 0.94)
            if resumed:  # the optimizer's moments are not kept in a checkpoint
                scale *= min(1.0, (since + 1) / 40)
            since += 1
            for g in optimizer.param_groups:
                g["lr"] = g["base"] * scale
            with torch.autocast("cpu", torch.bfloat16):
                emissions, link, act = net(b["ids"], b["types"], b["real"])
            n = int(b["free"].sum())
            forced = force(emissions, b["free"])
            trans = net.transitions()
            # what stands in contents is known of some windows only
            known = torch.stack([torch.ones_like(b["nests"])] + [b["nests"]] * (net.levels - 1), 1).float()
            crf = (crf_loss(forced, trans, b["labels"][..., : net.levels]) * known).sum() / n
            flat = F.cross_entropy(emissions.flatten(0, 2), b["labels"][..., : net.levels].flatten(), reduction="none")
            flat = flat.view(*b["ids"].shape, net.levels) * known[:, None] * b["free"][..., None]
            has = b["soft"].sum(-1)  # 1 where a teacher speaks
            taught_ce = -(b["soft"] * F.log_softmax(emissions[..., 0, :], -1)).sum(-1) * b["free"]
            first = flat[..., 0] * (1 - args.soft * has) + args.soft * taught_ce
            ce = (first.sum() + flat[..., 1:].sum()) / n
            own = min(0.8, 4 * progress * args.epochs / 5) if steps_done > 100 or args.limit else 0.0
            tags = viterbi(forced.detach(), trans.detach()) if own else None
            linked = link_loss(net, link, mine, tags, order, own)
            loss = crf + 0.5 * ce + 0.15 * linked + 0.1 * act_loss(act, mine)
            optimizer.zero_grad(set_to_none=False)
            loss.backward()
            norm = average(trained, world)
            optimizer.step()
            steps_done += 1
            stats += [crf.item(), ce.item(), linked.item(), norm.item()]
            tokens += int(sum(len(w.ids) for w in ws))
            if rank == 0 and (step % 20 == 19 or args.limit):
                s = stats / (step + 1)
                print(f"{time.strftime('%H:%M:%S')} epoch {epoch + 1} step {step + 1}/{len(batches)} crf {s[0]:.4f} ce {s[1]:.4f} "
                      f"link {s[2]:.4f} norm {s[3]:.2f} progress {progress:.3f} {tokens / (time.time() - mark):.0f} tokens/s", flush=True)
        if rank == 0:
            part = args.out / "part.pt"
            torch.save({"net": learnt(net), "epoch": epoch + 1, "args": {k: str(v) for k, v in vars(args).items()}}, part)
            part.rename(args.out / f"epoch-{epoch + 1}.pt")
            (args.out / "train.json").write_text(json.dumps({"epoch": epoch + 1, "minutes": round((time.time() - began) / 60, 1)}))
        dist.barrier()
    dist.destroy_process_group()


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--corpora", type=Path, required=True)
    ap.add_argument("--base", type=Path, required=True)
    ap.add_argument("--out", type=Path, required=True)
    ap.add_argument("--epochs", type=int, default=5)
    ap.add_argument("--minutes", type=float, default=0)
    ap.add_argument("--resume", type=Path, help="a checkpoint to go on from, at its epoch's place in the schedule")
    ap.add_argument("--bert", type=Path, help="variables/ of BERT-base uncased: trains the teacher")
    ap.add_argument("--mpnet", type=Path, help="all-mpnet-base-v2: trains the teacher from that instead")
    ap.add_argument("--init", type=Path, help="a checkpoint to start from, of one level or of two")
    ap.add_argument("--taught", type=Path, help="what training.teach wrote: a teacher's tags, and what it finds inside contents")
    ap.add_argument("--soft", type=float, default=0.7, help="weight of the teacher's tags against the annotators'")
    ap.add_argument("--own", nargs="*", default=[], help="writers of training/data to learn from")
    ap.add_argument("--repeat", type=int, default=4, help="how often an epoch sees the own set")
    ap.add_argument("--limit", type=int, default=0)
    ap.add_argument("--batch", type=int, default=8, help="windows a process and step")
    ap.add_argument("--rate", type=float, default=2e-4)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--port", type=int, default=29511)
    ap.add_argument("--processes", type=int, default=2)
    args = ap.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    mp.spawn(work, (args.processes, args), nprocs=args.processes)


if __name__ == "__main__":
    main()
