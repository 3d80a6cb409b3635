-- The house, its people, its visitors, and the trail of what was done. Instants are UTC in whole
-- seconds; ids are random UUIDs; a column named sealed is readable with a key of the keystore only.

CREATE TABLE installation (
    id           UUID NOT NULL PRIMARY KEY,
    min_reader   BIGINT NOT NULL,
    min_writer   BIGINT NOT NULL,
    demo         BOOLEAN NOT NULL,
    created_day  DATE NOT NULL
);

CREATE TABLE centre (
    id        UUID NOT NULL PRIMARY KEY,
    slug      TEXT NOT NULL UNIQUE,
    name      TEXT NOT NULL,
    zone      TEXT NOT NULL,
    language  TEXT NOT NULL,
    address   TEXT NOT NULL CHECK (address IN ('je', 'u')),
    profile   TEXT NOT NULL CHECK (profile IN ('VL', 'NL')),
    rev       BIGINT NOT NULL
);

CREATE TABLE service (
    id         UUID NOT NULL PRIMARY KEY,
    centre_id  UUID NOT NULL REFERENCES centre (id),
    name       TEXT NOT NULL,
    rank       BIGINT NOT NULL,
    closed_at  TIMESTAMPTZ
);
CREATE INDEX service_of_centre ON service (centre_id, rank);

CREATE TABLE room (
    id          UUID NOT NULL PRIMARY KEY,
    centre_id   UUID NOT NULL REFERENCES centre (id),
    name        TEXT NOT NULL,
    seats       BIGINT NOT NULL CHECK (seats > 0),
    child       BOOLEAN NOT NULL,
    wheelchair  BOOLEAN NOT NULL,
    own_exit    BOOLEAN NOT NULL,
    video       BOOLEAN NOT NULL,
    rank        BIGINT NOT NULL,
    closed_at   TIMESTAMPTZ
);
CREATE INDEX room_of_centre ON room (centre_id, rank);

CREATE TABLE staff (
    id          UUID NOT NULL PRIMARY KEY,
    centre_id   UUID NOT NULL REFERENCES centre (id),
    user_key    BYTEA NOT NULL UNIQUE,
    identity    BYTEA NOT NULL,
    language    TEXT NOT NULL,
    created_at  TIMESTAMPTZ NOT NULL,
    closed_at   TIMESTAMPTZ,
    rev         BIGINT NOT NULL
);
CREATE INDEX staff_of_centre ON staff (centre_id);

CREATE TABLE staff_role (
    id          UUID NOT NULL PRIMARY KEY,
    centre_id   UUID NOT NULL REFERENCES centre (id),
    user_id     UUID NOT NULL REFERENCES staff (id),
    role        TEXT NOT NULL,
    service_id  UUID REFERENCES service (id),
    since       TIMESTAMPTZ NOT NULL,
    ended_at    TIMESTAMPTZ
);
CREATE INDEX staff_role_of_user ON staff_role (centre_id, user_id);

CREATE TABLE credential (
    id          UUID NOT NULL PRIMARY KEY,
    centre_id   UUID NOT NULL REFERENCES centre (id),
    user_id     UUID NOT NULL REFERENCES staff (id),
    kind        TEXT NOT NULL CHECK (kind IN ('passphrase', 'totp', 'pin', 'recovery', 'passkey')),
    scheme      BIGINT NOT NULL,
    sealed      BYTEA NOT NULL,
    last_step   BIGINT NOT NULL,
    created_at  TIMESTAMPTZ NOT NULL,
    ended_at    TIMESTAMPTZ
);
CREATE UNIQUE INDEX credential_live ON credential (user_id, kind)
    WHERE ended_at IS NULL AND kind IN ('passphrase', 'totp', 'pin');

CREATE TABLE workstation (
    id           UUID NOT NULL PRIMARY KEY,
    centre_id    UUID NOT NULL REFERENCES centre (id),
    token_hash   BYTEA NOT NULL UNIQUE,
    name         TEXT NOT NULL,
    enrolled_by  UUID NOT NULL REFERENCES staff (id),
    enrolled_at  TIMESTAMPTZ NOT NULL,
    ended_at     TIMESTAMPTZ
);

