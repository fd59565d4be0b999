#!/bin/sh
# One minute: two epochs on twelve articles, export, one document through the exported model. The figures mean nothing.
#   training/smoke.sh CORPORA_DIR WORK_DIR
set -eu
cd "$(dirname "$0")/.."
corpora=$1 work=$2
python=${PYTHON:-python3}
training/base.sh "$work/base"
"$python" -m training.train --corpora "$corpora" --base "$work/base" --out "$work/smoke" --epochs 2 --limit 12 --port 29531
"$python" -m training.export --checkpoint "$work/smoke/epoch-2.pt" --base "$work/base" --out "$work/smoke/model"
"$python" - "$work" <<'END'
import sys
from pathlib import Path
from training.decode import Settings, attributions, run, spans
from training.evaluate import linker, session
from training.fixtures import TEXTS
from training.pieces import load_tokenizer, pieces
work = Path(sys.argv[1])
link, trans, _ = linker(work / "smoke/model")
doc = run([pieces(load_tokenizer(work / "base/e5-small-v2-tokenizer.json"), TEXTS[2])], session(work / "smoke/model"))
found = spans(doc, trans, Settings())
print(f"smoke: {len(found)} spans, {len(attributions(doc, found, link, Settings()))} attributions: the chain runs")
END
