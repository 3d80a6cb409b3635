-- Erasing people: who is to be erased and why, the keys that have to follow, and which periods forbid
-- to erase earlier.

-- Whom it is about, who asked and why something was refused stands sealed, with a key of its own; link
-- is a pseudonym. Both go with the person. The digest is of what would go, as it was looked at.
CREATE TABLE erasure (
    id        UUID NOT NULL PRIMARY KEY,
    centre_id UUID NOT NULL REFERENCES centre (id),
    cause     TEXT NOT NULL CHECK (cause IN ('request', 'retention')),
    link      BYTEA,
    link_ver  BIGINT,
    sealed    BYTEA,
    asked_on  DATE NOT NULL,
    extended  BOOLEAN NOT NULL,
    digest    BYTEA,
    asked_by  UUID,
    asked_at  TIMESTAMPTZ,
    outcome   TEXT CHECK (outcome IN ('erased', 'refused', 'withdrawn')),
    ended_by  UUID,
    ended_at  TIMESTAMPTZ,
    noted_by  UUID NOT NULL,
    noted_at  TIMESTAMPTZ NOT NULL,
    rev       BIGINT NOT NULL,
    CONSTRAINT erasure_two_people CHECK (outcome IS NULL OR outcome <> 'erased'
        OR (asked_by IS NOT NULL AND ended_by IS NOT NULL AND asked_by <> ended_by))
);
CREATE UNIQUE INDEX erasure_live ON erasure (centre_id, link) WHERE outcome IS NULL;
CREATE INDEX erasure_of_centre ON erasure (centre_id, noted_at);

-- Keys that are to be destroyed, written where what they seal is removed. The keystore is another
-- database: a row goes once its keys are gone. Without a compartment it is every key of the subject;
-- where only spent ones go, something else is sealed with a new one since.
CREATE TABLE key_end (
    id              UUID NOT NULL PRIMARY KEY,
    centre_id       UUID NOT NULL REFERENCES centre (id),
    subject_kind    TEXT NOT NULL,
    subject_id      UUID NOT NULL,
    compartment     TEXT NOT NULL,
    compartment_id  UUID NOT NULL,
    only_spent      BOOLEAN NOT NULL,
    due_at          TIMESTAMPTZ NOT NULL
);
CREATE INDEX key_end_of_centre ON key_end (centre_id, due_at);

-- A period that binds forbids to erase earlier, also when somebody asks.
ALTER TABLE retention ADD COLUMN binds BOOLEAN NOT NULL DEFAULT FALSE;
