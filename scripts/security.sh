#!/usr/bin/env bash
# Run every test that docs/security.md names: scripts/security.sh BUILD
# Each C++ program is built and run with those tests only; tests against a real server run in their short form.
set -uo pipefail
cd "$(dirname "$0")/.."
build=${1:?usage: scripts/security.sh BUILD}
export DOORSTEP_BUILD=$build
failed=()

scripts/check_security.py || { echo "docs/security.md names what is not there"; exit 1; }
mapfile -t named < <(scripts/check_security.py --list)

# src/<folder>/... is tested by <folder>_tests, tests/<folder>/... by tests_<folder>.
declare -A filters
scripts_named=()
for row in "${named[@]}"; do
    path=${row%%$'\t'*} name=${row#*$'\t'}
    if [ -z "$name" ]; then scripts_named+=("$path"); continue; fi
    IFS=/ read -r top folder _ <<<"$path"
    program=$([ "$top" = src ] && echo "${folder}_tests" || echo "tests_$folder")
    filters[$program]+="$name:*/$name/*:*/$name:"
done

echo "Building"
if ! cmake --build "$build" --target doorstep "${!filters[@]}" >"$build/security-build.log" 2>&1; then
    tail -60 "$build/security-build.log"
    exit 1
fi

for program in $(printf '%s\n' "${!filters[@]}" | sort); do
    file=$(grep -E "/$program\$" "$build/test_programs.txt") || { echo "$program is no test program"; failed+=("$program"); continue; }
    log="$build/security-$program.log"
    if scripts/with_postgres.sh "$file" --gtest_color=no --gtest_filter="${filters[$program]%:}" >"$log" 2>&1 && ! grep -q ' 0 tests from' "$log"; then
        echo "$program: $(sed -nE 's/^\[  PASSED  \] (.*)/\1/p' "$log")"
    else
        cat "$log"
        failed+=("$program")
    fi
done

for path in "${scripts_named[@]}"; do
    case $path in
        scripts/*) arguments=() ;;
        *crash_test.py) arguments=(--rounds 5) ;;
        *soak_test.py) arguments=(--minutes 1) ;;
        *) arguments=() ;;
    esac
    echo "== $path"
    nice python3 -B "$path" "${arguments[@]}" || failed+=("$path")
done

if [ ${#failed[@]} -gt 0 ]; then
    echo "FAILED: ${failed[*]}"
    exit 1
fi
echo "Every test that docs/security.md names passed."
