-- Files of people that are read in, and files of people that two colleagues let out. What they hold is
-- sealed from the first byte and deleted when it has served.

CREATE TABLE import_run (
    id          UUID NOT NULL PRIMARY KEY,
    centre_id   UUID NOT NULL REFERENCES centre (id),
    by_user     UUID NOT NULL,
    state       TEXT NOT NULL CHECK (state IN ('sending', 'asking', 'running', 'paused', 'done')),
    source      TEXT NOT NULL CHECK (source IN ('sent', 'file')),
    digest      BYTEA,
    head        BYTEA,
    plan        BYTEA,
    size        BIGINT NOT NULL,
    position    BIGINT NOT NULL,
    line        BIGINT NOT NULL,
    written     BIGINT NOT NULL,
    known       BIGINT NOT NULL,
    bad         BIGINT NOT NULL,
    created_at  TIMESTAMPTZ NOT NULL,
    began_at    TIMESTAMPTZ,
    moved_at    TIMESTAMPTZ NOT NULL,
    ended_at    TIMESTAMPTZ,
    rev         BIGINT NOT NULL
);
CREATE INDEX import_run_of_centre ON import_run (centre_id, created_at);

CREATE TABLE import_fault (
    id         UUID NOT NULL PRIMARY KEY,
    centre_id  UUID NOT NULL REFERENCES centre (id),
    run_id     UUID NOT NULL REFERENCES import_run (id),
    line       BIGINT NOT NULL,
    sealed     BYTEA NOT NULL
);
CREATE UNIQUE INDEX import_fault_line ON import_fault (run_id, line);

CREATE TABLE export_request (
    id           UUID NOT NULL PRIMARY KEY,
    centre_id    UUID NOT NULL REFERENCES centre (id),
    asked_by     UUID NOT NULL,
    asked_at     TIMESTAMPTZ NOT NULL,
    reason       BYTEA NOT NULL,
    released_by  UUID,
    released_at  TIMESTAMPTZ,
    ready_until  TIMESTAMPTZ,
    taken_at     TIMESTAMPTZ,
    rev          BIGINT NOT NULL,
    CONSTRAINT export_request_two CHECK (released_by IS NULL OR released_by <> asked_by)
);
CREATE INDEX export_request_of_centre ON export_request (centre_id, asked_at);

-- The pieces of a file, of a run or of a request.
CREATE TABLE file_piece (
    id         UUID NOT NULL PRIMARY KEY,
    centre_id  UUID NOT NULL REFERENCES centre (id),
    file_id    UUID NOT NULL,
    place      BIGINT NOT NULL,
    sealed     BYTEA NOT NULL
);
CREATE UNIQUE INDEX file_piece_place ON file_piece (file_id, place);
