-- Hours in which a colleague looked many people up: listed for somebody else to look into.

CREATE TABLE searches (
    id         UUID        NOT NULL PRIMARY KEY,
    centre_id  UUID        NOT NULL REFERENCES centre (id),
    user_id    UUID        NOT NULL,
    hour       TIMESTAMPTZ NOT NULL,
    count      BIGINT      NOT NULL CHECK (count > 0),
    why        TEXT,
    remark     BYTEA,
    said_at    TIMESTAMPTZ,
    seen_by    UUID,
    seen_at    TIMESTAMPTZ,
    rev        BIGINT      NOT NULL DEFAULT 1,
    CONSTRAINT searches_once_an_hour UNIQUE (centre_id, user_id, hour)
);
CREATE INDEX searches_of_centre ON searches (centre_id, seen_at, hour);
