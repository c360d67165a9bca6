#!/usr/bin/env bash
# Run a command with a PostgreSQL server of its own: scripts/with_postgres.sh [--durable] COMMAND [ARGUMENT...]
# The server lives in a temporary folder, listens on 127.0.0.1 and a private socket, and goes when the command ends.
# The command finds it in DOORSTEP_TEST_POSTGRES. For tests only: it trusts everyone. It lives in memory where there is
# room and does not sync; with --durable it is on disk and does, for measurements.
set -euo pipefail
sync=off
if [ "${1:-}" = --durable ]; then
    sync=on
    shift
fi
[ $# -gt 0 ] || { sed -n '2,5s/^# //p' "$0" >&2; exit 2; }

bin=$(pg_config --bindir 2>/dev/null || true)
[ -x "$bin/initdb" ] || bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
[ -x "$bin/initdb" ] || { echo "PostgreSQL's server is not installed: scripts/setup.sh test" >&2; exit 3; }

# PostgreSQL refuses to run as root.
as_owner=()
if [ "$(id -u)" = 0 ]; then
    owner=postgres
    getent passwd "$owner" >/dev/null || owner=nobody
    as_owner=(runuser -u "$owner" --)
    # In a root folder that is closed to others, as of a system unpacked by hand, nobody but root could run anything.
    runuser -u "$owner" -- true 2>/dev/null ||
        as_owner=(setpriv --reuid="$owner" --regid="$(id -g "$owner")" --clear-groups
            --inh-caps=-all,+dac_override --ambient-caps=-all,+dac_override --securebits=+no_setuid_fixup)
fi

# The path must be short, as that of a socket is at most 107 bytes.
base=/tmp
[ "$sync" = off ] && [ -d /dev/shm ] && [ "$(df -Pk /dev/shm | awk 'NR == 2 { print $4 }')" -gt 1000000 ] && base=/dev/shm
folder=$(mktemp -d "$base/doorstep-pg.XXXXXX")
server=""
finish() {
    status=$?
    trap - EXIT INT TERM HUP
    [ -n "$server" ] || server=$(head -1 "$folder/data/postmaster.pid" 2>/dev/null || true)
    if [ -n "$server" ] && kill -0 "$server" 2>/dev/null; then
        kill -INT "$server" 2>/dev/null || true # fast shutdown: closes sessions
        for _ in $(seq 100); do kill -0 "$server" 2>/dev/null || break; sleep 0.05; done
        kill -QUIT "$server" 2>/dev/null || true
    fi
    rm -rf "$folder"
    exit "$status"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP
[ ${#as_owner[@]} = 0 ] || chown "$owner" "$folder"

cd "$folder"
if ! "${as_owner[@]}" "$bin/initdb" --pgdata="$folder/data" --username=doorstep --auth=trust --encoding=UTF8 \
    --locale=C.UTF-8 --no-sync >"$folder/initdb.log" 2>&1; then
    cat "$folder/initdb.log" >&2
    exit 3
fi
cat >>"$folder/data/postgresql.conf" <<SETTINGS
listen_addresses = '127.0.0.1'
unix_socket_directories = '$folder'
fsync = $sync
full_page_writes = $sync
max_connections = 200
shared_buffers = 64MB
logging_collector = off
SETTINGS

# Somebody else may take a port between our look and the server's start: then another one.
for _ in 1 2 3 4 5; do
    port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
    # The server's own process, not runuser's: its number is in its lock file.
    "${as_owner[@]}" "$bin/postgres" -D "$folder/data" -p "$port" >"$folder/server.log" 2>&1 &
    for _ in $(seq 200); do
        if "$bin/pg_isready" -q -h "$folder" -p "$port" -U doorstep -d postgres; then
            server=$(head -1 "$folder/data/postmaster.pid")
            break 2
        fi
        kill -0 $! 2>/dev/null || break
        sleep 0.05
    done
done
[ -n "$server" ] || { echo "PostgreSQL did not start:" >&2; cat "$folder/server.log" >&2; exit 3; }

cd "$OLDPWD"
export DOORSTEP_TEST_POSTGRES="postgresql://doorstep@127.0.0.1:$port/postgres"
# In the background and waited for, so that a signal to this script is acted on at once.
"$@" &
command=$!
trap 'kill -TERM $command 2>/dev/null || true; exit 130' INT
trap 'kill -TERM $command 2>/dev/null || true; exit 143' TERM HUP
wait "$command"
