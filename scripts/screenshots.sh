#!/usr/bin/env bash
# Take the README's screenshots again: scripts/screenshots.sh BUILD
# They are the pages of the main job's browser test, on the demo as `make run` fills it.
set -euo pipefail
cd "$(dirname "$0")/.."
build=${1:?usage: scripts/screenshots.sh BUILD}
cmake --build "$build" --target doorstep >/dev/null
taken=$(mktemp -d)
trap 'rm -rf "$taken"' EXIT
DOORSTEP_SCREENSHOTS="$taken" DOORSTEP_SCREENSHOT_HEIGHT=1100 DOORSTEP_DEMO_CASES=4500 scripts/node.sh frontend/test/run.mjs "$build" main_job.test.mjs
for page in 01-start 04-my-work 05-triage 08-case 11-risk-result 12-plan 13-actions 17-call 19-figures; do
    cp "$taken/$page.png" docs/screenshots/
done
echo "Screenshots are in docs/screenshots"