-- Before sign-in a session belongs to no centre yet: its centre is sixteen zero bytes.
CREATE TABLE session (
    id              UUID NOT NULL PRIMARY KEY,
    centre_id       UUID NOT NULL,
    token_hash      BYTEA NOT NULL UNIQUE,
    user_id         UUID REFERENCES staff (id),
    role            TEXT,
    service_id      UUID REFERENCES service (id),
    workstation_id  UUID REFERENCES workstation (id),
    language        TEXT NOT NULL,
    created_at      TIMESTAMPTZ NOT NULL,
    proved_at       TIMESTAMPTZ NOT NULL,
    active_at       TIMESTAMPTZ NOT NULL,
    ends_at         TIMESTAMPTZ NOT NULL,
    locked_at       TIMESTAMPTZ
);
CREATE INDEX session_of_user ON session (user_id);
CREATE INDEX session_end ON session (ends_at);

CREATE TABLE attempt (
    key           UUID NOT NULL PRIMARY KEY,
    centre_id     UUID NOT NULL,
    failures      BIGINT NOT NULL,
    first_at      TIMESTAMPTZ NOT NULL,
    locked_until  TIMESTAMPTZ
);

CREATE TABLE form_draft (
    id          UUID NOT NULL PRIMARY KEY,
    centre_id   UUID NOT NULL,
    session_id  UUID NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    path        TEXT NOT NULL,
    sealed      BYTEA NOT NULL,
    expires_at  TIMESTAMPTZ NOT NULL
);
CREATE UNIQUE INDEX form_draft_place ON form_draft (session_id, path);

CREATE TABLE idempotency (
    key        UUID NOT NULL PRIMARY KEY,
    centre_id  UUID NOT NULL,
    actor_id   UUID NOT NULL,
    use_case   TEXT NOT NULL,
    result_id  UUID NOT NULL,
    at         TIMESTAMPTZ NOT NULL
);
CREATE INDEX idempotency_age ON idempotency (at);

CREATE TABLE change (
    seq        BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    centre_id  UUID NOT NULL,
    topic      TEXT NOT NULL,
    row_id     UUID NOT NULL
);

-- One record of a person; which records are one person is decided elsewhere and reversibly.
CREATE TABLE record (
    id           UUID NOT NULL PRIMARY KEY,
    centre_id    UUID NOT NULL REFERENCES centre (id),
    identity     BYTEA NOT NULL,
    contact      BYTEA NOT NULL,
    created_at   TIMESTAMPTZ NOT NULL,
    rev          BIGINT NOT NULL
);
CREATE INDEX record_of_centre ON record (centre_id);

CREATE TABLE key_grant (
    id              UUID NOT NULL PRIMARY KEY,
    centre_id       UUID NOT NULL REFERENCES centre (id),
    subject_kind    TEXT NOT NULL,
    subject_id      UUID NOT NULL,
    compartment     TEXT NOT NULL,
    compartment_id  UUID NOT NULL,
    recipient_kind  TEXT NOT NULL,
    recipient_id    UUID NOT NULL,
    since           TIMESTAMPTZ NOT NULL,
    until           TIMESTAMPTZ,
    ended_at        TIMESTAMPTZ
);
CREATE UNIQUE INDEX key_grant_live ON key_grant
    (subject_kind, subject_id, compartment, compartment_id, recipient_kind, recipient_id)
    WHERE ended_at IS NULL;
CREATE INDEX key_grant_of_centre ON key_grant (centre_id, id);

-- Tokens count from 1 each day, without a gap.
CREATE TABLE visit_counter (
    centre_id  UUID NOT NULL REFERENCES centre (id),
    day        DATE NOT NULL,
    last       BIGINT NOT NULL,
    PRIMARY KEY (centre_id, day)
);

CREATE TABLE visit (
    id          UUID NOT NULL PRIMARY KEY,
    centre_id   UUID NOT NULL REFERENCES centre (id),
    day         DATE NOT NULL,
    token       BIGINT NOT NULL CHECK (token > 0),
    link        BYTEA,
    link_ver    BIGINT,
    kind        TEXT NOT NULL,
    purpose     TEXT NOT NULL,
    service_id  UUID REFERENCES service (id),
    room_id     UUID REFERENCES room (id),
    stage       TEXT NOT NULL CHECK (stage IN ('waiting', 'with_service', 'left')),
    arrived_at  TIMESTAMPTZ NOT NULL,
    stage_at    TIMESTAMPTZ NOT NULL,
    remark      BYTEA,
    rev         BIGINT NOT NULL
);
CREATE UNIQUE INDEX visit_token ON visit (centre_id, day, token);
CREATE INDEX visit_present ON visit (centre_id) WHERE stage <> 'left';
CREATE INDEX visit_link ON visit (centre_id, link) WHERE link IS NOT NULL;

