#!/usr/bin/env bash
# Prepares what the tests need, runs all of them and ends with one line: N passed, N failed[, N skipped].
# Exit code 0 only if there were tests and none failed. WORKBENCH_CHROMIUM names the browser to use instead of looking for one.
set -euo pipefail

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
results=$(mktemp -d)
trap 'rm -rf -- "$results"' EXIT
export DOTNET_CLI_TELEMETRY_OPTOUT=1 TESTINGPLATFORM_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

passed=0
failed=0
skipped=0

finish() {
  local line="$passed passed, $failed failed"
  if ((skipped > 0)); then
    line+=", $skipped skipped"
  fi
  echo "$line"
  if ((failed > 0 || passed == 0)); then
    exit 1
  fi
  exit 0
}

note() {
  echo "test.sh: $*"
}

is_root_with_apt() {
  [[ $(id -u) == 0 ]] && command -v apt-get >/dev/null
}

apt_install() {
  note "installing $* with apt"
  { timeout 120 apt-get update -qq && DEBIAN_FRONTEND=noninteractive timeout 420 apt-get install -y -qq --no-install-recommends "$@"; } >"$results/apt.log" 2>&1 \
    || { note "apt could not install $*: $(tail -n 1 "$results/apt.log")"; return 1; }
}

chromium_on_machine() {
  local name
  for name in chromium chromium-browser google-chrome google-chrome-stable; do
    if command -v "$name" >/dev/null && "$name" --version >/dev/null 2>&1; then
      command -v "$name"
      return 0
    fi
  done
  return 1
}

# Playwright brings a Node that installs its own browser; on a machine that lacks the browser's libraries it does not start.
chromium_of_playwright() {
  local driver node browser
  driver="$root/tests/Workbench.EndToEnd/bin/Release/net10.0/.playwright"
  node=$(find "$driver/node" -type f -name node 2>/dev/null | grep -F "$(uname -m | sed 's/x86_64/x64/; s/aarch64/arm64/')" | head -n 1 || true)
  [[ -n $node ]] || return 1
  timeout 300 "$node" "$driver/package/cli.js" install chromium >"$results/playwright.log" 2>&1 || return 1
  browser=$(find "${PLAYWRIGHT_BROWSERS_PATH:-$HOME/.cache/ms-playwright}" -type f -name chrome 2>/dev/null | sort | tail -n 1)
  [[ -n $browser ]] && "$browser" --version >/dev/null 2>&1 && echo "$browser"
}

prepare_browser() {
  local browser=${WORKBENCH_CHROMIUM:-}
  if [[ -z $browser ]]; then
    browser=$(chromium_on_machine || chromium_of_playwright || true)
  fi
  if [[ -z $browser ]] && is_root_with_apt && apt_install chromium; then
    browser=$(chromium_on_machine || true)
  fi
  if [[ -n $browser ]]; then
    export WORKBENCH_CHROMIUM=$browser
    note "browser: $browser"
  else
    note "no Chromium: not on this machine, and neither Playwright nor apt could install one. The browser tests will be skipped."
  fi
}

prepare_postgres() {
  if ! compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null && ! command -v initdb >/dev/null; then
    if ! is_root_with_apt || ! apt_install postgresql; then
      note "no PostgreSQL server on this machine. Its tests will be skipped."
    fi
  fi
}

# A real OpenRefine (131 MB to fetch, some 180 MB where Java is missing: about a minute) reconciles with the app; without it that one test is skipped.
prepare_openrefine() {
  if ! command -v openrefine >/dev/null && { ! is_root_with_apt || ! apt_install openrefine; }; then
    note "no OpenRefine on this machine. Its test will be skipped."
  fi
}

# The Chinese language model, where Debian's package can be fetched; without it the tests that need it are skipped.
prepare_language_model() {
  local model
  if model=$(dotnet "$root/src/Workbench/bin/Release/net10.0/LlmRec.Workbench.dll" lm install --database "$results/workbench.db" 2>"$results/lm.log"); then
    export WORKBENCH_TEST_MODELS=${WORKBENCH_TEST_MODELS:-$(dirname -- "$model")}
  else
    note "no Chinese language model: $(head -n 1 "$results/lm.log")"
  fi
}

counter() {
  sed -n "s/.*<Counters[^>]* $1=\"\([0-9]*\)\".*/\1/p" "$2" | head -n 1
}

# A project that ends badly without a failed test (a crash, an error outside any test) counts as one failure.
run_project() {
  local name=$1 report="$results/$1.trx" exit_code=0 total=0 ok=0 bad=0
  note "running $name"
  "$root/tests/$name/bin/Release/net10.0/$name" -noColor -trx "$report" || exit_code=$?
  if [[ -s $report ]]; then
    total=$(counter total "$report")
    ok=$(counter passed "$report")
    bad=$(counter failed "$report")
  fi
  total=${total:-0} ok=${ok:-0} bad=${bad:-0}
  if ((exit_code != 0 && bad == 0)); then
    note "$name ended with exit code $exit_code"
    bad=1
    total=$((total + 1))
  fi
  passed=$((passed + ok))
  failed=$((failed + bad))
  skipped=$((skipped + total - ok - bad))
}

if ! dotnet build -c Release "$root/LlmRec.sln" -v quiet 2>&1; then
  note "the build failed"
  failed=1
  finish
fi

prepare_browser
prepare_postgres
prepare_openrefine
prepare_language_model

for project in "$root"/tests/*/*.csproj; do
  name=$(basename "$project" .csproj)
  case $name in
    *.Tests | *.EndToEnd) run_project "$name" ;;
  esac
done

finish
