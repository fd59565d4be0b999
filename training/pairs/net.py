"""The pair model: the small encoder over both statements, pooled as first piece beside the mean, and a head each for entailment, topic
and stance (open sets), same question, verdict and reason (own pairs)."""

import torch
from torch import nn
from torch.nn import functional as F

from ..net import WIDTH, Encoder
from .statements import REASONS, VERDICTS

HEADS = {"entailment": 3, "topic": 1, "stance": 1, "same": 1, "verdict": len(VERDICTS), "reason": len(REASONS)}


class PairNet(nn.Module):
    def __init__(self, dropout: float = 0.1):
        super().__init__()
        self.encoder = Encoder(dropout)
        self.heads = nn.ModuleDict({name: nn.Linear(2 * WIDTH, n) for name, n in HEADS.items()})

    def forward(self, ids: torch.Tensor, segments: torch.Tensor) -> dict[str, torch.Tensor]:
        """ids and segments [B, T], 0 where padded; logits [B, n] of every head."""
        real = ids != 0
        x = self.encoder(ids, segments, real).float()
        with torch.autocast("cpu", enabled=False):
            mask = real[..., None].float()
            pooled = torch.cat([x[:, 0], (x * mask).sum(1) / mask.sum(1)], -1)
            pooled = F.dropout(pooled, 0.1, self.training)
            return {name: head(pooled) for name, head in self.heads.items()}
