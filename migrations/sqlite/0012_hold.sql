-- Who must not be erased for now, visits that lose their person because their time is over, and what those
-- who manage the house are told of a new colleague among them.

-- A hold on one person. Who she is stands sealed with a key of the house, so that a backup that is put
-- back knows it; the words of colleagues are sealed with a key of hers, which goes with her.
CREATE TABLE hold (
    id        BLOB    NOT NULL PRIMARY KEY,
    centre_id BLOB    NOT NULL REFERENCES centre (id),
    link      BLOB    NOT NULL,
    link_ver  INTEGER NOT NULL,
    who       BLOB    NOT NULL,
    words     BLOB    NOT NULL,
    ground    TEXT    NOT NULL CHECK (ground IN ('court_order', 'legal_claim', 'oversight', 'complaint', 'asked')),
    until     TEXT    NOT NULL,
    set_by    BLOB    NOT NULL,
    set_at    TEXT    NOT NULL,
    ended_by  BLOB,
    ended_at  TEXT,
    rev       INTEGER NOT NULL
) STRICT;
CREATE INDEX hold_of_person ON hold (centre_id, link);

-- Visits that lose their person: one colleague asks, another lets it happen. The digest is of the visits,
-- as they were looked at.
CREATE TABLE unlinking (
    id        BLOB    NOT NULL PRIMARY KEY,
    centre_id BLOB    NOT NULL REFERENCES centre (id),
    until     TEXT    NOT NULL,
    visits    INTEGER NOT NULL,
    digest    BLOB    NOT NULL,
    asked_by  BLOB    NOT NULL,
    asked_at  TEXT    NOT NULL,
    outcome   TEXT CHECK (outcome IN ('done', 'withdrawn')),
    ended_by  BLOB,
    ended_at  TEXT,
    rev       INTEGER NOT NULL,
    CONSTRAINT unlinking_two_people CHECK (outcome IS NULL OR outcome <> 'done'
        OR (ended_by IS NOT NULL AND asked_by <> ended_by))
) STRICT;
CREATE UNIQUE INDEX unlinking_live ON unlinking (centre_id) WHERE outcome IS NULL;

-- What one colleague is told about a role of another, until it was seen.
CREATE TABLE role_notice (
    id        BLOB NOT NULL PRIMARY KEY,
    centre_id BLOB NOT NULL REFERENCES centre (id),
    for_user  BLOB NOT NULL,
    of_user   BLOB NOT NULL,
    role      TEXT NOT NULL CHECK (role IN ('administrator', 'coordinator')),
    given_by  BLOB,
    given_at  TEXT NOT NULL,
    seen_at   TEXT
) STRICT;
CREATE INDEX role_notice_of_user ON role_notice (centre_id, for_user, seen_at);
