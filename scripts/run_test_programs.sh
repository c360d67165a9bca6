#!/usr/bin/env bash
# Run the GoogleTest programs of a build, one after the other: scripts/run_test_programs.sh BUILD
# Of each, its closing lines are shown; all its output when it fails. Needs what scripts/test.sh sets up.
set -uo pipefail
build=${1:?usage: scripts/run_test_programs.sh BUILD}
programs=0 tests=0 failures=()

while read -r program; do
    name=$(basename "$program")
    log="$build/$name.log"
    echo "== $name"
    "$program" --gtest_color=no >"$log" 2>&1 </dev/null
    status=$?
    programs=$((programs + 1))
    # What it says after its last test. A program that died has no such lines.
    closing=$(sed -n '/^\[==========\] .* ran\./,$p' "$log")
    tests=$((tests + $(grep -oE '^\[==========\] [0-9]+' <<<"$closing" | grep -oE '[0-9]+' || echo 0)))
    if [ $status -ne 0 ] || [ -z "$closing" ]; then
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
