# Debian packages: what is missing is collected first and installed in one go.

missing_packages=()

# want PACKAGE COMMAND…: notes the package when the command fails.
want() {
    local package=$1
    shift
    [[ " ${missing_packages[*]} " != *" $package "* ]] || return 0
    "$@" >/dev/null 2>&1 || missing_packages+=("$package")
}

# as_root COMMAND…: directly, or by sudo where that asks no question.
as_root() {
    if [[ $(id -u) -eq 0 ]]; then "$@"; else sudo -n "$@"; fi
}

may_install() {
    has apt-get && { [[ $(id -u) -eq 0 ]] || sudo -n true 2>/dev/null; }
}

# Debian would start a database on port 5432 when its package is installed.
keep_postgres_quiet() {
    local settings=/etc/postgresql-common/createcluster.conf
    [[ ! -e $settings ]] || return 0
    as_root mkdir -p "${settings%/*}"
    echo 'create_main_cluster = false' | as_root tee "$settings"
}

install_packages() {
    local options=(-y --no-install-recommends -o DPkg::Lock::Timeout=300)
    [[ " $* " != *" postgresql "* ]] || keep_postgres_quiet
    as_root apt-get update
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install "${options[@]}" "$@"
}

# install_missing: installs what `want` collected.
install_missing() {
    local packages="${missing_packages[*]}"
    [[ -n $packages ]] || return 0
    may_install || fail "Install these packages first: $packages."
    step "installing $packages" "Install these packages by hand: $packages" \
        install_packages "${missing_packages[@]}"
    missing_packages=()
}
