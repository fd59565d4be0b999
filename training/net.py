"""The network: a BERT written out (12 × 384, or 12 × 768 as teacher), a tag head, a link projection and the linker over
pairs of spans.

The encoder's weights come from the base model's ONNX file. Attention is written as matrix products, since the built-in
CPU attention is slow at a head size of 32.
"""

import math
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import nn
from torch.nn import functional as F

from .pieces import TYPES

LAYERS, WIDTH, HEADS = 12, 384, 12
TEACHER = 768
LABELS = ["O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content"]
TAGS = len(LABELS)
LEVELS = 2  # attributions of the text itself, and those inside their contents
ACTS = ("assert deny confirm accept reject doubt allege accuse warn expect announce promise threaten demand propose ask agree praise "
        "criticise decline believe want").split()
LINK = 128
HIDDEN = 128
FORBID = -1e4
GAPS = (0, 1, 2, 3, 4, 6, 9, 14, 21, 35, 60, 100, 170)
FEATURES = {"gap": 2 * (len(GAPS) + 1), "paragraph": 5, "cues": 4, "same": 4}


class Layer(nn.Module):
    def __init__(self, dropout: float, width: int):
        super().__init__()
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, 4 * width)
        self.down = nn.Linear(4 * width, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)
        self.dropout = dropout

    def forward(self, x: torch.Tensor, bias: torch.Tensor | None) -> torch.Tensor:
        b, t, width = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, HEADS, width // HEADS).permute(2, 0, 3, 1, 4).unbind(0)
        scores = torch.matmul(q * (1 / math.sqrt(width // HEADS)), k.transpose(-1, -2))
        if bias is not None:
            scores = scores + bias.to(scores.dtype)
        y = torch.matmul(torch.softmax(scores, -1), v).transpose(1, 2).reshape(b, t, width)
        x = self.norm1(x + F.dropout(self.out(y), self.dropout, self.training))
        y = self.down(F.gelu(self.up(x)))
        return self.norm2(x + F.dropout(y, self.dropout, self.training))


BUCKETS, FAR = 32, 128


def distance_buckets(length: int) -> torch.Tensor:
    """[length, length] rows of a table of biases by distance: one a piece up to 7, then by logarithm to FAR; either way apart."""
    away = torch.arange(length)[None] - torch.arange(length)[:, None]
    half, n = BUCKETS // 2, away.abs()
    near = half // 2
    far = near + (torch.log(n.clamp(min=1) / near) / math.log(FAR / near) * (half - near)).long()
    return torch.where(n < near, n, far.clamp(max=half - 1)) + (away > 0) * half


class Encoder(nn.Module):
    """`relative`: attention is biased by distance, as MPNet's is."""

    def __init__(self, dropout: float = 0.1, width: int = WIDTH, layers: int = LAYERS, relative: bool = False):
        super().__init__()
        self.word = nn.Embedding(30522, width)
        self.position = nn.Embedding(512, width)
        self.shape = nn.Embedding(TYPES, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout, width) for _ in range(layers))
        self.relative = nn.Embedding(BUCKETS, HEADS) if relative else None
        self.dropout = dropout

    def forward(self, ids: torch.Tensor, types: torch.Tensor, real: torch.Tensor | None) -> torch.Tensor:
        x = self.word(ids) + self.position.weight[: ids.shape[1]] + self.shape(types)
        x = F.dropout(self.norm(x), self.dropout, self.training)
        bias = None if real is None else (~real)[:, None, None, :].float() * FORBID
        if self.relative is not None:
            by_distance = self.relative(distance_buckets(ids.shape[1])).permute(2, 0, 1)[None]
            bias = by_distance if bias is None else bias + by_distance
        for layer in self.layers:
            x = layer(x, bias)
        return x


def put(param: nn.Parameter, value: np.ndarray) -> None:
    assert tuple(param.shape) == value.shape, (param.shape, value.shape)
    param.data.copy_(torch.from_numpy(np.array(value, np.float32)))


def load_base(encoder: Encoder, path: Path) -> None:
    """Puts the base model's weights in. Matrices are found by node name and transposed; every row of the widened type
    table starts as the base's type 0."""
    graph = onnx.load(str(path)).graph
    weights = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    matrix = {n.name: weights[n.input[1]] for n in graph.node if n.op_type == "MatMul" and n.input[1] in weights}

    put(encoder.word.weight, weights["embeddings.word_embeddings.weight"])
    put(encoder.position.weight, weights["embeddings.position_embeddings.weight"])
    put(encoder.shape.weight, np.repeat(weights["embeddings.token_type_embeddings.weight"][:1], TYPES, 0))
    put(encoder.norm.weight, weights["embeddings.LayerNorm.weight"])
    put(encoder.norm.bias, weights["embeddings.LayerNorm.bias"])
    for i, layer in enumerate(encoder.layers):
        name = f"layer.{i}"
        parts = ("query", "key", "value")
        put(layer.qkv.weight, np.concatenate([matrix[f"/encoder/{name}/attention/self/{p}/MatMul"].T for p in parts]))
        put(layer.qkv.bias, np.concatenate([weights[f"encoder.{name}.attention.self.{p}.bias"] for p in parts]))
        for param, node in ((layer.out, "attention/output/dense"), (layer.up, "intermediate/dense"), (layer.down, "output/dense")):
            put(param.weight, matrix[f"/encoder/{name}/{node}/MatMul"].T)
            put(param.bias, weights[f"encoder.{name}.{node.replace('/', '.')}.bias"])
        for norm, node in ((layer.norm1, "attention.output"), (layer.norm2, "output")):
            put(norm.weight, weights[f"encoder.{name}.{node}.LayerNorm.weight"])
            put(norm.bias, weights[f"encoder.{name}.{node}.LayerNorm.bias"])


def allowed() -> torch.Tensor:
    """[7, 7] additive: 0 where tag j may follow tag i, else FORBID (I only after B or I of its role)."""
    t = torch.zeros(TAGS, TAGS)
    for i in range(TAGS):
        for j in (2, 4, 6):
            if i not in (j, j - 1):
                t[i, j] = FORBID
    return t


class PairScorer(nn.Module):
    """score(cue, span) = w · relu(A·cueFirst + B·cueLast + C·spanFirst + D·spanLast + Σ feature rows), and a `none` in
    competition. `by_cue`: the none belongs to a cue (which source?), else to a span (which cue?)."""

    def __init__(self, by_cue: bool):
        super().__init__()
        self.by_cue = by_cue
        self.cue = nn.Linear(2 * LINK, HIDDEN)
        self.span = nn.Linear(2 * LINK, HIDDEN, bias=False)
        self.features = nn.ParameterDict({k: nn.Parameter(torch.zeros(n, HIDDEN)) for k, n in FEATURES.items()})
        self.none = nn.Linear(2 * LINK, HIDDEN)
        self.w = nn.Linear(HIDDEN, 1, bias=False)

    def forward(self, link: torch.Tensor, cues: np.ndarray, spans: np.ndarray, feats: dict[str, np.ndarray]) -> torch.Tensor:
        """link [T, 128]; cues [n, 2] and spans [m, 2] first and last piece. Returns [n, m + 1] by cue, else [m, n + 1];
        the last column is none."""
        c = torch.cat([link[cues[:, 0]], link[cues[:, 1]]], -1)
        s = torch.cat([link[spans[:, 0]], link[spans[:, 1]]], -1)
        h = self.cue(c)[:, None] + self.span(s)[None]
        for name, index in feats.items():
            h = h + self.features[name][torch.from_numpy(index)]
        score = self.w(torch.relu(h)).squeeze(-1)
        none = self.w(torch.relu(self.none(c if self.by_cue else s)))
        return torch.cat([score if self.by_cue else score.T, none], -1)


def pair_features(cues: np.ndarray, spans: np.ndarray, at: np.ndarray, par: np.ndarray) -> dict[str, np.ndarray]:
    """Feature rows of every (cue, span), each [n, m]. `at`: a piece's place in the document without special pieces;
    `par`: its paragraph."""
    cs, ce = at[cues[:, 0]][:, None], at[cues[:, 1]][:, None]
    ss, se = at[spans[:, 0]][None], at[spans[:, 1]][None]
    after = ss > cs
    gap = np.maximum(np.where(after, ss - ce - 1, cs - se - 1), 0)
    bucket = np.searchsorted(np.array(GAPS), gap, side="left") + np.where(after, len(GAPS) + 1, 0)
    lo, hi = np.minimum(ce, se), np.maximum(cs, ss)

    def between(starts: np.ndarray) -> np.ndarray:
        s = np.sort(starts)
        return np.clip(np.searchsorted(s, hi, "left") - np.searchsorted(s, lo, "right"), 0, 3)

    dp = np.clip(par[spans[:, 0]][None] - par[cues[:, 0]][:, None], -2, 2) + 2
    return {
        "gap": bucket.astype(np.int64),
        "paragraph": dp.astype(np.int64),
        "cues": between(at[cues[:, 0]]).astype(np.int64),
        "same": between(at[spans[:, 0]]).astype(np.int64),
    }


class Net(nn.Module):
    def __init__(self, dropout: float = 0.1, width: int = WIDTH, levels: int = LEVELS, relative: bool = False):
        super().__init__()
        self.encoder = Encoder(dropout, width, relative=relative)
        self.levels = levels
        self.tag = nn.Linear(width, levels * TAGS)
        self.link = nn.Linear(width, LINK)
        self.act = nn.Linear(width, len(ACTS))
        self.trans = nn.Parameter(torch.zeros(levels, TAGS, TAGS))
        self.source = PairScorer(True)
        self.content = PairScorer(False)
        self.register_buffer("allowed", allowed())

    def transitions(self) -> torch.Tensor:
        """[levels, 7, 7]"""
        return self.trans + self.allowed

    def forward(self, ids, types, real):
        """Emissions [B, T, levels, 7], link vectors [B, T, 128] and acts [B, T, 22] (to be averaged over a cue's pieces)."""
        x = self.encoder(ids, types, real).float()
        with torch.autocast("cpu", enabled=False):
            x = F.dropout(x, 0.1, self.training)
            return self.tag(x).unflatten(-1, (self.levels, TAGS)), self.link(x), self.act(x)


def learnt(net: nn.Module) -> dict[str, torch.Tensor]:
    """What a checkpoint keeps: all but the word embeddings, which stay the base's."""
    return {k: v.clone() for k, v in net.state_dict().items() if k != "encoder.word.weight"}


def adapt(state: dict[str, torch.Tensor], levels: int) -> dict[str, torch.Tensor]:
    """A checkpoint of one level as a start for more: every level begins as the first."""
    if state["trans"].dim() == 3:
        return state
    grown = {"trans": state["trans"].expand(levels, TAGS, TAGS).clone()}
    for name in ("tag.weight", "tag.bias"):
        grown[name] = torch.cat([state[name]] * levels)
    return {**state, **grown}


def force(emissions: torch.Tensor, free: torch.Tensor) -> torch.Tensor:
    """Special and padding pieces can only be O, so a window falls into independent paragraphs that begin and end at O."""
    fixed = torch.full((TAGS,), FORBID)
    fixed[0] = 0.0
    return torch.where(free[..., None, None], emissions, fixed)


def crf_loss(emissions: torch.Tensor, trans: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
    """Negative log likelihood [B, levels]; emissions [B, T, levels, 7] already forced, labels [B, T, levels]."""
    level = torch.arange(trans.shape[0])
    gold = emissions.gather(3, labels[..., None]).squeeze(3).sum(1) + trans[level, labels[:, :-1], labels[:, 1:]].sum(1)
    alpha = emissions[:, 0]
    for t in range(1, emissions.shape[1]):
        alpha = torch.logsumexp(alpha[..., None] + trans, 2) + emissions[:, t]
    return torch.logsumexp(alpha, 2) - gold


@torch.no_grad()
def viterbi(emissions: torch.Tensor, trans: torch.Tensor) -> np.ndarray:
    """Best tags [B, T, levels] of forced emissions."""
    score = emissions[:, 0]
    back = []
    for t in range(1, emissions.shape[1]):
        best, arg = (score[..., None] + trans).max(2)
        back.append(arg)
        score = best + emissions[:, t]
    tag = score.argmax(2)
    out = [tag]
    for arg in reversed(back):
        tag = arg.gather(2, tag[..., None]).squeeze(2)
        out.append(tag)
    return torch.stack(out[::-1], 1).numpy()


def spans_of(tags: np.ndarray) -> list[list[tuple[int, int]]]:
    """Spans (first, last piece) of source, cue and content in a row of tags."""
    out: list[list[tuple[int, int]]] = [[], [], []]
    i, n = 0, len(tags)
    while i < n:
        t = int(tags[i])
        if t == 0:
            i += 1
            continue
        role, j = (t - 1) // 2, i + 1
        while j < n and tags[j] == role * 2 + 2:
            j += 1
        out[role].append((i, j - 1))
        i = j
    return out
