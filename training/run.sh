#!/bin/sh
# From the corpora and the base weights to models/attribution: a first small net, a teacher, its reading of the training part,
# the net that ships, export, tuning, fixtures.
#   training/run.sh CORPORA_DIR WORK_DIR [ARGUMENT OF training.train …]
# CORPORA_DIR holds research/polnear; WORK_DIR gets base weights and checkpoints. PYTHON names the interpreter (with
# requirements.txt installed). About three hours on two quiet cores.
set -eu
cd "$(dirname "$0")/.."
corpora=$1 work=$2
shift 2
python=${PYTHON:-python3}
training/base.sh "$work/base" teacher
bert=$work/base/bert/variables
train() { "$python" -m training.train --corpora "$corpora" --base "$work/base" "$@"; }
# 1. the small net on PolNeAR alone: two epochs, then two branches, averaged
train --out "$work/run" --epochs 6 --seed 1 "$@"
train --out "$work/branch" --epochs 6 --seed 2 --resume "$work/run/epoch-2.pt" "$@"
"$python" -m training.average "$work/run/epoch-6.pt" "$work/branch/epoch-6.pt" "$work/average.pt"
# 2. the teacher
train --bert "$bert" --out "$work/teacher" --epochs 3 --rate 7e-5 --seed 11 "$@"
# 3. what teacher and small net make of the training part, and what the teacher finds inside contents
teach() {
  "$python" -m training.teach --teacher "$work/teacher/epoch-3.pt" --bert "$bert" --with "$work/average.pt" \
    --corpora "$corpora" --base "$work/base" --out "$work/taught" --part "$1"
}
teach 0/2 & teach 1/2
wait
./readout read --jsonl "$corpora/research/polnear/data/train/text" > "$work/read.jsonl"
"$python" -m training.acts --read "$work/read.jsonl" --corpora "$corpora" --out "$work/taught/acts"
# 4. the net that ships: from the first one on, taught, with the own set
train --init "$work/average.pt" --taught "$work/taught" --soft 0.6 --own amber birch --repeat 4 \
  --out "$work/student" --epochs 4 --rate 1.3e-4 --seed 5 "$@"
training/finish.sh "$corpora" "$work" "$work/student/epoch-4.pt"
