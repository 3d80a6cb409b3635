# Named steps with elapsed time, one sentence when one fails, nothing left running.
#
# A step runs in a process group of its own. Whatever leaves that group (browsers, databases)
# still carries ONTHAAL_MARK in its environment, and is found by it.
set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
LOGS=$ROOT/target/logs
RUN=$(basename "$0")
export ONTHAAL_MARK="onthaal-$RUN-$$-$RANDOM"
step_group=''
step_finishers=()

cd "$ROOT"
mkdir -p "$LOGS"

# say TEXT: one line with the seconds since the start.
say() { printf '[%4d s] %s\n' "$SECONDS" "$*"; }

# fail SENTENCE: says what to do and ends the run.
fail() {
    printf '\n%s: %s\n' "$RUN" "$*" >&2
    exit 1
}

# at_end COMMAND…: runs the command when the script ends, however it ends; last in, first out.
at_end() { step_finishers=("$(printf '%q ' "$@")" "${step_finishers[@]}"); }

# log_of NAME: the log file of a step.
log_of() { printf '%s/%s-%s.log' "$LOGS" "$RUN" "$(tr -cs 'A-Za-z0-9\n' '-' <<<"$1")"; }

# step NAME ADVICE COMMAND…: runs the command with its output in a log. Never use it in a
# condition: there bash would ignore errors inside the command.
step() {
    local name=$1 advice=$2 began=$SECONDS log status=0
    log=$(log_of "$name")
    shift 2
    say "$name …"
    set -m
    "$@" >"$log" 2>&1 </dev/null &
    step_group=$!
    set +m
    wait "$step_group" 2>/dev/null || status=$?
    [[ $status -eq 0 ]] || step_failed "$advice" "$log"
    step_group=''
    ((SECONDS - began < 5)) || say "$name: $((SECONDS - began)) s"
}

# On a build server the log file is out of reach, so its end is shown as well.
step_failed() {
    [[ -z ${CI:-} ]] || { echo; tail -n 80 "$2"; }
    fail "$1 (log: ${2#"$ROOT"/})."
}

# marked: the process ids that carry this run's mark; those that search must not.
marked() {
    local entry
    env -u ONTHAAL_MARK grep -lsaF "ONTHAAL_MARK=$ONTHAAL_MARK" /proc/[0-9]*/environ |
        while IFS=/ read -r _ _ entry _; do echo "$entry"; done
}

# stop_marked SIGNAL: sends the signal to the step's group and to everything with the mark.
stop_marked() {
    local pids
    [[ -z $step_group ]] || kill "-$1" -- "-$step_group" 2>/dev/null || true
    mapfile -t pids < <(marked)
    [[ ${#pids[@]} -eq 0 ]] || kill "-$1" "${pids[@]}" 2>/dev/null || true
}

# anything_left: true while a process of this run lives.
anything_left() {
    # In a trap a bare "return" gives the status from before the trap.
    [[ -n $step_group ]] && kill -0 -- "-$step_group" 2>/dev/null && return 0
    [[ -n $(marked) ]]
}

stop_everything() {
    local finisher
    trap '' INT TERM HUP
    [[ -z $step_group ]] || kill -TERM -- "-$step_group" 2>/dev/null || true
    for finisher in "${step_finishers[@]}"; do eval "$finisher" >/dev/null 2>&1 || true; done
    stop_marked TERM
    for _ in {1..50}; do
        anything_left || return 0
        sleep 0.1
    done
    stop_marked KILL
}

trap stop_everything EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP
