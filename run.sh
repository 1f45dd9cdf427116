#!/usr/bin/env bash
# Builds the workbench, prepares what it needs and serves it. Arguments are those of `serve`:
#   ./run.sh --urls http://127.0.0.1:6000 --database try.db
set -euo pipefail

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
app="$root/src/Workbench/bin/Release/net10.0/LlmRec.Workbench.dll"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

if ! command -v dotnet >/dev/null; then
  echo "run.sh: the .NET 10 SDK is not installed (no 'dotnet' in PATH). See https://dotnet.microsoft.com/download" >&2
  exit 1
fi

echo "Building …" >&2
if ! output=$(dotnet build -c Release "$root/src/Workbench" -v quiet 2>&1); then
  printf '%s\n' "$output" >&2
  echo "run.sh: the build failed; see above." >&2
  exit 1
fi

# The language model goes to the data folder, which follows from the database.
database=()
expect_value=false
for argument in "$@"; do
  if $expect_value; then
    database=(--database "$argument")
    expect_value=false
    continue
  fi
  case $argument in
    --database) expect_value=true ;;
    --database=* | --database:*) database=(--database "${argument#--database?}") ;;
  esac
done

# It says itself what is wrong and what to do; the app works without it.
dotnet "$app" lm install "${database[@]}" >/dev/null || echo "Going on without the Chinese language model: titles show no perplexity." >&2

exec dotnet "$app" serve "$@"
