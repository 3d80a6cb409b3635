# Formatting and lints of all code; warnings are errors.

check_style() {
    step 'checking the formatting' 'Run "cargo fmt --all"' cargo fmt --all --check
    step 'checking the lints' 'Mend what clippy says' \
        cargo clippy --workspace --all-targets -- -D warnings
    step 'checking the lints of the browser part' 'Mend what clippy says' \
        cargo clippy --package app --no-default-features --features hydrate \
        --target wasm32-unknown-unknown -- -D warnings
    step 'checking the types of the browser tests' 'Mend what tsc says' \
        npx --prefix end2end --no-install tsc --noEmit --project end2end
}

# check_licences: the list of known holes lies outside the registries; without it, it is left out.
check_licences() {
    local database
    database=$(log_of 'fetching known holes')
    step 'checking licences and banned crates' 'Replace the crate, or allow it in deny.toml' \
        cargo deny --locked check licenses bans sources
    if GIT_TERMINAL_PROMPT=0 cargo deny fetch db >"$database" 2>&1 </dev/null; then
        step 'checking for known holes' 'Update the crate' cargo deny --locked check advisories
    else
        say 'checking for known holes: left out, their list is out of reach'
    fi
}
