-- What colleagues said of two records: that they are one person, or two. It joins the records and rewrites
-- neither. Both are pseudonyms with a context of its own; which they are, and why, stands sealed.
CREATE TABLE same_as (
    id         UUID        NOT NULL PRIMARY KEY,
    centre_id  UUID        NOT NULL REFERENCES centre (id),
    one        BYTEA       NOT NULL,
    other      BYTEA       NOT NULL,
    link_ver   BIGINT      NOT NULL,
    verdict    TEXT        NOT NULL CHECK (verdict IN ('same', 'two')),
    sealed     BYTEA       NOT NULL,
    said_by    UUID        NOT NULL,
    said_at    TIMESTAMPTZ NOT NULL,
    ended_by   UUID,
    ended_at   TIMESTAMPTZ,
    CONSTRAINT same_as_of_two CHECK (one < other)
);
CREATE UNIQUE INDEX same_as_live ON same_as (centre_id, one, other) WHERE ended_at IS NULL;
CREATE INDEX same_as_other ON same_as (centre_id, other);
