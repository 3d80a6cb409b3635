-- What colleagues said of two records: that they are one person, or two. It joins the records and rewrites
-- neither. Both are pseudonyms with a context of its own; which they are, and why, stands sealed.
CREATE TABLE same_as (
    id         BLOB    NOT NULL PRIMARY KEY,
    centre_id  BLOB    NOT NULL REFERENCES centre (id),
    one        BLOB    NOT NULL,
    other      BLOB    NOT NULL,
    link_ver   INTEGER NOT NULL,
    verdict    TEXT    NOT NULL CHECK (verdict IN ('same', 'two')),
    sealed     BLOB    NOT NULL,
    said_by    BLOB    NOT NULL,
    said_at    TEXT    NOT NULL,
    ended_by   BLOB,
    ended_at   TEXT,
    CONSTRAINT same_as_of_two CHECK (one < other)
) STRICT;
CREATE UNIQUE INDEX same_as_live ON same_as (centre_id, one, other) WHERE ended_at IS NULL;
CREATE INDEX same_as_other ON same_as (centre_id, other);