CREATE TABLE visit_step (
    id          UUID NOT NULL PRIMARY KEY,
    centre_id   UUID NOT NULL REFERENCES centre (id),
    visit_id    UUID NOT NULL REFERENCES visit (id),
    place       BIGINT NOT NULL,
    step        TEXT NOT NULL,
    service_id  UUID REFERENCES service (id),
    room_id     UUID REFERENCES room (id),
    at          TIMESTAMPTZ NOT NULL,
    by_user     UUID NOT NULL
);
CREATE INDEX visit_step_of_visit ON visit_step (centre_id, visit_id, at, place);

-- A resource is in one place of the day once.
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE TABLE occupancy (
    id           UUID NOT NULL PRIMARY KEY,
    centre_id    UUID NOT NULL REFERENCES centre (id),
    resource_id  UUID NOT NULL,
    starts_at    TIMESTAMPTZ NOT NULL,
    ends_at      TIMESTAMPTZ NOT NULL,
    CONSTRAINT occupancy_lasts CHECK (starts_at < ends_at),
    CONSTRAINT occupancy_no_overlap
        EXCLUDE USING gist (resource_id WITH =, tstzrange(starts_at, ends_at, '[)') WITH &&)
);
CREATE INDEX occupancy_of_resource ON occupancy (resource_id, starts_at, ends_at);

-- Two people who must not meet are the two sides of a pair: a side may overlap itself, never the other.
CREATE TABLE pair_presence (
    id          UUID NOT NULL PRIMARY KEY,
    centre_id   UUID NOT NULL REFERENCES centre (id),
    pair_id     UUID NOT NULL,
    side        BIGINT NOT NULL CHECK (side IN (0, 1)),
    starts_at   TIMESTAMPTZ NOT NULL,
    ends_at     TIMESTAMPTZ NOT NULL,
    excused_by  UUID,
    CONSTRAINT pair_presence_lasts CHECK (starts_at < ends_at),
    CONSTRAINT pair_presence_apart
        EXCLUDE USING gist (pair_id WITH =, side WITH <>, tstzrange(starts_at, ends_at, '[)') WITH &&)
        WHERE (excused_by IS NULL)
);
CREATE INDEX pair_presence_of_pair ON pair_presence (pair_id, starts_at, ends_at);

-- The audit trail: a chain per process, each row bound to the one before by its hash.
CREATE TABLE audit_chain (
    id         UUID NOT NULL PRIMARY KEY,
    begun_at   TIMESTAMPTZ NOT NULL,
    size       BIGINT NOT NULL,
    head       BYTEA NOT NULL
);

CREATE TABLE audit (
    chain_id     UUID NOT NULL REFERENCES audit_chain (id),
    seq          BIGINT NOT NULL,
    centre_id    UUID NOT NULL,
    at           TIMESTAMPTZ NOT NULL,
    actor_kind   TEXT NOT NULL,
    actor_id     UUID NOT NULL,
    on_behalf    UUID,
    service_id   UUID,
    action       TEXT NOT NULL,
    object_kind  TEXT NOT NULL,
    object_key   BYTEA NOT NULL,
    decision     TEXT NOT NULL,
    purpose      TEXT NOT NULL,
    request_id   UUID NOT NULL,
    sealed       BYTEA,
    leaf         BYTEA NOT NULL,
    head         BYTEA NOT NULL,
    PRIMARY KEY (chain_id, seq)
);
CREATE INDEX audit_of_centre ON audit (centre_id, at);

CREATE TABLE audit_subject (
    chain_id     UUID NOT NULL,
    seq          BIGINT NOT NULL,
    centre_id    UUID NOT NULL,
    subject_key  BYTEA NOT NULL,
    PRIMARY KEY (chain_id, seq, subject_key),
    FOREIGN KEY (chain_id, seq) REFERENCES audit (chain_id, seq)
);
CREATE INDEX audit_subject_of_person ON audit_subject (centre_id, subject_key);
