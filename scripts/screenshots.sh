#!/usr/bin/env bash
# Take the README's screenshots again: scripts/screenshots.sh BUILD
# They are the pages of the browser tests of the main job, on the demo as `make run` fills it, and of orders.
set -euo pipefail
cd "$(dirname "$0")/.."
build=${1:?usage: scripts/screenshots.sh BUILD}
cmake --build "$build" --target doorstep >/dev/null
taken=$(mktemp -d)
trap 'rm -rf "$taken"' EXIT
DOORSTEP_SCREENSHOTS="$taken" DOORSTEP_SCREENSHOT_HEIGHT=1100 DOORSTEP_DEMO_CASES=4500 scripts/node.sh frontend/test/run.mjs "$build" main_job.test.mjs orders.test.mjs
for page in 01-start 04-my-work 05-triage 08-case 11-risk-result 12-plan 13-actions 17-call 19-figures; do
    cp "$taken/$page.png" docs/screenshots/
done
for page in 40-closure 43-brief 46-law; do
    cp "$taken/$page-1280.png" "docs/screenshots/$page.png"
done
echo "Screenshots are in docs/screenshots"
