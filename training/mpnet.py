"""Puts all-mpnet-base-v2's weights (Song et al. 2020; Apache-2.0; fetched by pairs/mpnet.sh) into the encoder of a teacher.

Its vocabulary is BERT's uncased one with four pieces before it, its positions begin at row 2, it has no token types, and every layer's
attention gets one learnt bias by distance (the buckets of T5; Raffel et al. 2020).
"""

from pathlib import Path

import numpy as np
from safetensors.numpy import load_file

from .net import Encoder, put

FIRST = 4  # row of BERT's piece 0
POSITION = 2
# BERT's special pieces → rows of MPNet's own: [PAD], [UNK], [CLS], [SEP]
SPECIAL = {0: 1, 100: 3, 101: 0, 102: 2}


def load_mpnet(encoder: Encoder, folder: Path) -> None:
    """`folder` holds model.safetensors; `encoder` is 768 wide and `relative`. The type table starts at nothing."""
    w = load_file(folder / "model.safetensors")
    rows = np.arange(encoder.word.num_embeddings) + FIRST
    for piece, row in SPECIAL.items():
        rows[piece] = row
    put(encoder.word.weight, w["embeddings.word_embeddings.weight"][rows])
    put(encoder.position.weight, w["embeddings.position_embeddings.weight"][POSITION:])
    put(encoder.shape.weight, np.zeros(tuple(encoder.shape.weight.shape)))
    put(encoder.norm.weight, w["embeddings.LayerNorm.weight"])
    put(encoder.norm.bias, w["embeddings.LayerNorm.bias"])
    put(encoder.relative.weight, w["encoder.relative_attention_bias.weight"])
    for i, layer in enumerate(encoder.layers):
        base = f"encoder.layer.{i}"
        for kind in ("weight", "bias"):
            put(getattr(layer.qkv, kind), np.concatenate([w[f"{base}.attention.attn.{p}.{kind}"] for p in "qkv"]))
            put(getattr(layer.out, kind), w[f"{base}.attention.attn.o.{kind}"])
            put(getattr(layer.up, kind), w[f"{base}.intermediate.dense.{kind}"])
            put(getattr(layer.down, kind), w[f"{base}.output.dense.{kind}"])
            put(getattr(layer.norm1, kind), w[f"{base}.attention.LayerNorm.{kind}"])
            put(getattr(layer.norm2, kind), w[f"{base}.output.LayerNorm.{kind}"])
