-- Colleagues who join, come back and leave, and whom a colleague must not see.

-- A code on paper that lets somebody choose new proofs, once. Without a hash it waits for a second
-- person to release it.
CREATE TABLE invite (
    id           UUID NOT NULL PRIMARY KEY,
    centre_id    UUID NOT NULL REFERENCES centre (id),
    user_id      UUID NOT NULL REFERENCES staff (id),
    purpose      TEXT NOT NULL CHECK (purpose IN ('join', 'phrase', 'factor')),
    code_hash    BYTEA UNIQUE,
    made_by      UUID NOT NULL,
    made_at      TIMESTAMPTZ NOT NULL,
    released_by  UUID,
    expires_at   TIMESTAMPTZ NOT NULL,
    used_at      TIMESTAMPTZ,
    ended_at     TIMESTAMPTZ,
    seen_at      TIMESTAMPTZ,
    CONSTRAINT invite_two_people CHECK (released_by IS NULL OR released_by <> made_by)
);
CREATE UNIQUE INDEX invite_live ON invite (user_id) WHERE used_at IS NULL AND ended_at IS NULL;

-- Both sides are pseudonyms with contexts of their own; who they are stands sealed.
CREATE TABLE denial (
    id         UUID NOT NULL PRIMARY KEY,
    centre_id  UUID NOT NULL REFERENCES centre (id),
    barred     BYTEA NOT NULL,
    person     BYTEA NOT NULL,
    link_ver   BIGINT NOT NULL,
    sealed     BYTEA NOT NULL,
    set_at     TIMESTAMPTZ NOT NULL,
    ended_at   TIMESTAMPTZ
);
CREATE UNIQUE INDEX denial_live ON denial (centre_id, barred, person) WHERE ended_at IS NULL;
