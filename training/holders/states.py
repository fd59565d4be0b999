"""Trains src/resolve/pronoun-states.json: whom a pronoun means, by the features of ranker.json and by the attribution model's states of
the words, and folds the projection of these states into the model's graph as one more output.

    npx tsx training/holders/examples.ts CORPORA EXAMPLES.jsonl --follow --states WORDS.jsonl
    python -m training.holders.states EXAMPLES.jsonl WORDS.jsonl models/attribution src/resolve/pronoun-states.json [--report]

The encoder stays as it is: what is learnt is a matrix from the layers LAYERS to 2 × DIM numbers a piece (for a pronoun, for a candidate) and
a small net over them. `--report` writes nothing and only tells what is right on the parts that are held out.
"""

import json
import sys
from pathlib import Path

import numpy as np
import onnx
import onnxruntime as ort
import torch
from onnx import TensorProto, helper, numpy_helper

from ..export import write_config

torch.set_num_threads(1)
LAYERS, WIDTH = (5, 7), 384
DIM, HIDDEN, PLAIN, EPOCHS, DROP, BATCH = 32, 24, 12, 8, 0.5, 96
WEIGHT = {"gum": 1.5, "litbank": 0.25, "gap": 3.0, "own": 3.0, "open": 3.0, "late": 3.0, "talk": 3.0, "next": 3.0, "new1": 3.0, "more": 3.0, "wide-a": 3.0}
TAPS = [f"layer{k}.norm2.out" for k in LAYERS]
SIZE = len(LAYERS) * WIDTH


def load(path):
    """Examples with at most nine candidates and the right ones, as the rules order them."""
    found = []
    for line in open(path):
        one = json.loads(line)
        count = len(one["rows"])
        if one["kind"] != "pronoun" or count == 0 or max(one["gold"]) > count or "at" not in one:
            continue
        kept = [k for k in range(count) if k < 9 or k in one["gold"]]
        place = {k: n for n, k in enumerate(kept)} | {count: len(kept)}
        one["gold"] = [place[k] for k in one["gold"]]
        for name in ("rows", "last", "nominal"):
            one[name] = [one[name][k] for k in kept]
        found.append(one)
    return found


def tapped(model):
    """A session that gives the layers' outputs, [T, 384] each, and computes nothing beyond them."""
    graph = onnx.load(model).graph
    wanted, nodes = set(TAPS), []
    for node in reversed(graph.node):
        if wanted.intersection(node.output):
            nodes.append(node)
            wanted.update(node.input)
    inits = [one for one in graph.initializer if one.name in wanted]
    out = [helper.make_tensor_value_info(tap, TensorProto.FLOAT, ["T", WIDTH]) for tap in TAPS]
    cut = helper.make_graph(nodes[::-1], "cut", list(graph.input), out, inits)
    opsets = onnx.load(model, load_external_data=False).opset_import
    options = ort.SessionOptions()
    options.intra_op_num_threads = 1
    return ort.InferenceSession(helper.make_model(cut, opset_imports=opsets, ir_version=8).SerializeToString(), options)


def add_states(examples, words, model):
    """Each example's states: of the pronoun, of the candidates' last mentions, and of their last names or descriptions."""
    session = tapped(model)
    by_doc = {}
    for one in examples:
        by_doc.setdefault(one["doc"], []).append(one)
    for line in open(words):
        doc = json.loads(line)
        if doc["doc"] not in by_doc:
            continue
        rows = np.zeros((len(doc["starts"]), SIZE), np.float32)
        for window in doc["windows"]:
            feeds = {"input_ids": np.array(window["ids"], np.int32), "token_type_ids": np.array(window["types"], np.int32)}
            states = np.concatenate(session.run(TAPS, feeds), 1)
            for row, to, count in window["kept"]:
                rows[to : to + count] = states[row : row + count]

        def mean(span):
            first, stop = np.searchsorted(doc["starts"], span)
            return rows[min(first, max(0, stop - 1)) : stop].mean(0)

        for one in by_doc[doc["doc"]]:
            one["asked"] = mean(one["at"])
            one["states"] = [np.stack([mean(span) for span in one[name]]) for name in ("last", "nominal")]


