"""Trains the small rankers of src/resolve on what examples.ts wrote: which candidate a description or a pronoun means, or nobody.

    python training/holders/train.py description EXAMPLES.jsonl src/resolve/nominal-ranker.json
    python training/holders/train.py pronoun EXAMPLES.jsonl src/resolve/ranker.json

A linear path and one hidden layer, one logit a candidate, a softmax over the candidates and "nobody". Where SEEDS names several the
mean of their nets is written, as one net with all their hidden units. Takes a minute on one core. `--report` only prints what is held
out, by source. EXAMPLES come from `examples.ts --follow`.
"""

import json
import sys

import numpy as np
import torch

torch.set_num_threads(1)
WEIGHT = {
    "description": {"gum": 1.0, "litbank": 0.3, "events": 4.0, "own": 4.0, "open": 8.0, "late": 8.0, "talk": 4.0, "next": 8.0, "new1": 8.0, "more": 8.0, "wide-a": 6.0, "wide-b": 6.0, "calm": 6.0, "ebb": 6.0, "fjord": 6.0},
    "pronoun": {"gum": 1.5, "litbank": 0.25, "gap": 3.0, "own": 3.0, "open": 3.0, "late": 3.0, "talk": 3.0, "next": 3.0, "new1": 3.0, "more": 3.0, "wide-a": 3.0, "wide-b": 3.0, "calm": 3.0, "ebb": 3.0, "fjord": 3.0},
}
DEV = ("own-dev", "gum-dev")
HIDDEN = {"description": 12, "pronoun": 12}
DECAY = {"description": 1e-3, "pronoun": 1e-4}
SEEDS = {"description": (1, 2, 3), "pronoun": (1,)}
EPOCHS = {"description": 14, "pronoun": 12}


def load(path, kind):
    found = []
    with open(path) as lines:
        for line in lines:
            one = json.loads(line)
            if one["kind"] != kind:
                continue
            rows = one["rows"]
            count = len(rows) - 1 if kind == "description" else len(rows)
            if count == 0 or max(one["gold"]) > count:
                continue
            found.append((one["source"], one["words"], np.array(rows[:count], np.float32), np.array(rows[count], np.float32) if kind == "description" else None, one["gold"]))
    return found


class Net(torch.nn.Module):
    """Linear beside one hidden layer; `bias` of the last layer means nothing among candidates."""

    def __init__(self, size, hidden):
        super().__init__()
        self.linear = torch.nn.Linear(size, 1, bias=False)
        self.inner = torch.nn.Linear(size, hidden)
        self.outer = torch.nn.Linear(hidden, 1, bias=False)
        torch.nn.init.zeros_(self.linear.weight)

    def forward(self, rows):
        return (self.linear(rows) + self.outer(torch.relu(self.inner(rows)))).squeeze(-1)

    def numbers(self):
        places = lambda values: np.round(values.detach().numpy(), 4).tolist()
        return {"linear": places(self.linear.weight[0]), "hidden": places(self.inner.weight), "bias": places(self.inner.bias), "out": places(self.outer.weight[0])}


class Ranker(torch.nn.Module):
    def __init__(self, kind, size, fresh, seed):
        super().__init__()
        torch.manual_seed(seed)
        self.option = Net(size, HIDDEN[kind])
        self.fresh = Net(fresh, 4) if fresh else None
        self.nobody = torch.nn.Parameter(torch.zeros(1))

    def forward(self, rows, starts, owner, fresh):
        """Logits of all candidates of a batch, and of nobody for each mention."""
        logits = self.option(rows)
        none = self.fresh(fresh) + self.nobody if self.fresh else self.nobody.expand(len(starts))
        return logits, none


class Mean(torch.nn.Module):
    """The mean logits of several rankers."""

    def __init__(self, models):
        super().__init__()
        self.models = torch.nn.ModuleList(models)

    def forward(self, *inputs):
        found = [model(*inputs) for model in self.models]
        return sum(logits for logits, _ in found) / len(found), sum(none for _, none in found) / len(found)


def merged(nets):
    """One net that gives the mean of several."""
    parts = [net.numbers() for net in nets]
    places = lambda values: np.round(values, 4).tolist()
    return {
        "linear": places(np.mean([part["linear"] for part in parts], 0)),
        "hidden": [unit for part in parts for unit in part["hidden"]],
        "bias": [value for part in parts for value in part["bias"]],
        "out": places(np.concatenate([part["out"] for part in parts]) / len(parts)),
    }


