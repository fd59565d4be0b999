"""The open sets that the pair model first learns from: rows of two texts for the entailment, topic and stance heads.

`load_open(corpora)` → list of Row. Parts that other sets are measured on (CAD's dev and test, the SNLI test) are left out.
"""

import csv
import io
import itertools
import json
import random
import zipfile
from dataclasses import dataclass
from pathlib import Path

NLI = {"entailment": 0, "neutral": 1, "contradiction": 2}
ENTAILMENT, TOPIC, STANCE = "entailment", "topic", "stance"


@dataclass(frozen=True)
class Row:
    """`label`: 0/1/2 of NLI for entailment; for topic 1 = the same point made; for stance 1 = opposite sides of one question."""

    task: str
    a: str
    b: str
    label: int


def table(path: Path, delimiter: str, encoding: str = "utf-8-sig") -> list[dict[str, str]]:
    quoting = csv.QUOTE_NONE if delimiter == "\t" else csv.QUOTE_MINIMAL
    return list(csv.DictReader(io.StringIO(path.read_text(encoding)), delimiter=delimiter, quoting=quoting))


def snli(d: Path) -> list[Row]:
    a, b, y = ((d / f"snli_dev/{n}.dev").read_text().splitlines() for n in ("s1", "s2", "labels"))
    return [Row(ENTAILMENT, p, q, NLI[z]) for p, q, z in zip(a, b, y, strict=True) if z in NLI]


def cad(d: Path) -> list[Row]:
    rows = table(d / "nli_cad/NLI/all_combined/train.tsv", "\t")
    return [Row(ENTAILMENT, r["sentence1"], r["sentence2"], NLI[r["gold_label"]]) for r in rows]


def breaking(d: Path) -> list[Row]:
    with zipfile.ZipFile(d / "nli_breaking_nli/breaking_nli_dataset.zip") as z:
        name = next(n for n in z.namelist() if n.endswith(".jsonl"))
        rows = [json.loads(line) for line in z.read(name).decode().splitlines() if line.strip()]
    return [Row(ENTAILMENT, r["sentence1"], r["sentence2"], NLI[r["gold_label"]]) for r in rows]


def conj(d: Path) -> list[Row]:
    rows = table(d / "nli_conjnli/data/NLI/adversarial_train_15k.tsv", "\t")
    return [Row(ENTAILMENT, r["Premise"], r["Hypothesis"], NLI[r["Label"]]) for r in rows if r["Label"] in NLI]


def fever(d: Path) -> list[Row]:
    label = {"SUPPORTS": 0, "NOT ENOUGH INFO": 1, "REFUTES": 2}
    out = []
    for part in ("symmetric_v0.2/fever_symmetric_dev.jsonl", "symmetric_v0.2/fever_symmetric_test.jsonl"):
        for r in map(json.loads, (d / "nli_fever_symmetric" / part).read_text().splitlines()):
            out.append(Row(ENTAILMENT, r["sentence1"], r["sentence2"], label[r["gold_label"]]))
    return out


def med(d: Path) -> list[Row]:
    rows = table(d / "nli_med/MED.tsv", "\t")
    return [Row(ENTAILMENT, r["sentence1"], r["sentence2"], NLI[r["gold_label"]]) for r in rows if r["gold_label"] in NLI]


def veridicality(d: Path) -> list[Row]:
    """Only what follows: "not entailed" mixes the neutral with the contradicted."""
    rows = json.loads((d / "nli_megaveridicality/train.json").read_text())
    return [Row(ENTAILMENT, r["context"], r["hypothesis"], 0) for r in rows if r["label"] == "entailed"]


def negation(d: Path) -> list[Row]:
    out = []
    for part in ("MNLI", "SNLI"):
        for r in table(d / f"nli_negation/data/new_benchmarks/clean_data/{part}.txt", "\t", "cp1252"):
            out.append(Row(ENTAILMENT, r["Text"], r["Hypothesis"], NLI[r["gold_label"]]))
    return out


def scone(d: Path) -> list[Row]:
    out = []
    for path in sorted((d / "nli_scone/scone_nli/train").glob("*.csv")):
        out += [Row(ENTAILMENT, r["sentence1"], r["sentence2"], NLI[r["gold_label"]]) for r in table(path, ",") if r.get("gold_label") in NLI]
    return out


def ambient(d: Path) -> list[Row]:
    """The readings made plain, each with the one label it has."""
    out = []
    for r in map(json.loads, (d / "nli_ambient/AmbiEnt/test.jsonl").read_text().splitlines()):
        for x in r["disambiguations"]:
            out.append(Row(ENTAILMENT, x["premise"], x["hypothesis"], NLI[x["label"]]))
    return out


def argkp(d: Path, rng: random.Random) -> list[Row]:
    """Arguments and the key points they make, or don't; key points of one topic for and against."""
    out = []
    for part, folder in (("train", "kpm_data"), ("dev", "kpm_data")):
        arguments = {r["arg_id"]: r["argument"] for r in table(d / f"argkp/{folder}/arguments_{part}.csv", ",")}
        points = {r["key_point_id"]: r for r in table(d / f"argkp/{folder}/key_points_{part}.csv", ",")}
        for r in table(d / f"argkp/{folder}/labels_{part}.csv", ","):
            if r["label"] == "1" or rng.random() < 0.3:
                out.append(Row(TOPIC, arguments[r["arg_id"]], points[r["key_point_id"]]["key_point"], int(r["label"])))
        topics: dict[str, list[dict]] = {}
        for p in points.values():
            topics.setdefault(p["topic"], []).append(p)
        for group in topics.values():
            for p, q in itertools.combinations(group, 2):
                out.append(Row(STANCE, p["key_point"], q["key_point"], int(p["stance"] != q["stance"])))
    return out


def perspectrum(d: Path, rng: random.Random) -> list[Row]:
    """Perspectives on one claim: paraphrases of one, and pairs for and against."""
    folder = d / "perspectrum/data/dataset"
    pool = {p["pId"]: p["text"] for p in json.loads((folder / "perspective_pool_v1.0.json").read_text())}
    out = []
    for claim in json.loads((folder / "perspectrum_with_answers_v1.0.json").read_text()):
        groups = [(g["stance_label_3"], [pool[i] for i in g["pids"] if i in pool]) for g in claim["perspectives"]]
        groups = [(s, t) for s, t in groups if s in ("SUPPORT", "UNDERMINE") and t]
        for _, texts in groups:
            out += [Row(TOPIC, p, q, 1) for p, q in itertools.combinations(texts, 2)]
        for (s, p), (t, q) in itertools.combinations(groups, 2):
            a, b = rng.choice(p), rng.choice(q)
            out.append(Row(STANCE, a, b, int(s != t)))
            if rng.random() < 0.3:
                out.append(Row(TOPIC, a, b, 0))
            out.append(Row(STANCE, claim["text"], a, int(s == "UNDERMINE")))
    return out


def load_open(corpora: Path, seed: int = 1) -> list[Row]:
    rng = random.Random(seed)
    d = corpora / "open"
    # Templated sets are capped: their patterns would drown the rest.
    parts = [(snli(d), None), (cad(d), None), (breaking(d), 2500), (conj(d), 5000), (fever(d), None), (med(d), 2000),
             (veridicality(d), 1000), (negation(d), None), (scone(d), 2500), (ambient(d), None), (argkp(d, rng), 9000), (perspectrum(d, rng), 9000)]
    rows: list[Row] = []
    for part, most in parts:
        rng.shuffle(part)
        rows += part[:most]
    rng.shuffle(rows)
    return rows
