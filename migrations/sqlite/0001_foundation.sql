-- The house, its people, its visitors, and the trail of what was done. Instants are UTC in whole
-- seconds; ids are 16 random bytes; a column named sealed is readable with a key of the keystore only.

CREATE TABLE installation (
    id           BLOB    NOT NULL PRIMARY KEY,
    min_reader   INTEGER NOT NULL,
    min_writer   INTEGER NOT NULL,
    demo         INTEGER NOT NULL CHECK (demo IN (0, 1)),
    created_day  TEXT    NOT NULL
) STRICT;

CREATE TABLE centre (
    id        BLOB    NOT NULL PRIMARY KEY,
    slug      TEXT    NOT NULL UNIQUE,
    name      TEXT    NOT NULL,
    zone      TEXT    NOT NULL,
    language  TEXT    NOT NULL,
    address   TEXT    NOT NULL CHECK (address IN ('je', 'u')),
    profile   TEXT    NOT NULL CHECK (profile IN ('VL', 'NL')),
    rev       INTEGER NOT NULL
) STRICT;

CREATE TABLE service (
    id         BLOB    NOT NULL PRIMARY KEY,
    centre_id  BLOB    NOT NULL REFERENCES centre (id),
    name       TEXT    NOT NULL,
    rank       INTEGER NOT NULL,
    closed_at  TEXT
) STRICT;
CREATE INDEX service_of_centre ON service (centre_id, rank);

CREATE TABLE room (
    id          BLOB    NOT NULL PRIMARY KEY,
    centre_id   BLOB    NOT NULL REFERENCES centre (id),
    name        TEXT    NOT NULL,
    seats       INTEGER NOT NULL CHECK (seats > 0),
    child       INTEGER NOT NULL CHECK (child IN (0, 1)),
    wheelchair  INTEGER NOT NULL CHECK (wheelchair IN (0, 1)),
    own_exit    INTEGER NOT NULL CHECK (own_exit IN (0, 1)),
    video       INTEGER NOT NULL CHECK (video IN (0, 1)),
    rank        INTEGER NOT NULL,
    closed_at   TEXT
) STRICT;
CREATE INDEX room_of_centre ON room (centre_id, rank);

CREATE TABLE staff (
    id          BLOB    NOT NULL PRIMARY KEY,
    centre_id   BLOB    NOT NULL REFERENCES centre (id),
    user_key    BLOB    NOT NULL UNIQUE,
    identity    BLOB    NOT NULL,
    language    TEXT    NOT NULL,
    created_at  TEXT    NOT NULL,
    closed_at   TEXT,
    rev         INTEGER NOT NULL
) STRICT;
CREATE INDEX staff_of_centre ON staff (centre_id);

CREATE TABLE staff_role (
    id          BLOB NOT NULL PRIMARY KEY,
    centre_id   BLOB NOT NULL REFERENCES centre (id),
    user_id     BLOB NOT NULL REFERENCES staff (id),
    role        TEXT NOT NULL,
    service_id  BLOB REFERENCES service (id),
    since       TEXT NOT NULL,
    ended_at    TEXT
) STRICT;
CREATE INDEX staff_role_of_user ON staff_role (centre_id, user_id);

CREATE TABLE credential (
    id          BLOB    NOT NULL PRIMARY KEY,
    centre_id   BLOB    NOT NULL REFERENCES centre (id),
    user_id     BLOB    NOT NULL REFERENCES staff (id),
    kind        TEXT    NOT NULL CHECK (kind IN ('passphrase', 'totp', 'pin', 'recovery', 'passkey')),
    scheme      INTEGER NOT NULL,
    sealed      BLOB    NOT NULL,
    last_step   INTEGER NOT NULL,
    created_at  TEXT    NOT NULL,
    ended_at    TEXT
) STRICT;
CREATE UNIQUE INDEX credential_live ON credential (user_id, kind)
    WHERE ended_at IS NULL AND kind IN ('passphrase', 'totp', 'pin');

CREATE TABLE workstation (
    id           BLOB NOT NULL PRIMARY KEY,
    centre_id    BLOB NOT NULL REFERENCES centre (id),
    token_hash   BLOB NOT NULL UNIQUE,
    name         TEXT NOT NULL,
    enrolled_by  BLOB NOT NULL REFERENCES staff (id),
    enrolled_at  TEXT NOT NULL,
    ended_at     TEXT
) STRICT;

-- Before sign-in a session belongs to no centre yet: its centre is sixteen zero bytes.
CREATE TABLE session (
    id              BLOB NOT NULL PRIMARY KEY,
    centre_id       BLOB NOT NULL,
    token_hash      BLOB NOT NULL UNIQUE,
    user_id         BLOB REFERENCES staff (id),
    role            TEXT,
    service_id      BLOB REFERENCES service (id),
    workstation_id  BLOB REFERENCES workstation (id),
    language        TEXT NOT NULL,
    created_at      TEXT NOT NULL,
    proved_at       TEXT NOT NULL,
    active_at       TEXT NOT NULL,
    ends_at         TEXT NOT NULL,
    locked_at       TEXT
) STRICT;
CREATE INDEX session_of_user ON session (user_id);
CREATE INDEX session_end ON session (ends_at);

