#!/usr/bin/env bash
# House rules: scripts/check.sh runs every check, says what is wrong, and fails when anything is.
set -uo pipefail
cd "$(dirname "$0")/.."
failed=0

check() { # WORDS COMMAND...
    local words="$1" output
    shift
    if output="$("$@" 2>&1)"; then
        echo "ok      $words"
    else
        echo "FAILED  $words"
        printf '%s\n' "$output" | sed 's/^/        /'
        failed=1
    fi
}

# Names each file with its count of places, not the places.
formatted() {
    local found files
    found="$(git ls-files -z 'src/*.h' 'src/*.cpp' 'tests/*.h' 'tests/*.cpp' 'bench/*.h' 'bench/*.cpp' |
        xargs -0 --no-run-if-empty -n 25 -P 2 clang-format --dry-run -Werror 2>&1)" && return 0
    files="$(sed -nE 's/^([^:]+):[0-9]+:[0-9]+: error:.*/\1/p' <<<"$found" | sort | uniq -c)"
    printf '%s\n' "${files:-$found}"
    return 1
}

check "layers: folders of src/ use only those below them" scripts/check_layers.py
check "trusted markup: only where markup is looked after" scripts/check_trusted.py
check "words: nothing that only its writer understands" scripts/check_words.py
check "Welsh: whatever residents can read in English" scripts/check_welsh.py
check "migrations: names, numbers and HEAD" scripts/check_migrations.py
check "law: the code and law/ name the same provisions" scripts/check_law.py
check "docs/security.md names tests that are there" scripts/check_security.py
check "the checks notice what they are for" python3 tests/checks/checks_test.py
check "C++ is formatted (make format does it)" formatted
exit $failed
