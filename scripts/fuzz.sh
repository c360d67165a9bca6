#!/usr/bin/env bash
# Let libFuzzer loose on every parser of ours, one after the other: scripts/fuzz.sh [SECONDS [TARGET...]]
# Ten minutes each, at the lowest priority, unless told otherwise. What it found stays in build/fuzz/found/, and the run fails.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-600}
shift || true
cmake --preset fuzz >/dev/null
nice -19 cmake --build build/fuzz --target fuzz_programs
programs=("$@")
[ $# -gt 0 ] || mapfile -t programs < <(ls tests/fuzz/corpus)
mkdir -p build/fuzz/found
failed=0
for target in "${programs[@]}"; do
    learnt=build/fuzz/learnt/$target
    mkdir -p "$learnt"
    log=build/fuzz/$target.log
    if nice -19 "build/fuzz/tests/fuzz/fuzz_$target" -max_total_time="$seconds" -max_len=4096 -timeout=10 -rss_limit_mb=1024 \
        -print_final_stats=1 -artifact_prefix="build/fuzz/found/$target-" "$learnt" "tests/fuzz/corpus/$target" >"$log" 2>&1; then
        verdict=clean
    else
        verdict="FOUND SOMETHING: $log"
        failed=1
    fi
    runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
    printf '%-14s %5s s %14s executions  %s\n' "$target" "$seconds" "${runs:-?}" "$verdict"
done
exit "$failed"
