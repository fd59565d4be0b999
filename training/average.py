"""The mean of two checkpoints that share their first epochs: a little better than either, and steadier.

    python -m training.average ONE.pt OTHER.pt OUT.pt

(Wortsman et al. 2022, "Model soups"; it works because the branches stay in one basin.)
"""

import sys

import torch


def main(one: str, other: str, out: str) -> None:
    a, b = (torch.load(p, map_location="cpu", weights_only=True) for p in (one, other))
    a["net"] = {k: (v + b["net"][k]) / 2 if v.is_floating_point() else v for k, v in a["net"].items()}
    torch.save(a, out)


if __name__ == "__main__":
    main(*sys.argv[1:])
