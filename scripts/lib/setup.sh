# What must be there before the program can be built, run and tested.
# shellcheck source=/dev/null
source "$ROOT/scripts/lib/tools.sh"
# shellcheck source=/dev/null
source "$ROOT/scripts/lib/debian.sh"
# shellcheck source=/dev/null
source "$ROOT/scripts/lib/browser.sh"
# shellcheck source=/dev/null
source "$ROOT/scripts/lib/postgres.sh"

# setup_rust: the compiler itself is the one thing we do not install.
setup_rust() {
    has_rust || fail "Install Rust $(oldest_rust) or newer (rustup update stable) and try again."
    has_wasm_target && return
    has rustup || fail "Install the Rust target wasm32-unknown-unknown and try again."
    step 'adding the WebAssembly target' \
        'Run "rustup target add wasm32-unknown-unknown" and try again' \
        rustup target add wasm32-unknown-unknown
}

want_build_packages() {
    want build-essential has cc
    { has_wasm_opt && has_node; } || want npm has npm
}

setup_build_tools() {
    has_node && has_wasm_opt && has_cargo_leptos && has_wasm_bindgen && return
    step 'installing the build tools (some minutes, once)' \
        'Check that cargo and npm reach their registries, then try again' build_tools
    rm -rf "$TOOLS/build"
}

# setup_run: everything that `make run` needs.
setup_run() {
    say 'looking for what is missing …'
    setup_rust
    want_build_packages
    install_missing
    setup_build_tools
}

# setup_test: everything that `make test` needs.
setup_test() {
    say 'looking for what is missing …'
    setup_rust
    want_build_packages
    want npm has npm
    want_browser
    want postgresql postgres_programs
    install_missing
    setup_shell
    setup_components
    setup_build_tools
    setup_nextest
    setup_browser_tests
}

setup_components() {
    cargo fmt --version >/dev/null 2>&1 && cargo clippy --version >/dev/null 2>&1 && return
    step 'adding rustfmt and clippy' 'Run "rustup component add rustfmt clippy" and try again' \
        rustup component add rustfmt clippy
}

setup_nextest() {
    has cargo-nextest && return
    step 'installing cargo-nextest (some minutes, once)' \
        'Check that cargo reaches its registry, then try again' build_nextest
    rm -rf "$TOOLS/build"
}

setup_deny() {
    has cargo-deny && return
    step 'installing cargo-deny (some minutes, once)' \
        'Check that cargo reaches its registry, then try again' build_deny
    rm -rf "$TOOLS/build"
}
