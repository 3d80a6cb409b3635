-- Mail: the server of a house, and the letters that wait for it.

-- How the server does is stored beside it, so that every process lets it rest together.
CREATE TABLE mail_server (
    centre_id   UUID NOT NULL PRIMARY KEY REFERENCES centre (id),
    sealed      BYTEA NOT NULL,
    rev         BIGINT NOT NULL,
    down_since  TIMESTAMPTZ,
    fault       TEXT,
    failures    BIGINT NOT NULL,
    rest_until  TIMESTAMPTZ
);

-- A letter is stored in the transaction of its cause. What it says and to whom is sealed, and gone
-- once it is sent. Cause and occasion are pseudonyms: a second letter for the same occasion is none.
CREATE TABLE outbox (
    id           UUID NOT NULL PRIMARY KEY,
    centre_id    UUID NOT NULL REFERENCES centre (id),
    kind         TEXT NOT NULL,
    cause        BYTEA NOT NULL,
    occasion     BYTEA NOT NULL,
    sealed       BYTEA,
    state        TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'sent', 'given_up', 'withdrawn')),
    put_at       TIMESTAMPTZ NOT NULL,
    due_at       TIMESTAMPTZ NOT NULL,
    not_after    TIMESTAMPTZ NOT NULL,
    tries        BIGINT NOT NULL,
    fault        TEXT,
    lease        UUID,
    lease_until  TIMESTAMPTZ,
    ended_at     TIMESTAMPTZ
);
CREATE UNIQUE INDEX outbox_occasion ON outbox (centre_id, occasion);
CREATE INDEX outbox_due ON outbox (centre_id, due_at) WHERE state IN ('waiting', 'sending');
CREATE INDEX outbox_cause ON outbox (centre_id, cause);
CREATE INDEX outbox_latest ON outbox (centre_id, put_at);
