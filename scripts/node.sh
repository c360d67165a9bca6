#!/usr/bin/env bash
# Run Node.js: scripts/node.sh [--npm|--npx] ARGUMENT...
# Uses the machine's own Node when it is new enough (20.19 or later), else one kept in .tools/, fetched from the npm
# registry and checked against the hash below. Debian 12's own is 18.
set -euo pipefail
root="$(cd "$(dirname "$0")/.." && pwd)"
version=24.21.0
npm_version=11.19.1
registry="${npm_config_registry:-https://registry.npmjs.org}"
case "$(uname -m)" in
    x86_64) platform=linux-x64 hash=3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q== ;;
    aarch64) platform=linux-arm64 hash=FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g== ;;
    *) echo "No Node.js for $(uname -m): install version 20.19 or later yourself" >&2; exit 3 ;;
esac
npm_hash=ztsxKxt/kkIaAs+2i0GU6I+DRmUdrNasxTZKJe9TCdSjKxlhah/4r/hl5ygMD6XAg1qZ9c2TNomR4qgOydp10g==

new_enough() {
    command -v node >/dev/null && command -v npm >/dev/null &&
        node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)'
}

fetch() { # PACKAGE VERSION SHA512 FOLDER
    local file="$root/.tools/$1.tgz"
    mkdir -p "$root/.tools"
    curl -fsSL --retry 3 -o "$file" "${registry%/}/$1/-/$1-$2.tgz"
    if [ "$(openssl dgst -sha512 -binary "$file" | openssl base64 -A)" != "$3" ]; then
        echo "$1 $2 from ${registry} is not what we expect (SHA-512 differs): not used" >&2
        exit 1
    fi
    mkdir -p "$4.new" && tar -xzf "$file" -C "$4.new" --strip-components=1 && rm "$file"
    rm -rf "$4" && mv "$4.new" "$4"
}

if ! new_enough; then
    node_home="$root/.tools/node-$version"
    npm_home="$root/.tools/npm-$npm_version"
    [ -x "$node_home/bin/node" ] || { echo "Fetching Node.js $version" >&2; fetch "node-$platform" "$version" "$hash" "$node_home"; }
    [ -e "$npm_home/bin/npm-cli.js" ] || { echo "Fetching npm $npm_version" >&2; fetch npm "$npm_version" "$npm_hash" "$npm_home"; }
    export PATH="$node_home/bin:$PATH"
    case "${1:-}" in
        --npm) shift; exec node "$npm_home/bin/npm-cli.js" "$@" ;;
        --npx) shift; exec node "$npm_home/bin/npx-cli.js" "$@" ;;
    esac
fi
case "${1:-}" in
    --npm) shift; exec npm "$@" ;;
    --npx) shift; exec npx "$@" ;;
    *) exec node "$@" ;;
esac
