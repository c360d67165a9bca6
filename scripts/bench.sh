#!/usr/bin/env bash
# Build and run every measurement: scripts/bench.sh BUILD [--site]
# First the pages of a filled site on each database (CASES=100000 for a large one, CASES=1000,100000 for how they grow), then, without --site, the parts, with a PostgreSQL that
# syncs to disk. Figures are for people to compare (docs/performance.md): only a program that breaks is a failure.
set -euo pipefail
cd "$(dirname "$0")/.."
build=${1:?usage: scripts/bench.sh BUILD [--site]}
cmake --build "$build" --target doorstep
scripts/bench_site.py "$build" --cases "${CASES:-4500}" --who officer,manager
scripts/with_postgres.sh --durable scripts/bench_site.py "$build" --cases "${CASES:-4500}" --who officer,manager --database test
scripts/bench_bars.py "$build" --cases "${BARS_CASES:-10000}"
[ "${2:-}" != --site ] || exit 0
cmake --build "$build" --target all_benches
while read -r program; do
    scripts/with_postgres.sh --durable "$program" --benchmark_repetitions=3 --benchmark_report_aggregates_only=true </dev/null
done <"$build/bench_programs.txt"