class Set:
    """Examples as flat tables."""

    def __init__(self, examples):
        self.examples = examples
        self.rows = torch.from_numpy(np.concatenate([one["rows"] for one in examples]).astype(np.float32))
        self.asked = torch.from_numpy(np.stack([one["asked"] for one in examples]))
        self.last, self.nominal = (torch.from_numpy(np.concatenate([one["states"][k] for one in examples])) for k in (0, 1))
        self.count = np.array([len(one["rows"]) for one in examples])
        self.offset = np.concatenate([[0], np.cumsum(self.count)])

    def batch(self, ids):
        at = torch.from_numpy(np.concatenate([np.arange(self.offset[k], self.offset[k + 1]) for k in ids]))
        owner = torch.from_numpy(np.repeat(np.arange(len(ids)), self.count[ids]))
        return self.rows[at], self.asked[torch.from_numpy(ids)], self.last[at], self.nominal[at], owner


class Scorer(torch.nn.Module):
    def __init__(self, size, centre):
        super().__init__()
        self.linear = torch.nn.Linear(size, 1, bias=False)
        torch.nn.init.zeros_(self.linear.weight)
        self.inner, self.outer = torch.nn.Linear(size, PLAIN), torch.nn.Linear(PLAIN, 1, bias=False)
        self.nobody = torch.nn.Parameter(torch.zeros(1))
        self.asked, self.option = torch.nn.Linear(SIZE, DIM), torch.nn.Linear(SIZE, DIM)
        for layer in (self.asked, self.option):
            torch.nn.init.normal_(layer.weight, std=SIZE**-0.5)
            torch.nn.init.zeros_(layer.bias)
        self.pair, self.pair_out = torch.nn.Linear(size + 5 * DIM, HIDDEN), torch.nn.Linear(HIDDEN, 1, bias=False)
        self.product = torch.nn.Parameter(torch.full((2, DIM), 0.05))
        self.candidate = torch.nn.Parameter(torch.zeros(2, DIM))
        self.drop = torch.nn.Dropout(DROP)
        self.centre = centre

    def forward(self, rows, asked, last, nominal, owner):
        (asked_mean, asked_scale), (mean, scale) = self.centre
        project = lambda layer, states, mean, scale: torch.tanh(layer(self.drop((states - mean) / scale)))
        p = project(self.asked, asked, asked_mean, asked_scale)[owner]
        c, n = (project(self.option, states, mean, scale) for states in (last, nominal))
        logit = self.linear(rows)[:, 0] + self.outer(torch.relu(self.inner(rows)))[:, 0]
        logit = logit + (p * c) @ self.product[0] + (p * n) @ self.product[1] + c @ self.candidate[0] + n @ self.candidate[1]
        inputs = torch.cat([rows, *(self.drop(x) for x in (p, c, p * c, n, p * n))], 1)
        return logit + self.pair_out(torch.relu(self.pair(inputs)))[:, 0]

    def folded(self):
        """The centring and both projections as one matrix and one bias."""
        parts = []
        for layer, (mean, scale) in zip((self.asked, self.option), self.centre):
            weight = layer.weight.detach() / scale
            parts.append((weight.T.numpy(), (layer.bias.detach() - weight @ mean).numpy()))
        return np.concatenate([a for a, _ in parts], 1).astype(np.float32), np.concatenate([b for _, b in parts]).astype(np.float32)


def table(model, data, ids):
    """Log odds of candidates and, in the place behind the last one, of nobody."""
    logits, count = model(*data.batch(ids)), data.count[ids]
    owner = torch.from_numpy(np.repeat(np.arange(len(ids)), count))
    column = torch.from_numpy(np.concatenate([np.arange(n) for n in count]))
    out = torch.full((len(ids), int(count.max()) + 1), -1e9).index_put((owner, column), logits)
    return out.index_put((torch.arange(len(ids)), torch.from_numpy(count)), model.nobody.expand(len(ids)))


