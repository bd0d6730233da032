#!/usr/bin/env bash
# Converts records on a local Spark cluster and on this machine alone, and compares the two.
#
#   examples/spark/run.sh [number of records]
#
# Needs Python 3.9 or newer, Java 17 or newer, Node, and the command built (pnpm build). Exit codes: 0 the same, 1 not
# the same or a run failed, 3 something that is needed is missing.
set -euo pipefail
cd "$(dirname "$0")"
count=${1:-2000}
python=${PYTHON:-python3}
trialbridge=${TRIALBRIDGE_COMMAND:-"$(cd ../.. && pwd)/packages/cli/dist/trialbridge.js"}
cannot() { echo "The Spark example cannot run: $*" >&2; exit 3; }

"$python" -c 'import sys, venv; sys.exit(sys.version_info < (3, 9))' 2>/dev/null || cannot 'Python 3.9 or newer is missing.'
java -version 2>&1 | grep -Eq 'version "(1[7-9]|[2-9][0-9])' || cannot 'Java 17 or newer is missing.'
[ -f "$trialbridge" ] || cannot "$trialbridge is missing: run pnpm build."

mkdir -p out
if ! cmp -s requirements.txt out/venv/requirements.txt; then
  rm -rf out/venv
  "$python" -m venv out/venv
  out/venv/bin/pip install --quiet --disable-pip-version-check -r requirements.txt || cannot 'pip could not install PySpark.'
  cp requirements.txt out/venv/
fi

records=out/records.ndjson
if [ -f "${TRIALBRIDGE_CORPUS:-}/ctgov-v2.ndjson.gz" ]; then
  # head closes the pipe once it has enough.
  (gzip -dc "$TRIALBRIDGE_CORPUS/ctgov-v2.ndjson.gz" || true) 2>/dev/null | head -n "$count" > "$records"
else
  "$python" make_records.py "$count" > "$records"
fi
echo "$(wc -l < "$records") records, $(wc -c < "$records") bytes"

# The cluster is on this machine: nothing of it need listen on the network.
export SPARK_LOCAL_IP=127.0.0.1
rm -rf out/cluster
started=$SECONDS
out/venv/bin/python convert.py "$records" out/cluster --command "node $trialbridge" ${SPARK_MASTER:+--master "$SPARK_MASTER"}
echo "Spark took $((SECONDS - started)) s"
node "$trialbridge" convert - --to fhir-r4 --out - --quiet --duplicates keep < "$records" > out/single.ndjson
out/venv/bin/python check.py out/single.ndjson out/cluster
