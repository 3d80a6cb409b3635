# The browser of the browser tests, and their npm packages.

# usable_browser PROGRAM: Ubuntu's chromium may be a stub that only points to a snap.
usable_browser() { has "$1" && "$1" --version 2>/dev/null | grep -qiE 'chrom(e|ium) [0-9]'; }

# find_browser: prints the browser to test with; CHROMIUM says which one to take.
find_browser() {
    local program
    for program in ${CHROMIUM:-chromium chromium-browser google-chrome google-chrome-stable}; do
        usable_browser "$program" || continue
        command -v "$program"
        return
    done
    return 1
}

want_browser() {
    find_browser >/dev/null && return
    grep -qsE '^ID=debian' /etc/os-release ||
        fail 'Install Chromium or Chrome and name it with CHROMIUM=/path/to/it.'
    want chromium false
}

# The shell of Debian's Chromium is the same engine without windows, profiles and extensions, and
# needs a third less of the processor. Tests of what only a whole browser does take the whole one.
SHELL_PACKAGE=chromium-headless-shell

# find_shell: prints the light browser where there is one and no other browser is asked for.
find_shell() {
    [[ -z ${CHROMIUM:-} && ${ONTHAAL_PROOF:-} != full ]] && command -v "$SHELL_PACKAGE"
}

# Nothing fails without it: the tests only take longer.
install_shell() {
    as_root apt-get update
    apt-cache show "$SHELL_PACKAGE" >/dev/null 2>&1 || return 0
    install_packages "$SHELL_PACKAGE" || true
}

setup_shell() {
    [[ -z ${CHROMIUM:-} ]] && ! has "$SHELL_PACKAGE" && may_install || return 0
    grep -qsE '^ID=debian' /etc/os-release || return 0
    step "installing $SHELL_PACKAGE" 'Try again' install_shell
}

lock_sum() { sha256sum <"$ROOT/end2end/package-lock.json"; }

browser_packages() {
    PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --prefix "$ROOT/end2end" --no-audit --no-fund
    lock_sum >"$ROOT/end2end/node_modules/.lock-sum"
}

setup_browser_tests() {
    [[ $(lock_sum) != "$(cat "$ROOT/end2end/node_modules/.lock-sum" 2>/dev/null)" ]] || return 0
    step 'installing the browser test packages' \
        'Check that npm reaches its registry, then try again' browser_packages
}

# browser_tests ENGINE: one round on a server of its own with fresh demo data.
browser_tests() {
    CHROMIUM_SHELL=$(find_shell || true)
    CHROMIUM=$(find_browser)
    export CHROMIUM CHROMIUM_SHELL ONTHAAL_ENGINE=$1
    npx --prefix "$ROOT/end2end" --no-install playwright test --config "$ROOT/end2end/playwright.config.ts"
}

# browser_count ENGINE: how many passed.
browser_count() {
    node -p 'JSON.parse(require("fs").readFileSync(process.argv[1])).stats.expected' \
        "$LOGS/browser-$1.json"
}
