#!/usr/bin/env bash
# Run the GoogleTest programs of a build, one on each processor: scripts/run_test_programs.sh BUILD
# Of each, its closing lines are shown; all its output when it fails. Needs what scripts/test.sh sets up.
set -uo pipefail
build=${1:?usage: scripts/run_test_programs.sh BUILD}

# Every program has folders, ports and databases of its own.
run_program() {
    local log="$2/$(basename "$1").log"
    "$1" --gtest_color=no >"$log" 2>&1 </dev/null
    echo $? >"$log.status"
}
export -f run_program
rm -f "$build"/*.log.status
xargs -P "$(nproc)" -I{} bash -c 'run_program "$1" "$2"' _ {} "$build" <"$build/test_programs.txt" &
trap 'kill $! 2>/dev/null' EXIT

programs=0 tests=0 failures=()
while read -r program; do
    name=$(basename "$program")
    log="$build/$name.log"
    until [ -s "$log.status" ] || ! kill -0 $! 2>/dev/null; do sleep 0.2; done
    status=$(cat "$log.status" 2>/dev/null || echo "never ran")
    programs=$((programs + 1))
    # What it says after its last test. A program that died has no such lines.
    closing=$(sed -n '/^\[==========\] .* ran\./,$p' "$log")
    tests=$((tests + $(grep -oE '^\[==========\] [0-9]+' <<<"$closing" | grep -oE '[0-9]+' || echo 0)))
    echo "== $name"
    if [ "$status" != 0 ] || [ -z "$closing" ]; then
        cat "$log"
        failures+=("$name (exit $status)")
    else
        echo "$closing"
    fi
done <"$build/test_programs.txt"

if [ ${#failures[@]} -gt 0 ]; then
    echo "$programs test programs, $tests tests; FAILED: ${failures[*]}"
    exit 1
fi
echo "$programs test programs, $tests tests: all passed"
[ "$programs" -gt 0 ]
