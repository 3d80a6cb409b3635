# A fresh Debian of its own in a folder: nothing of this machine is in it but its network and devices.
# What is changed in one is forgotten at the end; the untouched one is kept in target/ for the next time.

DEBIAN=bookworm
FRESH=$ROOT/target/debian/$DEBIAN

# make_fresh: debootstrap asks the usual mirror of Debian.
make_fresh() {
    rm -rf "$FRESH.part"
    mkdir -p "$FRESH.part"
    debootstrap --variant=minbase "$DEBIAN" "$FRESH.part"
    mv "$FRESH.part" "$FRESH"
}

# fresh_machine: a machine that nobody has used, at $machine.
fresh_machine() {
    [[ -d $FRESH ]] || step 'making a fresh Debian (a minute, once)' \
        'Check that debootstrap is installed and reaches its mirror' make_fresh
    machine_home=$(mktemp -d /tmp/onthaal-try.XXXXXX)
    machine=$machine_home/machine
    mount -t tmpfs onthaal-try "$machine_home"
    at_end umount -l "$machine_home"
    mkdir "$machine_home"/{above,work,machine}
    mount -t overlay onthaal-try "$machine" \
        -o "lowerdir=$FRESH,upperdir=$machine_home/above,workdir=$machine_home/work"
    at_end umount -l "$machine"
    # As slaves: what is unmounted here stays mounted where it belongs.
    for shared in proc dev; do
        mount --rbind "/$shared" "$machine/$shared"
        mount --make-rslave "$machine/$shared"
    done
    at_end umount -l "$machine/proc" "$machine/dev"
}

# on_machine COMMAND…: there.
on_machine() {
    chroot "$machine" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 \
        DEBIAN_FRONTEND=noninteractive ONTHAAL_MARK="$ONTHAAL_MARK" "$@"
}

# as_user COMMAND…: there, as the user of the service, with its settings of the environment.
as_user() { on_machine setpriv --reuid="$(unit User)" --regid="$(unit Group)" --init-groups "$@"; }

# install_packages_there PACKAGE…
install_there() { on_machine apt-get -qq -y --no-install-recommends install "$@"; }

# install_package: as somebody does who has the file.
install_package() {
    cp "$PACKAGE" "$machine/root/onthaal.deb"
    on_machine apt-get -qq update
    install_there /root/onthaal.deb
}

# start_service SETTING…: starts the program as its service says, with its user, mask and limits; there
# is no systemd in a folder. What the service prints goes where the service says.
start_service() {
    local command
    read -ra command <<<"$(unit ExecStart)"
    (
        umask "$(unit UMask)"
        ulimit -c "$(unit LimitCORE)"
        exec chroot --userspec="$(unit User):$(unit Group)" "$machine" env -i \
            ONTHAAL_MARK="$ONTHAAL_MARK" "$@" sh -c "cd $(unit WorkingDirectory) && exec \"\$@\"" sh \
            "${command[@]}"
    ) >"$machine/run/onthaal-first-page" 2>>"$machine_home/log" &
    service=$!
}

# stop_service: it ends as it should.
stop_service() {
    kill "$service"
    wait "$service" || fail 'The program did not end as it should.'
}

# first_code: waits for the code of the first page, and prints it.
first_code() {
    for _ in {1..300}; do
        ! sed -n 's/.* type the code //p' "$machine/run/onthaal-first-page" | grep . || return 0
        sleep 0.1
    done
    cat "$machine_home/log" >&2
    return 1
}
