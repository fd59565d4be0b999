#!/bin/sh
# From the corpora and the base weights to models/attribution: train, branch, average, export, tune, fixtures.
#   training/run.sh CORPORA_DIR WORK_DIR [ARGUMENT OF training.train …]
# CORPORA_DIR holds research/polnear; WORK_DIR gets the base weights and checkpoints. PYTHON names the interpreter (with
# requirements.txt installed).
set -eu
cd "$(dirname "$0")/.."
corpora=$1 work=$2
shift 2
python=${PYTHON:-python3}
training/base.sh "$work/base"
train() { "$python" -m training.train --corpora "$corpora" --base "$work/base" --epochs 6 "$@"; }
train --out "$work/run" --seed 1 "$@"
train --out "$work/branch" --seed 2 --resume "$work/run/epoch-2.pt" "$@"
"$python" -m training.average "$work/run/epoch-6.pt" "$work/branch/epoch-6.pt" "$work/average.pt"
training/finish.sh "$corpora" "$work" "$work/average.pt"
