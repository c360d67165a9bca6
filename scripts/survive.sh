#!/usr/bin/env bash
# Crashes, faults, crowds and long load against the real server: scripts/survive.sh BUILD [short|long|soak]
# short: what `make test` runs, under four minutes. long: 200 kills on each database, five failovers, an idle minute.
# soak: thirty minutes of mixed load. Each test prints its figures; docs/performance.md has the last ones.
set -uo pipefail
cd "$(dirname "$0")/.."
export DOORSTEP_BUILD=${1:?usage: scripts/survive.sh BUILD [short|long|soak]}
form=${2:-short}
failed=()

run() {
    local name=$1
    shift
    echo "== $name"
    nice python3 -B "tests/survive/${name}_test.py" "$@" || failed+=("$name")
}

case $form in
    short)
        run crash --rounds 10
        run faults
        run two_servers --seconds 6
        run replica
        run crowd
        run soak --minutes 1
        ;;
    long)
        run crash --rounds 200
        run faults
        run two_servers --seconds 60
        run replica --rounds 5
        run crowd --wait-for-idle
        ;;
    soak)
        run soak --minutes "${MINUTES:-30}"
        run soak --minutes "${MINUTES:-30}" --on postgres
        ;;
    *)
        echo "short, long or soak, not $form" >&2
        exit 2
        ;;
esac

if [ ${#failed[@]} -gt 0 ]; then
    echo "FAILED: ${failed[*]}"
    exit 1
fi
echo "It survived."
