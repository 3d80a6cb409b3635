# Numbers out of the log of cargo-nextest, whose lines read
#     PASS [   0.004s] (12/345) desk::contract sqlite::a_room_is_taken_once

# passed LOG: how many tests passed.
passed() { grep -cE '^ *(TRY [0-9]+ )?PASS \[' "$1" || true; }

# passed_on LOG ENGINE: how many of them name this engine (sqlite, postgres).
passed_on() { grep -E '^ *(TRY [0-9]+ )?PASS \[' "$1" | grep -c "$2" || true; }
