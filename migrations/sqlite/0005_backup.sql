-- What must never come back, and how backups are kept. A backup that is put back is told the whole
-- ledger before the house opens.

CREATE TABLE erasure_ledger (
    id            BLOB NOT NULL PRIMARY KEY,
    centre_id     BLOB NOT NULL REFERENCES centre (id),
    deed          TEXT NOT NULL,
    subject_kind  TEXT NOT NULL,
    subject_id    BLOB NOT NULL,
    grant_id      BLOB NOT NULL,
    day           TEXT NOT NULL
) STRICT;

-- One row, of the installation.
CREATE TABLE backup_plan (
    id         BLOB    NOT NULL PRIMARY KEY,
    hour       INTEGER NOT NULL CHECK (hour BETWEEN 0 AND 23),
    keep_days  INTEGER NOT NULL,
    rev        INTEGER NOT NULL
) STRICT;

-- Backups that were made and tried; the young ones are all that is asked for.
CREATE TABLE backup_run (
    id      BLOB NOT NULL PRIMARY KEY,
    kind    TEXT NOT NULL CHECK (kind IN ('whole', 'drill')),
    at      TEXT NOT NULL,
    bytes   INTEGER NOT NULL,
    trail   INTEGER NOT NULL,
    people  INTEGER NOT NULL
) STRICT;
CREATE INDEX backup_run_age ON backup_run (kind, at);
