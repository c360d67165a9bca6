#!/usr/bin/env bash
# Build and run every test: scripts/test.sh BUILD [--without-browser|--only-browser]
# Quiet while all is well; a program that fails shows everything it said. Exits with 1 when anything failed.
set -uo pipefail
cd "$(dirname "$0")/.."
build=${1:?usage: scripts/test.sh BUILD [--without-browser|--only-browser]}
part=${2:-all}
failed=()

run_programs() {
    echo "Building the tests"
    local log="$build/test-build.log"
    if ! cmake --build "$build" --target doorstep all_tests 2>&1 | tee "$log" | scripts/now_and_then.sh; then
        grep -aE 'FAILED|error|undefined reference' "$log" | head -40
        tail -60 "$log"
        failed+=("the build")
        return
    fi
    # A machine with another mail server keeps it (scripts/setup.sh), and goes without the tests of Exim.
    local mail=1
    [ -x /usr/sbin/exim4 ] || [ ! -e /usr/sbin/sendmail ] || mail=
    env DOORSTEP_TEST_POSTGRES_REQUIRED=1 ${mail:+DOORSTEP_TEST_MAIL_SERVER_REQUIRED=1} \
        scripts/with_postgres.sh scripts/run_test_programs.sh "$build" ||
        failed+=("C++ tests")
}

run_browser() {
    [ -e frontend/test/run.mjs ] || { echo "No browser tests yet"; return; }
    cmake --build "$build" --target doorstep render_gallery >"$build/browser-build.log" 2>&1 || {
        tail -60 "$build/browser-build.log"
        failed+=("the build")
        return
    }
    scripts/node.sh frontend/test/run.mjs "$build" || failed+=("browser tests")
}

run_survival() {
    [[ " ${failed[*]} " != *" the build "* ]] || return
    scripts/survive.sh "$build" short || failed+=("survival")
}

[ "$part" = --only-browser ] || run_programs
[ "$part" = all ] && run_survival
[ "$part" = --without-browser ] || run_browser

if [ ${#failed[@]} -gt 0 ]; then
    printf 'FAILED:'; printf ' %s.' "${failed[@]}"; echo
    exit 1
fi
echo "All tests passed."
