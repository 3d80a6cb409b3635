-- Mail: the server of a house, and the letters that wait for it.

-- How the server does is stored beside it, so that every process lets it rest together.
CREATE TABLE mail_server (
    centre_id   BLOB    NOT NULL PRIMARY KEY REFERENCES centre (id),
    sealed      BLOB    NOT NULL,
    rev         INTEGER NOT NULL,
    down_since  TEXT,
    fault       TEXT,
    failures    INTEGER NOT NULL,
    rest_until  TEXT
) STRICT;

-- A letter is stored in the transaction of its cause. What it says and to whom is sealed, and gone
-- once it is sent. Cause and occasion are pseudonyms: a second letter for the same occasion is none.
CREATE TABLE outbox (
    id           BLOB    NOT NULL PRIMARY KEY,
    centre_id    BLOB    NOT NULL REFERENCES centre (id),
    kind         TEXT    NOT NULL,
    cause        BLOB    NOT NULL,
    occasion     BLOB    NOT NULL,
    sealed       BLOB,
    state        TEXT    NOT NULL CHECK (state IN ('waiting', 'sending', 'sent', 'given_up', 'withdrawn')),
    put_at       TEXT    NOT NULL,
    due_at       TEXT    NOT NULL,
    not_after    TEXT    NOT NULL,
    tries        INTEGER NOT NULL,
    fault        TEXT,
    lease        BLOB,
    lease_until  TEXT,
    ended_at     TEXT
) STRICT;
CREATE UNIQUE INDEX outbox_occasion ON outbox (centre_id, occasion);
CREATE INDEX outbox_due ON outbox (centre_id, due_at) WHERE state IN ('waiting', 'sending');
CREATE INDEX outbox_cause ON outbox (centre_id, cause);
CREATE INDEX outbox_latest ON outbox (centre_id, put_at);
