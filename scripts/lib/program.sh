# The program: building it, its demo centre, serving.

DATA=${ONTHAAL_DATA:-$ROOT/data/demo}
ADDR=${ONTHAAL_ADDR:-127.0.0.1:3000}
PORTAL_ADDR=${ONTHAAL_PORTAL_ADDR:-127.0.0.1:3001}

# free_address HOST:PORT VARIABLE: better now than after a long build.
free_address() {
    ! (: <"/dev/tcp/${1%:*}/${1##*:}") 2>/dev/null ||
        fail "Stop the program that uses $1, or set $2 to another address."
}

free_addresses() {
    free_address "$ADDR" ONTHAAL_ADDR
    free_address "$PORTAL_ADDR" ONTHAAL_PORTAL_ADDR
}

# make_demo PROGRAM: in a folder beside the real one, so that a half-made centre is never served.
make_demo() {
    rm -rf "$DATA.part"
    mkdir -p "$(dirname "$DATA")"
    "$1" demo --data "$DATA.part"
    mv "$DATA.part" "$DATA"
}

# demo_centre PROGRAM: makes the demo centre on the first start.
demo_centre() {
    [[ ! -d $DATA ]] || return 0
    step 'making the demo centre' 'Try again; the log says what went wrong' make_demo "$1"
}