def train(data):
    torch.manual_seed(1)
    rng = np.random.default_rng(1)
    spread = lambda x: (x.mean(0), x.std(0) + 1e-3)
    model = Scorer(data.rows.shape[1], (spread(data.asked), spread(data.last)))
    plain = [p for name, p in model.named_parameters() if name.split(".")[0] in ("linear", "inner", "outer", "nobody")]
    ids = {id(p) for p in plain}
    rest = [p for p in model.parameters() if id(p) not in ids]
    optimizer = torch.optim.AdamW([{"params": plain, "weight_decay": 0.0, "lr": 6e-3}, {"params": rest, "weight_decay": 0.3, "lr": 2e-3}])
    steps = EPOCHS * -(-len(data.examples) // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, [6e-3, 2e-3], total_steps=steps)
    weights = torch.tensor([WEIGHT[one["source"]] for one in data.examples])
    for _ in range(EPOCHS):
        model.train()
        order = rng.permutation(len(data.examples))
        for at in range(0, len(order), BATCH):
            ids = order[at : at + BATCH]
            logs = torch.log_softmax(table(model, data, ids), 1)
            mask = torch.full(logs.shape, -1e9).numpy()
            for k, i in enumerate(ids):
                mask[k, data.examples[i]["gold"]] = 0
            w = weights[torch.from_numpy(ids)]
            loss = -(torch.logsumexp(logs + torch.from_numpy(mask), 1) * w).sum() / w.sum()
            loss = loss + 1e-4 * sum((p**2).sum() for p in plain)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
    return model.eval()


def right(model, data):
    found = {}
    with torch.no_grad():
        for at in range(0, len(data.examples), 256):
            ids = np.arange(at, min(at + 256, len(data.examples)))
            for i, choice in zip(ids, table(model, data, ids).argmax(1).tolist()):
                hits = found.setdefault(data.examples[i]["source"], [0, 0])
                hits[0] += choice in data.examples[i]["gold"]
                hits[1] += 1
    return {key: f"{100 * a / b:.1f} of {b}" for key, (a, b) in sorted(found.items())}


def numbers(model, features):
    places = lambda values: np.round(values.detach().numpy().astype(float), 4).tolist()
    return {
        "features": features,
        "linear": places(model.linear.weight[0]),
        "hidden": places(model.inner.weight),
        "bias": places(model.inner.bias),
        "out": places(model.outer.weight[0]),
        "nobody": round(model.nobody.item(), 4),
        "product": places(model.product),
        "candidate": places(model.candidate),
        "pair": {"hidden": places(model.pair.weight), "bias": places(model.pair.bias), "out": places(model.pair_out.weight[0])},
    }


def fold(folder, weight, bias):
    """Adds the output `state`, or puts other numbers into it; all else in the graph stays byte for byte."""
    path = folder / "model.onnx"
    model = onnx.load(path)
    graph = model.graph
    for kept in (graph.initializer, graph.node):
        others = [one for one in kept if not one.name.startswith("head.state.") and one.name != "state"]
        del kept[:]
        kept.extend(others)
    sums = []
    for k, tap in enumerate(TAPS):
        name = f"head.state.{k}"
        graph.initializer.append(numpy_helper.from_array(np.ascontiguousarray(weight[k * WIDTH : (k + 1) * WIDTH]), f"{name}.weight"))
        graph.node.append(helper.make_node("MatMul", [tap, f"{name}.weight"], [f"{name}.matmul"], name=f"{name}.matmul"))
        sums.append(f"{name}.matmul")
    graph.initializer.append(numpy_helper.from_array(bias, "head.state.bias"))
    graph.node.append(helper.make_node("Sum", [*sums, "head.state.bias"], ["state"], name="state"))
    if all(one.name != "state" for one in graph.output):
        graph.output.append(helper.make_tensor_value_info("state", TensorProto.FLOAT, ["T", weight.shape[1]]))
    onnx.checker.check_model(model)
    onnx.save(model, str(path))
    write_config(folder, {"states": int(weight.shape[1])})


def main():
    source, words, folder, target = (Path(arg) for arg in sys.argv[1:5])
    examples = load(source)
    add_states(examples, words, folder / "model.onnx")
    model = train(Set([one for one in examples if one["source"] in WEIGHT]))
    print(json.dumps(right(model, Set(examples)), indent=1))
    if "--report" in sys.argv:
        return
    with open(target.parent / "ranker.json") as known:
        features = json.load(known)["features"]
    target.write_text(json.dumps(numbers(model, features), separators=(",", ":")) + "\n")
    fold(folder, *model.folded())


if __name__ == "__main__":
    main()
