# The tools the project needs: which version, where they live, how a missing one is installed.
# Tools that are not Debian packages go into .tools/ of the checkout and nowhere else.

TOOLS=$ROOT/.tools
CARGO_LEPTOS=0.3.8
# Must be the version of `wasm-bindgen` in Cargo.toml: the two speak a private format.
WASM_BINDGEN=0.2.128
BINARYEN=132.0.0
# The oldest wasm-opt that knows the instructions rustc emits.
WASM_OPT_OLDEST=120
NODE_OLDEST=22
NODE=22.23.3
NEXTEST=0.9.143
CARGO_DENY=0.20.2
CARGO_DEB=3.8.0

export PATH="$TOOLS/bin:$TOOLS/node/node_modules/.bin:$PATH"

# has COMMAND: is it there?
has() { command -v "$1" >/dev/null 2>&1; }

# reports VERSION COMMAND…: does the command's output hold this version?
reports() {
    local version=$1
    shift
    has "$1" && [[ " $("$@" 2>/dev/null) " == *[[:space:]v]"$version"[[:space:]]* ]]
}

# at_least NUMBER COMMAND…: is the first number in the command's output big enough?
at_least() {
    local oldest=$1 found
    shift
    has "$1" || return 1
    found=$("$@" 2>/dev/null | grep -oE '[0-9]+' | head -n 1) || return 1
    ((found >= oldest))
}

has_node() { at_least "$NODE_OLDEST" node --version; }
has_wasm_opt() { at_least "$WASM_OPT_OLDEST" wasm-opt --version; }
has_cargo_leptos() { reports "$CARGO_LEPTOS" cargo-leptos --version; }
has_wasm_bindgen() { reports "$WASM_BINDGEN" wasm-bindgen --version; }
has_wasm_target() { [[ -d $(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown/lib ]]; }

# oldest_rust: the version that Cargo.toml asks for, e.g. 1.95.
oldest_rust() { sed -nE 's/^rust-version = "([0-9.]+)".*/\1/p' "$ROOT/Cargo.toml"; }

has_rust() {
    local found
    has cargo && has rustc || return 1
    found=$(rustc --version | grep -oE '[0-9]+\.[0-9]+' | head -n 1)
    [[ $(printf '%s\n' "$(oldest_rust)" "$found" | sort -V | head -n 1) == "$(oldest_rust)" ]]
}

# cargo_tool NAME VERSION [OPTION…]: compiles a tool. Without optimisation and debug information
# it is there in half the time, and these tools wait for the compiler anyway.
cargo_tool() {
    local name=$1 version=$2
    shift 2
    CARGO_PROFILE_DEV_DEBUG=0 CARGO_PROFILE_DEV_STRIP=symbols CARGO_TARGET_DIR=$TOOLS/build \
        cargo install --locked --debug --force --root "$TOOLS" "$name@$version" "$@"
}

build_nextest() { cargo_tool cargo-nextest "$NEXTEST"; }
build_cargo_deb() { cargo_tool cargo-deb "$CARGO_DEB"; }
build_deny() { cargo_tool cargo-deny "$CARGO_DENY"; }

# npm_tools: the missing npm packages into .tools/node, for this kind of machine.
npm_tools() {
    local packages=() machine=x64
    [[ $(uname -m) != aarch64 ]] || machine=arm64
    has_wasm_opt || packages+=("binaryen@$BINARYEN")
    has_node || packages+=("node-linux-$machine@$NODE")
    [[ ${#packages[@]} -gt 0 ]] || return 0
    mkdir -p "$TOOLS/node"
    npm install --prefix "$TOOLS/node" --no-audit --no-fund "${packages[@]}"
}

# build_tools: what a build needs and is missing; npm downloads while cargo compiles.
build_tools() {
    local npm
    npm_tools &
    npm=$!
    has_wasm_bindgen || cargo_tool wasm-bindgen-cli "$WASM_BINDGEN"
    has_cargo_leptos || cargo_tool cargo-leptos "$CARGO_LEPTOS" --features no_downloads
    wait "$npm"
}
