# The service of the package: whether systemd understands it, and what it may do, as systemd judges it.

UNIT=$ROOT/server/packaging/debian/onthaal.service
# In tenths: a service that may do everything has 96 or more.
UNIT_AT_MOST=15

# unit SETTING: what the service says.
unit() { sed -n "s/^$1=//p" "$UNIT"; }

# understood: the program is not installed where the service is read, so another stands in for it.
understood() {
    local folder said
    folder=$(mktemp -d /tmp/onthaal-unit.XXXXXX)
    sed 's,^ExecStart=[^ ]*,ExecStart=/bin/true,' "$UNIT" >"$folder/onthaal.service"
    said=$(systemd-analyze verify --man=no "$folder/onthaal.service" 2>&1) || true
    rm -rf "$folder"
    echo "$said"
    [[ -z $said ]]
}

# check_unit: left out where systemd is not at hand.
check_unit() {
    if has systemd-analyze; then
        step 'reading the service' 'Mend what systemd does not understand' understood
        step 'judging what the service may do' 'Take from it what it does not need' \
            systemd-analyze security --offline=true --no-pager --threshold="$UNIT_AT_MOST" "$UNIT"
    else
        say 'judging what the service may do: left out, systemd-analyze is not here'
    fi
}
