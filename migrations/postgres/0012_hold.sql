-- Who must not be erased for now, visits that lose their person because their time is over, and what those
-- who manage the house are told of a new colleague among them.

-- A hold on one person. Who she is stands sealed with a key of the house, so that a backup that is put
-- back knows it; the words of colleagues are sealed with a key of hers, which goes with her.
CREATE TABLE hold (
    id        UUID NOT NULL PRIMARY KEY,
    centre_id UUID NOT NULL REFERENCES centre (id),
    link      BYTEA NOT NULL,
    link_ver  BIGINT NOT NULL,
    who       BYTEA NOT NULL,
    words     BYTEA NOT NULL,
    ground    TEXT NOT NULL CHECK (ground IN ('court_order', 'legal_claim', 'oversight', 'complaint', 'asked')),
    until     DATE NOT NULL,
    set_by    UUID NOT NULL,
    set_at    TIMESTAMPTZ NOT NULL,
    ended_by  UUID,
    ended_at  TIMESTAMPTZ,
    rev       BIGINT NOT NULL
);
CREATE INDEX hold_of_person ON hold (centre_id, link);

-- Visits that lose their person: one colleague asks, another lets it happen. The digest is of the visits,
-- as they were looked at.
CREATE TABLE unlinking (
    id        UUID NOT NULL PRIMARY KEY,
    centre_id UUID NOT NULL REFERENCES centre (id),
    until     DATE NOT NULL,
    visits    BIGINT NOT NULL,
    digest    BYTEA NOT NULL,
    asked_by  UUID NOT NULL,
    asked_at  TIMESTAMPTZ NOT NULL,
    outcome   TEXT CHECK (outcome IN ('done', 'withdrawn')),
    ended_by  UUID,
    ended_at  TIMESTAMPTZ,
    rev       BIGINT NOT NULL,
    CONSTRAINT unlinking_two_people CHECK (outcome IS NULL OR outcome <> 'done'
        OR (ended_by IS NOT NULL AND asked_by <> ended_by))
);
CREATE UNIQUE INDEX unlinking_live ON unlinking (centre_id) WHERE outcome IS NULL;

-- What one colleague is told about a role of another, until it was seen.
CREATE TABLE role_notice (
    id        UUID NOT NULL PRIMARY KEY,
    centre_id UUID NOT NULL REFERENCES centre (id),
    for_user  UUID NOT NULL,
    of_user   UUID NOT NULL,
    role      TEXT NOT NULL CHECK (role IN ('administrator', 'coordinator')),
    given_by  UUID,
    given_at  TIMESTAMPTZ NOT NULL,
    seen_at   TIMESTAMPTZ
);
CREATE INDEX role_notice_of_user ON role_notice (centre_id, for_user, seen_at);
