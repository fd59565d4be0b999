#!/bin/sh
# A checkpoint to models/attribution: export, tune, fixtures.
#   training/finish.sh CORPORA_DIR WORK_DIR CHECKPOINT [MODEL_DIR]
set -eu
cd "$(dirname "$0")/.."
corpora=$1 work=$2 checkpoint=$3 model=${4:-models/attribution}
python=${PYTHON:-python3}
mkdir -p "$work/cache"
rm -f "$work"/cache/*.pkl
"$python" -m training.export --checkpoint "$checkpoint" --base "$work/base" --out "$model"
"$python" -m training.tune --model "$model" --corpora "$corpora" --base "$work/base" --cache "$work/cache"
if [ "$model" = models/attribution ]; then "$python" -m training.fixtures --model "$model" --base "$work/base"; fi
