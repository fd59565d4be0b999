"""Reads BERT-base's weights out of a TensorFlow SavedModel's variables, without TensorFlow.

`variables.index` is an uncompressed LevelDB table of BundleEntryProto (dtype, shape, offset, size); the data file holds the
raw little-endian float32 tensors.
"""

from pathlib import Path

import numpy as np

from .net import Encoder, put


def _varint(b: bytes, i: int) -> tuple[int, int]:
    out = shift = 0
    while True:
        out |= (b[i] & 127) << shift
        i += 1
        if b[i - 1] < 128:
            return out, i
        shift += 7


def _block(b: bytes, offset: int, size: int):
    """Keys and values of a table block, prefixes put back."""
    data = b[offset : offset + size]
    end = len(data) - 4 - 4 * int.from_bytes(data[-4:], "little")
    i, key = 0, b""
    while i < end:
        shared, i = _varint(data, i)
        own, i = _varint(data, i)
        length, i = _varint(data, i)
        key = key[:shared] + data[i : i + own]
        yield key, data[i + own : i + own + length]
        i += own + length


def _fields(b: bytes) -> dict[int, list]:
    out: dict[int, list] = {}
    i = 0
    while i < len(b):
        tag, i = _varint(b, i)
        if tag & 7 == 0:
            value, i = _varint(b, i)
        elif tag & 7 == 2:
            n, i = _varint(b, i)
            value, i = b[i : i + n], i + n
        else:
            n = 4 if tag & 7 == 5 else 8
            value, i = b[i : i + n], i + n
        out.setdefault(tag >> 3, []).append(value)
    return out


def tensors(variables: Path) -> dict[str, np.ndarray]:
    """name → float32 array of every float tensor in the folder `variables`."""
    index = next(variables.glob("*.index")).read_bytes()
    data = next(variables.glob("*.data-*")).read_bytes()
    i = len(index) - 48
    _, i = _varint(index, i)
    _, i = _varint(index, i)
    offset, i = _varint(index, i)
    size, i = _varint(index, i)
    out = {}
    for _, handle in _block(index, offset, size):
        start, j = _varint(handle, 0)
        length, j = _varint(handle, j)
        for key, value in _block(index, start, length):
            if not key:
                continue
            f = _fields(value)
            if f.get(1, [0])[0] != 1:
                continue
            dims = [_fields(d).get(1, [0])[0] for d in _fields(f[2][0]).get(2, [])] if 2 in f else []
            at, n = f.get(4, [0])[0], f[5][0]
            out[key.decode()] = np.frombuffer(data, "<f4", n // 4, at).reshape(dims)
    return out


def load_bert(encoder: Encoder, variables: Path) -> None:
    """Puts BERT-base's weights in; every row of the widened type table starts as segment A's."""
    w = {k.split("bert/", 1)[1]: v for k, v in tensors(variables).items() if "bert/" in k}

    put(encoder.word.weight, w["embeddings/word_embeddings"])
    put(encoder.position.weight, w["embeddings/position_embeddings"])
    put(encoder.shape.weight, np.repeat(w["embeddings/token_type_embeddings"][:1], encoder.shape.num_embeddings, 0))
    put(encoder.norm.weight, w["embeddings/LayerNorm/gamma"])
    put(encoder.norm.bias, w["embeddings/LayerNorm/beta"])
    for i, layer in enumerate(encoder.layers):
        base = f"encoder/layer_{i}"
        parts = [f"{base}/attention/self/{p}" for p in ("query", "key", "value")]
        put(layer.qkv.weight, np.concatenate([w[f"{p}/kernel"].T for p in parts]))
        put(layer.qkv.bias, np.concatenate([w[f"{p}/bias"] for p in parts]))
        for param, name in ((layer.out, "attention/output/dense"), (layer.up, "intermediate/dense"), (layer.down, "output/dense")):
            put(param.weight, w[f"{base}/{name}/kernel"].T)
            put(param.bias, w[f"{base}/{name}/bias"])
        for param, name in ((layer.norm1, "attention/output"), (layer.norm2, "output")):
            put(param.weight, w[f"{base}/{name}/LayerNorm/gamma"])
            put(param.bias, w[f"{base}/{name}/LayerNorm/beta"])
