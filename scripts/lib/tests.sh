# Running the tests and counting them.
# shellcheck source=/dev/null
source "$ROOT/scripts/lib/counts.sh"

# TEST_PROFILE is `dev` or `release`; the folder of its programs has another name for the first.
TEST_PROFILE=${TEST_PROFILE:-dev}
TEST_PROGRAMS=target/${TEST_PROFILE/#dev/debug}

# run_tests: the Rust tests, then the browser tests, then the counts. On a build server, where others
# may take the processor at any moment, a test that waited too long gets one more try; nextest and
# Playwright both say so.
# Some tests wait most of their time: one more runs than there are processors.
run_tests() {
    step 'running the Rust tests' 'Mend the failing test' \
        cargo nextest run --workspace --cargo-profile "$TEST_PROFILE" \
        --no-fail-fast --status-level pass --test-threads "$(($(nproc) + 1))" \
        --retries "$([[ -n ${CI:-} ]] && echo 1 || echo 0)" \
        --run-ignored "$([[ ${ONTHAAL_PROOF:-} == full ]] && echo all || echo default)"
    run_browser_tests
    summary
}

# The browser part goes beside that of a release build, which may be serving at this moment.
run_browser_tests() {
    local engine
    export ONTHAAL_BIN=$ROOT/$TEST_PROGRAMS/onthaal LEPTOS_SITE_ROOT=target/site-test
    step 'building the program for the browser' 'See the log for what the compiler says' \
        build_for_browser
    for engine in sqlite postgres; do
        step "running the browser tests on $(engine_name "$engine")" 'Mend the failing test' \
            browser_tests "$engine"
    done
}

# With `--tests` cargo chooses the features the Rust tests were built with, so that the server
# is there already.
build_for_browser() {
    local options=(--frontend-only)
    [[ $TEST_PROFILE != release ]] || options+=(--release)
    cargo build --workspace --bins --tests --profile "$TEST_PROFILE"
    cargo leptos build "${options[@]}"
}

engine_name() { if [[ $1 == sqlite ]]; then echo SQLite; else echo PostgreSQL; fi; }

# The last line stands alone: build servers read it.
summary() {
    local log all sqlite postgres on_sqlite on_postgres
    log=$(log_of 'running the Rust tests')
    all=$(passed "$log") sqlite=$(passed_on "$log" sqlite) postgres=$(passed_on "$log" postgres)
    on_sqlite=$(browser_count sqlite) on_postgres=$(browser_count postgres)
    say "unit $((all - sqlite - postgres)) passed · contract SQLite $sqlite · contract PostgreSQL" \
        "$postgres · browser SQLite $on_sqlite · browser PostgreSQL $on_postgres"
    echo "$((all + on_sqlite + on_postgres)) passed, 0 failed"
}
