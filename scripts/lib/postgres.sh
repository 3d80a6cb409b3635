# A private PostgreSQL for one run: free port, own folder, gone at the end.
# It holds test data only, so it may forget everything in a power cut; measurements set
# POSTGRES_DURABLE to on, for then it must do its whole work.

# postgres_programs: prints the folder with its programs; Debian's newest, else the one on PATH.
postgres_programs() {
    local folder folders
    mapfile -t folders < <(printf '%s\n' /usr/lib/postgresql/*/bin | sort -rV)
    ! has initdb || folders+=("$(dirname "$(readlink -f "$(command -v initdb)")")")
    for folder in "${folders[@]}"; do
        [[ -x $folder/initdb && -x $folder/pg_ctl && -x $folder/psql ]] || continue
        echo "$folder"
        return
    done
    return 1
}

# as_postgres COMMAND…: initdb refuses to run as root.
as_postgres() {
    if [[ $(id -u) -eq 0 ]]; then runuser -u postgres -- "$@"; else "$@"; fi
}

# free_port: prints a port nobody listens on at this moment.
free_port() {
    local port
    for _ in {1..50}; do
        port=$((20000 + RANDOM % 12000))
        (: <"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port" && return; }
    done
    return 1
}

postgres_options() {
    local durable=${POSTGRES_DURABLE:-off}
    printf ' -c %s' "listen_addresses=127.0.0.1" "port=$1" "unix_socket_directories=$postgres_home" \
        "fsync=$durable" "full_page_writes=$durable" "synchronous_commit=$durable" max_connections=200
}

# postgres_up PORT: makes and starts the cluster; "postgres" may do everything, without password.
postgres_up() {
    local programs
    programs=$(postgres_programs)
    cd "$postgres_home" || return
    as_postgres "$programs/initdb" -D "$postgres_home/data" -U postgres -A trust -E UTF8 \
        --locale=C.UTF-8 --no-sync
    as_postgres "$programs/pg_ctl" -D "$postgres_home/data" -l "$postgres_home/log" -w -t 30 \
        -o "$(postgres_options "$1")" start
}

# postgres_down: stops the cluster without waiting for its clients, and removes its folder.
postgres_down() {
    cd / || return
    as_postgres "$(postgres_programs)/pg_ctl" -D "$postgres_home/data" -m immediate -w -t 10 stop ||
        true
    rm -rf "$postgres_home"
}

# start_postgres: exports TEST_POSTGRES_URL, a superuser's address of the database "postgres".
start_postgres() {
    local port
    postgres_home=$(mktemp -d /tmp/onthaal-postgres.XXXXXX)
    at_end postgres_down
    [[ $(id -u) -ne 0 ]] || chown postgres "$postgres_home"
    port=$(free_port)
    step "starting a private PostgreSQL" \
        'See the log, and install the package postgresql if its programs are missing' \
        postgres_up "$port"
    ONTHAAL_PSQL=$(postgres_programs)/psql
    export ONTHAAL_PSQL TEST_POSTGRES_URL="postgres://postgres@127.0.0.1:$port/postgres"
}
