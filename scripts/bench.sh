#!/usr/bin/env bash
# Build and run every measurement, with a PostgreSQL that syncs to disk: scripts/bench.sh BUILD
# Figures are for people to compare (docs/performance.md): only a program that breaks is a failure.
set -euo pipefail
cd "$(dirname "$0")/.."
build=${1:?usage: scripts/bench.sh BUILD}
cmake --build "$build" --target all_benches
while read -r program; do
    scripts/with_postgres.sh --durable "$program" --benchmark_repetitions=3 --benchmark_report_aggregates_only=true </dev/null
done <"$build/bench_programs.txt"
