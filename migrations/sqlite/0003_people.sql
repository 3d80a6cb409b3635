-- Colleagues who join, come back and leave, and whom a colleague must not see.

-- A code on paper that lets somebody choose new proofs, once. Without a hash it waits for a second
-- person to release it.
CREATE TABLE invite (
    id           BLOB NOT NULL PRIMARY KEY,
    centre_id    BLOB NOT NULL REFERENCES centre (id),
    user_id      BLOB NOT NULL REFERENCES staff (id),
    purpose      TEXT NOT NULL CHECK (purpose IN ('join', 'phrase', 'factor')),
    code_hash    BLOB UNIQUE,
    made_by      BLOB NOT NULL,
    made_at      TEXT NOT NULL,
    released_by  BLOB,
    expires_at   TEXT NOT NULL,
    used_at      TEXT,
    ended_at     TEXT,
    seen_at      TEXT,
    CONSTRAINT invite_two_people CHECK (released_by IS NULL OR released_by <> made_by)
) STRICT;
CREATE UNIQUE INDEX invite_live ON invite (user_id) WHERE used_at IS NULL AND ended_at IS NULL;

-- Both sides are pseudonyms with contexts of their own; who they are stands sealed.
CREATE TABLE denial (
    id         BLOB    NOT NULL PRIMARY KEY,
    centre_id  BLOB    NOT NULL REFERENCES centre (id),
    barred     BLOB    NOT NULL,
    person     BLOB    NOT NULL,
    link_ver   INTEGER NOT NULL,
    sealed     BLOB    NOT NULL,
    set_at     TEXT    NOT NULL,
    ended_at   TEXT
) STRICT;
CREATE UNIQUE INDEX denial_live ON denial (centre_id, barred, person) WHERE ended_at IS NULL;
