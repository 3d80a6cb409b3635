-- What must never come back, and how backups are kept. A backup that is put back is told the whole
-- ledger before the house opens.

CREATE TABLE erasure_ledger (
    id            UUID NOT NULL PRIMARY KEY,
    centre_id     UUID NOT NULL REFERENCES centre (id),
    deed          TEXT NOT NULL,
    subject_kind  TEXT NOT NULL,
    subject_id    UUID NOT NULL,
    grant_id      UUID NOT NULL,
    day           DATE NOT NULL
);

-- One row, of the installation.
CREATE TABLE backup_plan (
    id         UUID    NOT NULL PRIMARY KEY,
    hour       BIGINT NOT NULL CHECK (hour BETWEEN 0 AND 23),
    keep_days  BIGINT NOT NULL,
    rev        BIGINT NOT NULL
);

-- Backups that were made and tried; the young ones are all that is asked for.
CREATE TABLE backup_run (
    id      UUID NOT NULL PRIMARY KEY,
    kind    TEXT NOT NULL CHECK (kind IN ('whole', 'drill')),
    at      TIMESTAMPTZ NOT NULL,
    bytes   BIGINT NOT NULL,
    trail   BIGINT NOT NULL,
    people  BIGINT NOT NULL
);
CREATE INDEX backup_run_age ON backup_run (kind, at);
