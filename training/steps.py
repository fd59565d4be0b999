"""What every training run does at a step: parameters grouped by rate, gradients averaged over the processes and bounded."""

import torch
import torch.distributed as dist


def grouped(rates: dict[str, float], params: dict[str, torch.nn.Parameter], bare: tuple[str, ...] = ()) -> list[dict]:
    """Groups for AdamW by rate (`base` keeps it, for schedules); decay on matrices alone, but for those whose name holds one of `bare`."""
    out: dict[tuple[float, float], dict] = {}
    for name, lr in rates.items():
        decay = 0.01 if params[name].dim() > 1 and not any(part in name for part in bare) else 0.0
        out.setdefault((lr, decay), {"params": [], "lr": lr, "base": lr, "weight_decay": decay})["params"].append(params[name])
    return list(out.values())


def average(trained: list[torch.nn.Parameter], world: int) -> torch.Tensor:
    """Replaces every gradient by the mean over the processes, scaled to a norm of at most 1; the norm before."""
    grad = torch.cat([(p.grad if p.grad is not None else torch.zeros_like(p)).reshape(-1) for p in trained])
    dist.all_reduce(grad)
    grad /= world
    norm = grad.norm()
    if norm > 1:
        grad /= norm
    at = 0
    for p in trained:
        p.grad = grad[at : at + p.numel()].view_as(p)
        at += p.numel()
    return norm