def batches(examples, size, rng):
    order = rng.permutation(len(examples)) if rng is not None else np.arange(len(examples))
    for at in range(0, len(order), size):
        yield [examples[k] for k in order[at : at + size]]


def chances(model, batch):
    rows = torch.from_numpy(np.concatenate([one[2] for one in batch]))
    counts = torch.tensor([len(one[2]) for one in batch])
    owner = torch.repeat_interleave(torch.arange(len(batch)), counts)
    fresh = torch.from_numpy(np.stack([one[3] for one in batch])) if batch[0][3] is not None else None
    logits, none = model(rows, counts, owner, fresh)
    width = int(counts.max()) + 1
    table = torch.full((len(batch), width), -1e9)
    column = torch.arange(len(owner)) - (torch.cumsum(counts, 0) - counts)[owner]
    table[owner, column] = logits
    table = table.clone()
    table[torch.arange(len(batch)), counts] = none
    return torch.log_softmax(table, 1)


def loss_of(model, batch, weights):
    logs = chances(model, batch)
    total = 0
    mask = torch.full_like(logs, -1e9)
    for k, one in enumerate(batch):
        mask[k, one[4]] = 0
    right = torch.logsumexp(logs + mask, 1)
    return -(right * weights).sum() / weights.sum()


def train(kind, examples, seed, epochs):
    rng = np.random.default_rng(seed)
    model = Ranker(kind, examples[0][2].shape[1], None if examples[0][3] is None else len(examples[0][3]), seed)
    optimizer = torch.optim.AdamW(model.parameters(), lr=4e-3, weight_decay=0)
    steps = epochs * (len(examples) // 64 + 1)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 6e-3, total_steps=steps)
    for _ in range(epochs):
        for batch in batches(examples, 64, rng):
            weights = torch.tensor([WEIGHT[kind].get(one[0], 1.0) for one in batch])
            loss = loss_of(model, batch, weights)
            loss = loss + DECAY[kind] * sum((p**2).sum() for p in model.parameters())
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
    return model


def right(model, examples):
    """Share of examples whose likeliest choice is a right one, by source, and by whether somebody before is right."""
    found = {}
    with torch.no_grad():
        for batch in batches(examples, 256, None):
            best = chances(model, batch).argmax(1).tolist()
            for one, choice in zip(batch, best):
                for key in (one[0], f"{one[0]} {'new' if one[4][0] == len(one[2]) else 'known'}"):
                    hits = found.setdefault(key, [0, 0])
                    hits[0] += choice in one[4]
                    hits[1] += 1
    return {key: f"{100 * a / b:.1f} of {b}" for key, (a, b) in sorted(found.items())}


def folds(kind, examples, held, epochs):
    """What a model trained without the held sources gets on them."""
    train_set = [one for one in examples if one[0] not in (*held, *DEV)]
    return train(kind, train_set, 1, epochs)


def main():
    kind, source, target = sys.argv[1:4]
    examples = load(source, kind)
    if "--report" in sys.argv:
        held = ("open", "late", "talk", "next", "new1", "events")
        model = folds(kind, examples, held, EPOCHS[kind])
        print("trained without the fresh texts:", json.dumps(right(model, [one for one in examples if one[0] in held or one[0] in DEV]), indent=1))
        model = folds(kind, examples, ("own", "gap"), EPOCHS[kind])
        print("trained without own, gap:", json.dumps(right(model, [one for one in examples if one[0] in ("own", "gap") or one[0] in DEV]), indent=1))
        return
    learning = [one for one in examples if one[0] not in DEV]
    models = [train(kind, learning, seed, EPOCHS[kind]) for seed in SEEDS[kind]]
    model = Mean(models)
    nobody = round(float(np.mean([one.nobody.item() for one in models])), 4)
    print(json.dumps(right(model, examples), indent=1))
    with open(target) as known:
        old = json.load(known)
    if kind == "description":
        kept = {"features": old["features"], "fresh features": old["fresh features"]}
        option = merged([one.option for one in models])
        new = {**kept, "option": option, "fresh": merged([one.fresh for one in models]), "nobody": nobody}
    else:
        new = {"features": old["features"], **merged([one.option for one in models]), "nobody": nobody}
    with open(target, "w") as file:
        file.write(json.dumps(new, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
