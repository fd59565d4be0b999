#!/bin/sh
# From the corpora and the base weights to models/attribution: train, export, tune, fixtures.
#   training/run.sh CORPORA_DIR WORK_DIR [ARGUMENT OF training.train …]
# CORPORA_DIR holds research/polnear; WORK_DIR gets the base weights, checkpoints and logs. PYTHON names the interpreter
# (with requirements.txt installed).
set -eu
cd "$(dirname "$0")/.."
corpora=$1 work=$2
shift 2
python=${PYTHON:-python3}
training/base.sh "$work/base"
"$python" -m training.train --corpora "$corpora" --base "$work/base" --out "$work/run" "$@"
last=$(ls "$work"/run/epoch-*.pt | sort -V | tail -n 1)
training/finish.sh "$corpora" "$work" "$last"
