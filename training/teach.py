"""A teacher's reading of PolNeAR's training part, for a student to learn from.

    python -m training.teach --teacher CHECKPOINT [--bert VARIABLES | --mpnet DIR] [--with CHECKPOINT] --corpora DIR --base DIR --out DIR

Two things are written for each article: the teacher's tag probabilities for every piece (Hinton et al. 2015; with a second
checkpoint of the small net the mean of both), and the attributions that it finds inside the contents. PolNeAR is flat, so what
a content holds is unknown there; read as a text of its own, a content is ordinary text, and the teacher's marks in it are silver
for level 1.
"""

import argparse
import json
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch

from .bert import load_bert
from .decode import Linker, Settings, attributions, run, spans
from .examples import Soft
from .mpnet import load_mpnet
from .net import TEACHER, WIDTH, Net, load_base
from .pieces import load_tokenizer, pieces
from .polnear import Article, Attribution, load, trim
from .quotes import quotations

LEAST = 0.5  # of the cue's score and the links' for silver
RULE = 0.25  # weight of an act that the rules of `attribute` gave
WORDS = 4  # shorter contents hold nothing


@dataclass
class Taught:
    """An article with silver inside its contents, and the teacher's tags."""

    article: Article
    soft: Soft

    @staticmethod
    def read(folder: Path, art: Article) -> "Taught":
        saved = np.load(folder / f"{art.name}.npz")
        silver = json.loads((folder / f"{art.name}.json").read_text())
        inner = [[Attribution(*[[tuple(s) for s in role] for role in roles], 1) for roles in found] for found in silver]
        path = folder / "acts" / f"{art.name}.json"
        acts = {tuple(map(tuple, cue)): act for cue, act in json.loads(path.read_text())} if path.exists() else {}
        told = [[replace(g, act=acts.get(tuple(g.cue)), sure=RULE) for g in gold] for gold in art.annotators]
        both = [gold + more for gold, more in zip(told, inner)]
        return Taught(Article(art.name, art.text, both), Soft(saved["start"], saved["tags"].astype(np.float32)))


def network(checkpoint: Path, base: Path, bert: Path | None = None, mpnet: Path | None = None) -> Net:
    state = torch.load(checkpoint, map_location="cpu", weights_only=True)["net"]
    if state["trans"].dim() == 2:
        state["trans"] = state["trans"][None]
    net = Net(width=TEACHER if bert or mpnet else WIDTH, levels=len(state["trans"]), relative=mpnet is not None)
    if bert:
        load_bert(net.encoder, bert)
    elif mpnet:
        load_mpnet(net.encoder, mpnet)
    else:
        load_base(net.encoder, base / "e5-small-v2.onnx")
    missing, unexpected = net.load_state_dict(state, strict=False)
    assert set(missing) <= {"encoder.word.weight", "act.weight", "act.bias"} and not unexpected
    return net.eval()


def runner(net: Net):
    @torch.no_grad()
    def infer(ids: np.ndarray, types: np.ndarray):
        with torch.autocast("cpu", torch.bfloat16):
            e, link, _ = net(torch.from_numpy(ids)[None], torch.from_numpy(types)[None], None)
        return e[0, :, 0].float().numpy(), link[0].float().numpy()

    return infer


def softmax(x: np.ndarray) -> np.ndarray:
    x = np.exp(x - x.max(-1, keepdims=True))
    return x / x.sum(-1, keepdims=True)


def unquoted(text: str, s: int, e: int) -> tuple[int, int]:
    """A content that is one quotation, without its marks."""
    found = quotations(text[s:e])
    if len(found) == 1 and found[0][0] == 0 and found[0][3] == e - s:
        s, e = s + found[0][1], s + found[0][2]
    return trim(text, s, e)


def inside(text: str, contents: list[tuple[int, int]], tok, infer, net: dict) -> list[Attribution]:
    """Attributions within the contents; each content is a paragraph of its own to the teacher."""
    contents = [unquoted(text, s, e) for s, e in contents]
    contents = [(s, e) for s, e in contents if len(text[s:e].split()) >= WORDS]
    if not contents:
        return []
    doc = run([pieces(tok, text[s:e], s) for s, e in contents], infer)
    found = spans(doc, net["trans"], Settings(threshold=(0.0, LEAST, 0.4)), text)
    out = []
    for f in attributions(doc, found, net["linker"], Settings()):
        parts = f.source + f.cue + f.content
        if not f.cue or not f.content or len({p.par for p in parts}) > 1 or min(f.evidence[:3]) < LEAST:
            continue
        out.append(Attribution(*[[(p.start, p.end) for p in r] for r in (f.source, f.cue, f.content)], 1))
    return out


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--teacher", type=Path, required=True)
    kind = ap.add_mutually_exclusive_group()
    kind.add_argument("--bert", type=Path, help="the teacher is a BERT-base; without either a small net teaches itself anew")
    kind.add_argument("--mpnet", type=Path)
    ap.add_argument("--with", dest="second", type=Path)
    ap.add_argument("--corpora", type=Path, required=True)
    ap.add_argument("--base", type=Path, required=True)
    ap.add_argument("--out", type=Path, required=True)
    ap.add_argument("--part", default="0/1", help="i/n: every n-th article from the i-th on, for several processes")
    ap.add_argument("--threads", type=int, default=1)
    args = ap.parse_args()
    torch.set_num_threads(args.threads)
    args.out.mkdir(parents=True, exist_ok=True)
    tok = load_tokenizer(args.base / "e5-small-v2-tokenizer.json")
    net = network(args.teacher, args.base, args.bert, args.mpnet)
    infer = runner(net)
    second = runner(network(args.second, args.base)) if args.second else None
    state = {k: v.detach().float().numpy() for k, v in net.state_dict().items() if k.split(".")[0] in ("source", "content")}
    parts = {"trans": net.transitions().detach().numpy(), "linker": Linker(state)}
    i, n = map(int, args.part.split("/"))
    for art in load(args.corpora / "research/polnear/data/train")[i::n]:
        if (args.out / f"{art.name}.json").exists():
            continue
        paras = [pieces(tok, art.text[s:e], s) for s, e in art.paragraphs()]
        docs = [run(paras, f) for f in (infer, second) if f]
        tags = np.mean([softmax(d.emissions[:, 0]) for d in docs], 0)
        np.savez(args.out / f"{art.name}.npz", start=docs[0].pieces.start, tags=tags.astype(np.float16))
        silver = []
        for gold in art.annotators:
            found = inside(art.text, sorted({s for g in gold for s in g.content}), tok, infer, parts)
            silver.append([[a.source, a.cue, a.content] for a in found])
        (args.out / f"{art.name}.json").write_text(json.dumps(silver))


if __name__ == "__main__":
    main()
