#!/usr/bin/env bash
# Debian's scanners against a real server on 127.0.0.1: scripts/scan.sh BUILD [FOLDER]
# Makes a demo site in a temporary folder, serves it at port 8190 (DOORSTEP_SCAN_PORT) and runs sqlmap and wapiti on it, signed in,
# then sslscan and testssl.sh on the same site over TLS. Each has a few minutes. What they said is kept in FOLDER (BUILD/scan), and
# what was made of it stands in docs/security.md. TOOLS="wapiti tls" leaves sqlmap out; MINUTES=10 gives each more than four.
# Packages: scripts/setup.sh scan. Nothing leaves the machine.
set -uo pipefail
cd "$(dirname "$0")/.."
build=$(realpath "${1:?usage: scripts/scan.sh BUILD [FOLDER]}")
results=$(realpath -m "${2:-$build/scan}")
port=${DOORSTEP_SCAN_PORT:-8190}
minutes=${MINUTES:-4}
tools=" ${TOOLS:-sqlmap wapiti tls} "
site=$(mktemp -d /tmp/doorstep-scan.XXXXXX)
server=
mkdir -p "$results"
trap '[ -n "$server" ] && kill "$server" 2>/dev/null; wait 2>/dev/null; rm -rf "$site"' EXIT

for tool in sqlmap wapiti sslscan testssl; do
    command -v $tool >/dev/null || { echo "$tool is not installed: scripts/setup.sh scan"; exit 2; }
done

serve() { # OPTIONS...: until it answers
    DOORSTEP_DIAGNOSTICS=true DOORSTEP_VERBOSE=true nice "$build/doorstep" --data "$site/data" serve --listen "127.0.0.1:$port" "$@" \
        >>"$results/server.log" 2>&1 &
    server=$!
    for _ in $(seq 100); do
        curl -sk -o /dev/null "http://127.0.0.1:$port/health" && return
        curl -sk -o /dev/null "https://127.0.0.1:$port/health" && return
        sleep 0.1
    done
    echo "The server did not start: $results/server.log"; exit 1
}
stop() { kill "$server"; wait "$server" 2>/dev/null; server=; }
within() { timeout --kill-after=10 "$((minutes * 60))" nice "$@" </dev/null; [ $? != 124 ] || echo "CUT OFF after $minutes minutes"; }
said() { # TOOL FILE PATTERN: what counts as a finding
    local found
    found=$(grep -cE "$3" "$2")
    printf '%-34s %s%s\n' "$1" "$([ "$found" = 0 ] && echo 'nothing found' || echo "$found lines to look at: $2")" \
        "$(grep -q 'CUT OFF' "$2" && echo ', not all tried in the time')"
}

: >"$results/server.log"
"$build/doorstep" --data "$site/data" demo --cases 600 --homes 400 >"$results/demo.log" 2>&1 || { cat "$results/demo.log"; exit 1; }
serve

# Somebody who is signed in: cookie, token of forms, a case and one of its people.
read -r cookie token reference person < <(python3 -B scripts/scan_session.py "$port" "$site/data") || exit 1
address="http://127.0.0.1:$port"
sql() { # NAME ARGUMENTS...
    [[ $tools == *" sqlmap "* ]] || return
    local name=$1
    shift
    within sqlmap --batch --level=2 --risk=2 --technique=BEUSQ --dbms=SQLite --threads=2 --flush-session --disable-coloring --ignore-code=404,422 \
        --output-dir="$site/sqlmap" --cookie="$cookie" --skip=csrf-token "$@" >"$results/sqlmap-$name.txt" 2>&1
    said "sqlmap: $name" "$results/sqlmap-$name.txt" 'is vulnerable|identified the following injection'
}
sql cases -u "$address/cases?owner=me&risk=high&state=open&kind=noise&sort=due&page=1" --skip=Cookie
sql case-history -u "$address/cases/$reference?kind=contact&before=1" --skip=Cookie
sql search -u "$address/search" --data="csrf-token=$token&words=noise" -p words
sql contact -u "$address/cases/$reference/contacts/new" -p person,method,summary,made-on-day \
    --data="csrf-token=$token&person=$person&made-on-day=1&made-on-month=6&made-on-year=2026&method=telephone&result=attempt&summary=x"
sql figures -u "$address/figures?period=2026-27-Q1&area=x&kind=noise" --skip=Cookie
sql session-cookie -u "$address/your-account" -p session

# Debian 12's wapiti 3.0.4 translates what to leave out with a regular expression that its Python refuses.
wapiti='import re, wapitiCore.net.crawler as crawler
crawler.wildcard_translate = lambda words: re.compile("(?ms)" + re.escape(words).replace(r"\*", ".*") + r"\Z")
from wapitiCore.main.wapiti import wapiti_main
wapiti_main()'
crawl() { # NAME COOKIE MODULES
    [[ $tools == *" wapiti "* ]] || return
    local headers=() modules=${3//[^,]/}
    [ -n "$2" ] && headers=(-H "Cookie: $2")
    local each=$(((minutes * 60 - 80) / (${#modules} + 1)))
    # It would look on the web for a database that it does not need.
    https_proxy=http://127.0.0.1:9 no_proxy=127.0.0.1 within /usr/bin/python3 -c "$wapiti" -u "$address/" --scope folder "${headers[@]}" -m "$3" \
        -x "$address/exit" -x "$address/sign-out" -x "$address/your-account/sign-out-everywhere" \
        -d 4 --max-links-per-page 20 --max-files-per-dir 25 --max-scan-time 60 --max-attack-time "$each" --flush-session --no-bugreport \
        -S normal --store-session "$site/wapiti-$1" -f txt -o "$results/wapiti-$1.txt" >"$results/wapiti-$1.log" 2>&1
    [ -e "$results/wapiti-$1.txt" ] || echo "CUT OFF: no report" >"$results/wapiti-$1.txt"
    said "wapiti: $1" "$results/wapiti-$1.txt" '^ *[A-Z].* : *[1-9][0-9]*$|vulnerability found'
}
crawl visitor "" "cookieflags,crlf,csp,csrf,exec,file,http_headers,methods,permanentxss,redirect,sql,xss"
crawl officer "$cookie" "crlf,csrf,exec,file,permanentxss,redirect,sql,xss"
stop
[[ $tools == *" tls "* ]] || exit 0

openssl req -x509 -newkey rsa:3072 -nodes -keyout "$site/key.pem" -out "$site/certificate.pem" -days 2 -subj /CN=127.0.0.1 \
    -addext subjectAltName=IP:127.0.0.1 2>/dev/null
serve --tls-cert "$site/certificate.pem" --tls-key "$site/key.pem"
within sslscan --no-colour "127.0.0.1:$port" >"$results/sslscan.txt" 2>&1
said sslscan "$results/sslscan.txt" '(SSLv[23]|TLSv1\.[01]) +enabled|[^t] vulnerable to heartbleed|RC4|3DES|NULL|EXP-|anon| 112 bits'
# Ciphers and groups are told by sslscan; the whole of testssl.sh takes far longer.
within testssl --quiet --color 0 --warnings off --nodns none --add-ca "$site/certificate.pem" --protocols --server-defaults --headers --vulnerable "https://127.0.0.1:$port" \
    >"$results/testssl.txt" 2>&1 || true
# Its own certificate names no list of revoked ones.
said testssl.sh "$results/testssl.txt" 'VULNERABLE|NOT ok [^-]|NOT ok$|Fatal error'
stop
said "the server's own log" "$results/server.log" ' error |A bug stopped'
