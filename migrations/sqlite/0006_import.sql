-- Files of people that are read in, and files of people that two colleagues let out. What they hold is
-- sealed from the first byte and deleted when it has served.

CREATE TABLE import_run (
    id          BLOB    NOT NULL PRIMARY KEY,
    centre_id   BLOB    NOT NULL REFERENCES centre (id),
    by_user     BLOB    NOT NULL,
    state       TEXT    NOT NULL CHECK (state IN ('sending', 'asking', 'running', 'paused', 'done')),
    source      TEXT    NOT NULL CHECK (source IN ('sent', 'file')),
    digest      BLOB,
    head        BLOB,
    plan        BLOB,
    size        INTEGER NOT NULL,
    position    INTEGER NOT NULL,
    line        INTEGER NOT NULL,
    written     INTEGER NOT NULL,
    known       INTEGER NOT NULL,
    bad         INTEGER NOT NULL,
    created_at  TEXT    NOT NULL,
    began_at    TEXT,
    moved_at    TEXT    NOT NULL,
    ended_at    TEXT,
    rev         INTEGER NOT NULL
) STRICT;
CREATE INDEX import_run_of_centre ON import_run (centre_id, created_at);

CREATE TABLE import_fault (
    id         BLOB    NOT NULL PRIMARY KEY,
    centre_id  BLOB    NOT NULL REFERENCES centre (id),
    run_id     BLOB    NOT NULL REFERENCES import_run (id),
    line       INTEGER NOT NULL,
    sealed     BLOB    NOT NULL
) STRICT;
CREATE UNIQUE INDEX import_fault_line ON import_fault (run_id, line);

CREATE TABLE export_request (
    id           BLOB    NOT NULL PRIMARY KEY,
    centre_id    BLOB    NOT NULL REFERENCES centre (id),
    asked_by     BLOB    NOT NULL,
    asked_at     TEXT    NOT NULL,
    reason       BLOB    NOT NULL,
    released_by  BLOB,
    released_at  TEXT,
    ready_until  TEXT,
    taken_at     TEXT,
    rev          INTEGER NOT NULL,
    CONSTRAINT export_request_two CHECK (released_by IS NULL OR released_by <> asked_by)
) STRICT;
CREATE INDEX export_request_of_centre ON export_request (centre_id, asked_at);

-- The pieces of a file, of a run or of a request.
CREATE TABLE file_piece (
    id         BLOB    NOT NULL PRIMARY KEY,
    centre_id  BLOB    NOT NULL REFERENCES centre (id),
    file_id    BLOB    NOT NULL,
    place      INTEGER NOT NULL,
    sealed     BLOB    NOT NULL
) STRICT;
CREATE UNIQUE INDEX file_piece_place ON file_piece (file_id, place);
