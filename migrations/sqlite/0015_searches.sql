-- Hours in which a colleague looked many people up: listed for somebody else to look into.

CREATE TABLE searches (
    id         BLOB        NOT NULL PRIMARY KEY,
    centre_id  BLOB        NOT NULL REFERENCES centre (id),
    user_id    BLOB        NOT NULL,
    hour       TEXT        NOT NULL,
    count      INTEGER     NOT NULL CHECK (count > 0),
    why        TEXT,
    remark     BLOB,
    said_at    TEXT,
    seen_by    BLOB,
    seen_at    TEXT,
    rev        INTEGER     NOT NULL DEFAULT 1,
    CONSTRAINT searches_once_an_hour UNIQUE (centre_id, user_id, hour)
) STRICT;
CREATE INDEX searches_of_centre ON searches (centre_id, seen_at, hour);