CREATE TABLE attempt (
    key           BLOB    NOT NULL PRIMARY KEY,
    centre_id     BLOB    NOT NULL,
    failures      INTEGER NOT NULL,
    first_at      TEXT    NOT NULL,
    locked_until  TEXT
) STRICT;

CREATE TABLE form_draft (
    id          BLOB NOT NULL PRIMARY KEY,
    centre_id   BLOB NOT NULL,
    session_id  BLOB NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    path        TEXT NOT NULL,
    sealed      BLOB NOT NULL,
    expires_at  TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX form_draft_place ON form_draft (session_id, path);

CREATE TABLE idempotency (
    key        BLOB NOT NULL PRIMARY KEY,
    centre_id  BLOB NOT NULL,
    actor_id   BLOB NOT NULL,
    use_case   TEXT NOT NULL,
    result_id  BLOB NOT NULL,
    at         TEXT NOT NULL
) STRICT;
CREATE INDEX idempotency_age ON idempotency (at);

CREATE TABLE change (
    seq        INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    centre_id  BLOB    NOT NULL,
    topic      TEXT    NOT NULL,
    row_id     BLOB    NOT NULL
) STRICT;

-- One record of a person; which records are one person is decided elsewhere and reversibly.
CREATE TABLE record (
    id           BLOB    NOT NULL PRIMARY KEY,
    centre_id    BLOB    NOT NULL REFERENCES centre (id),
    identity     BLOB    NOT NULL,
    contact      BLOB    NOT NULL,
    created_at   TEXT    NOT NULL,
    rev          INTEGER NOT NULL
) STRICT;
CREATE INDEX record_of_centre ON record (centre_id);

CREATE TABLE key_grant (
    id              BLOB NOT NULL PRIMARY KEY,
    centre_id       BLOB NOT NULL REFERENCES centre (id),
    subject_kind    TEXT NOT NULL,
    subject_id      BLOB NOT NULL,
    compartment     TEXT NOT NULL,
    compartment_id  BLOB NOT NULL,
    recipient_kind  TEXT NOT NULL,
    recipient_id    BLOB NOT NULL,
    since           TEXT NOT NULL,
    until           TEXT,
    ended_at        TEXT
) STRICT;
CREATE UNIQUE INDEX key_grant_live ON key_grant
    (subject_kind, subject_id, compartment, compartment_id, recipient_kind, recipient_id)
    WHERE ended_at IS NULL;
CREATE INDEX key_grant_of_centre ON key_grant (centre_id, id);

-- Tokens count from 1 each day, without a gap.
CREATE TABLE visit_counter (
    centre_id  BLOB NOT NULL REFERENCES centre (id),
    day        TEXT NOT NULL,
    last       INTEGER NOT NULL,
    PRIMARY KEY (centre_id, day)
) STRICT;

CREATE TABLE visit (
    id          BLOB    NOT NULL PRIMARY KEY,
    centre_id   BLOB    NOT NULL REFERENCES centre (id),
    day         TEXT    NOT NULL,
    token       INTEGER NOT NULL CHECK (token > 0),
    link        BLOB,
    link_ver    INTEGER,
    kind        TEXT    NOT NULL,
    purpose     TEXT    NOT NULL,
    service_id  BLOB REFERENCES service (id),
    room_id     BLOB REFERENCES room (id),
    stage       TEXT    NOT NULL CHECK (stage IN ('waiting', 'with_service', 'left')),
    arrived_at  TEXT    NOT NULL,
    stage_at    TEXT    NOT NULL,
    remark      BLOB,
    rev         INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX visit_token ON visit (centre_id, day, token);
CREATE INDEX visit_present ON visit (centre_id) WHERE stage <> 'left';
CREATE INDEX visit_link ON visit (centre_id, link) WHERE link IS NOT NULL;

CREATE TABLE visit_step (
    id          BLOB NOT NULL PRIMARY KEY,
    centre_id   BLOB NOT NULL REFERENCES centre (id),
    visit_id    BLOB NOT NULL REFERENCES visit (id),
    place       INTEGER NOT NULL,
    step        TEXT NOT NULL,
    service_id  BLOB REFERENCES service (id),
    room_id     BLOB REFERENCES room (id),
    at          TEXT NOT NULL,
    by_user     BLOB NOT NULL
) STRICT;
CREATE INDEX visit_step_of_visit ON visit_step (centre_id, visit_id, at, place);

-- A resource is in one place of the day once. SQLite has no exclusion constraint, so a trigger
-- refuses, with the name that the constraint has on PostgreSQL.
CREATE TABLE occupancy (
    id           BLOB NOT NULL PRIMARY KEY,
    centre_id    BLOB NOT NULL REFERENCES centre (id),
    resource_id  BLOB NOT NULL,
    starts_at    TEXT NOT NULL,
    ends_at      TEXT NOT NULL,
    CONSTRAINT occupancy_lasts CHECK (starts_at < ends_at)
) STRICT;
CREATE INDEX occupancy_of_resource ON occupancy (resource_id, starts_at, ends_at);
CREATE TRIGGER occupancy_no_overlap_insert BEFORE INSERT ON occupancy
WHEN EXISTS (SELECT 1 FROM occupancy o WHERE o.resource_id = NEW.resource_id
             AND o.starts_at < NEW.ends_at AND o.ends_at > NEW.starts_at)
BEGIN SELECT RAISE(ABORT, 'occupancy_no_overlap'); END;
CREATE TRIGGER occupancy_no_overlap_update BEFORE UPDATE ON occupancy
WHEN EXISTS (SELECT 1 FROM occupancy o WHERE o.resource_id = NEW.resource_id AND o.id <> OLD.id
             AND o.starts_at < NEW.ends_at AND o.ends_at > NEW.starts_at)
BEGIN SELECT RAISE(ABORT, 'occupancy_no_overlap'); END;

-- Two people who must not meet are the two sides of a pair: a side may overlap itself, never the other.
CREATE TABLE pair_presence (
    id          BLOB    NOT NULL PRIMARY KEY,
    centre_id   BLOB    NOT NULL REFERENCES centre (id),
    pair_id     BLOB    NOT NULL,
    side        INTEGER NOT NULL CHECK (side IN (0, 1)),
    starts_at   TEXT    NOT NULL,
    ends_at     TEXT    NOT NULL,
    excused_by  BLOB,
    CONSTRAINT pair_presence_lasts CHECK (starts_at < ends_at)
) STRICT;
CREATE INDEX pair_presence_of_pair ON pair_presence (pair_id, starts_at, ends_at);
CREATE TRIGGER pair_presence_apart_insert BEFORE INSERT ON pair_presence
WHEN NEW.excused_by IS NULL AND EXISTS (
    SELECT 1 FROM pair_presence p WHERE p.pair_id = NEW.pair_id AND p.side <> NEW.side
    AND p.excused_by IS NULL AND p.starts_at < NEW.ends_at AND p.ends_at > NEW.starts_at)
BEGIN SELECT RAISE(ABORT, 'pair_presence_apart'); END;
CREATE TRIGGER pair_presence_apart_update BEFORE UPDATE ON pair_presence
WHEN NEW.excused_by IS NULL AND EXISTS (
    SELECT 1 FROM pair_presence p WHERE p.pair_id = NEW.pair_id AND p.side <> NEW.side AND p.id <> OLD.id
    AND p.excused_by IS NULL AND p.starts_at < NEW.ends_at AND p.ends_at > NEW.starts_at)
BEGIN SELECT RAISE(ABORT, 'pair_presence_apart'); END;

-- The audit trail: a chain per process, each row bound to the one before by its hash.
CREATE TABLE audit_chain (
    id         BLOB    NOT NULL PRIMARY KEY,
    begun_at   TEXT    NOT NULL,
    size       INTEGER NOT NULL,
    head       BLOB    NOT NULL
) STRICT;

CREATE TABLE audit (
    chain_id     BLOB    NOT NULL REFERENCES audit_chain (id),
    seq          INTEGER NOT NULL,
    centre_id    BLOB    NOT NULL,
    at           TEXT    NOT NULL,
    actor_kind   TEXT    NOT NULL,
    actor_id     BLOB    NOT NULL,
    on_behalf    BLOB,
    service_id   BLOB,
    action       TEXT    NOT NULL,
    object_kind  TEXT    NOT NULL,
    object_key   BLOB    NOT NULL,
    decision     TEXT    NOT NULL,
    purpose      TEXT    NOT NULL,
    request_id   BLOB    NOT NULL,
    sealed       BLOB,
    leaf         BLOB    NOT NULL,
    head         BLOB    NOT NULL,
    PRIMARY KEY (chain_id, seq)
) STRICT;
CREATE INDEX audit_of_centre ON audit (centre_id, at);

CREATE TABLE audit_subject (
    chain_id     BLOB    NOT NULL,
    seq          INTEGER NOT NULL,
    centre_id    BLOB    NOT NULL,
    subject_key  BLOB    NOT NULL,
    PRIMARY KEY (chain_id, seq, subject_key),
    FOREIGN KEY (chain_id, seq) REFERENCES audit (chain_id, seq)
) STRICT;
CREATE INDEX audit_subject_of_person ON audit_subject (centre_id, subject_key);
