"""A larger teacher for the sentence vectors: all-mpnet-base-v2, tuned on the event sheets as topic.py tunes the small net; then its vectors
of many texts, for the small net to learn from.

    python -m training.pairs.teacher tune --mpnet DIR --out DIR --sheets FILE… [--pairs FILE…] [--epochs 4] [--dev FILE…] [--dev-claims FILE…]
    python -m training.pairs.teacher read --mpnet DIR --checkpoint FILE --out FILE.npz --sheets FILE… [--corpora DIR]

DIR holds the unpacked weights (mpnet.sh fetches them). `read` keeps vectors of every statement and question of the sheets, and of the
sentences of PolNeAR's training articles (CORPORA/research/polnear), article by article: what the product compares stands in such texts.
"""

import argparse
import random
import re
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F
from transformers import AutoTokenizer, MPNetModel

from .topic import Event, Rates, by_length, event_loss, fit, of_claims, of_pairs, of_sheet, separation, words

WINDOW = 64
# Layers below stay as they are, and so many statements of an event are taken a step: two cores have to do.
FROZEN = 5
TAKEN = 44
# Sentences of one article that are read as one group.
GROUP = 48


class Teacher(nn.Module):
    def __init__(self, folder: Path):
        super().__init__()
        self.tokenizer = AutoTokenizer.from_pretrained(folder)
        self.encoder = MPNetModel.from_pretrained(folder, add_pooling_layer=False)
        self.scale = nn.Parameter(torch.tensor(12.0))
        self.bias = nn.Parameter(torch.tensor(-5.0))

    def forward(self, texts: list[str]) -> torch.Tensor:
        """Unit vectors [len(texts), 768]."""
        b = self.tokenizer(texts, padding=True, truncation=True, max_length=WINDOW, return_tensors="pt")
        x = self.encoder(**b).last_hidden_state.float()
        mask = b["attention_mask"][..., None].float()
        return F.normalize((x * mask).sum(1) / mask.sum(1), dim=-1)

    def vectors(self, texts: list[str]) -> np.ndarray:
        self.eval()
        return by_length(texts, 768, self, 32)


def tune(args: argparse.Namespace) -> None:
    net = Teacher(args.mpnet)
    layers = net.encoder.encoder.layer
    for part in (net.encoder.embeddings, *layers[:FROZEN]):
        part.requires_grad_(False)
    events = [of_sheet(p) for p in sorted(args.sheets)] + [of_pairs(p) for p in sorted(args.pairs)]
    dev, claims = [of_pairs(p) for p in args.dev], [of_claims(p) for p in args.dev_claims]

    def loss_of(e: Event, rng: random.Random) -> torch.Tensor:
        taken = sorted(rng.sample(range(len(e.statements)), min(TAKEN, len(e.statements))))
        with torch.autocast("cpu", torch.bfloat16):
            v = net([words(e.statements[i], rng) for i in taken])
        return event_loss(net, v.float(), e.known[np.ix_(taken, taken)])

    def done(epoch: int, loss: float) -> None:
        shown = " ".join(f"{name} {separation(net.vectors, of):.3f}" for name, of in (("dev", dev), ("claims", claims)) if of)
        print(f"epoch {epoch + 1} loss {loss:.3f} AUC {shown}", flush=True)
        torch.save({"net": net.state_dict()}, args.out / "last.pt")

    args.out.mkdir(parents=True, exist_ok=True)
    fit(net, events, loss_of, Rates(args.rate, layers, 0.2), args.epochs, args.seed, done)


def sentences(text: str) -> list[str]:
    parts = re.split(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])|\n+", text)
    return [p.strip() for p in parts if 20 <= len(p.strip()) <= 400]


def read(args: argparse.Namespace) -> None:
    net = Teacher(args.mpnet)
    net.load_state_dict(torch.load(args.checkpoint, map_location="cpu", weights_only=True)["net"])
    rng = random.Random(1)
    groups = []
    for path in sorted(args.sheets):
        groups.append(sorted({words(s, rng) for s in of_sheet(path).statements}))
    if args.corpora:
        for path in sorted((args.corpora / "research/polnear/data/train/text").glob("*.txt")):
            mine = list(dict.fromkeys(sentences(path.read_text())))
            groups += [mine[k : k + GROUP] for k in range(0, len(mine), GROUP) if len(mine[k : k + GROUP]) > 8]
    texts = [t for g in groups for t in g]
    at = np.repeat(np.arange(len(groups)), [len(g) for g in groups])
    print(len(groups), "groups", len(texts), "texts", flush=True)
    np.savez(args.out, texts=np.array(texts), group=at, vectors=net.vectors(texts).astype(np.float16))


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("what", choices=("tune", "read"))
    ap.add_argument("--mpnet", type=Path, required=True)
    ap.add_argument("--out", type=Path, required=True)
    ap.add_argument("--sheets", type=Path, nargs="*", default=[])
    ap.add_argument("--pairs", type=Path, nargs="*", default=[])
    ap.add_argument("--dev", type=Path, nargs="*", default=[])
    ap.add_argument("--dev-claims", type=Path, nargs="*", default=[])
    ap.add_argument("--corpora", type=Path)
    ap.add_argument("--checkpoint", type=Path)
    ap.add_argument("--epochs", type=int, default=4)
    ap.add_argument("--rate", type=float, default=4e-5)
    ap.add_argument("--seed", type=int, default=1)
    args = ap.parse_args()
    torch.set_num_threads(2)
    torch.manual_seed(args.seed)
    (tune if args.what == "tune" else read)(args)


if __name__ == "__main__":
    main()
