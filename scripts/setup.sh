#!/usr/bin/env bash
# Install what is missing: scripts/setup.sh build|test|scan
# Says what it does, does nothing when all is there, and needs root (or sudo) only to install.
set -euo pipefail
cd "$(dirname "$0")/.."
groups=(build)
[ "${1:-build}" = build ] || groups+=("$1")

wanted=()
for group in "${groups[@]}"; do
    while read -r package; do wanted+=("$package"); done < <(grep -v '^#' "scripts/packages/$group.txt")
done
missing=()
for package in "${wanted[@]}"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
done

# A machine has one mail server, and whoever set up another one keeps it: the tests that need Exim say so.
other=$(dpkg-query -W -f='${db:Status-Abbrev} ${Provides} ${Package}\n' 2>/dev/null |
    awk '/^ii/ && /mail-transport-agent/ && $NF !~ /^exim4/ { print $NF; exit }')
if [ -n "$other" ]; then
    echo "$other is this machine's mail server: Exim is not installed beside it, and tests that need it cannot run."
    for n in "${!missing[@]}"; do [ "${missing[n]}" = exim4-daemon-light ] && unset "missing[n]"; done
fi

if [ ${#missing[@]} -gt 0 ]; then
    echo "Installing ${#missing[@]} Debian packages: ${missing[*]}"
    as_root=""
    [ "$(id -u)" = 0 ] || as_root=sudo
    # The tests start a PostgreSQL of their own: no cluster on the machine's behalf.
    if [[ " ${missing[*]} " == *" postgresql-15 "* ]] && [ ! -e /etc/postgresql-common/createcluster.conf ]; then
        $as_root mkdir -p /etc/postgresql-common
        echo "create_main_cluster = false" | $as_root tee /etc/postgresql-common/createcluster.conf >/dev/null
    fi
    # And a mail server of their own: none runs on the machine's behalf either.
    if [[ " ${missing[*]} " == *" exim4-daemon-light "* ]] && [ ! -e /etc/default/exim4 ]; then
        echo "QUEUERUNNER='nodaemon'" | $as_root tee /etc/default/exim4 >/dev/null
        # Its package would write a configuration and try it as another user, which fails where the root folder is closed to others.
        $as_root mkdir -p /etc/exim4
        echo "# Exim is here for Doorstep's tests, which bring their own configuration. To use it on this machine, remove this file" \
            "and run dpkg-reconfigure exim4-config." | $as_root tee /etc/exim4/exim4.conf >/dev/null
    fi
    $as_root apt-get update -q
    # One command for all: installed apart, some packages would bring another version of Boost.
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends \
        -o Dpkg::Use-Pty=0 -o Dpkg::Options::=--force-confold "${missing[@]}"
else
    echo "All Debian packages are there."
fi

scripts/node.sh --version >/dev/null
