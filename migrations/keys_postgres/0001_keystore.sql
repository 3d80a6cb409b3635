-- The keystore: the keys of what is sealed in the data, each wrapped to those who may use it. It is
-- a database of its own and is backed up apart from the data: neither opens anything without the
-- other, and nothing in here opens without the root secret.

CREATE TABLE keystore (
    id           UUID    NOT NULL PRIMARY KEY,
    check_value  BYTEA   NOT NULL,
    link_ver     BIGINT  NOT NULL,
    min_reader   BIGINT  NOT NULL,
    min_writer   BIGINT  NOT NULL
);

-- The root secret under a pass-phrase or under the code of a recovery sheet.
CREATE TABLE root_wrap (
    id      UUID    NOT NULL PRIMARY KEY,
    method  TEXT    NOT NULL CHECK (method IN ('passphrase', 'sheet')),
    holder  BIGINT  NOT NULL,
    scheme  BIGINT  NOT NULL,
    salt    BYTEA   NOT NULL,
    sealed  BYTEA   NOT NULL
);

-- The versions of a recipient's own key that are or were in use; without a row it is version 1.
CREATE TABLE kek (
    centre_id       UUID    NOT NULL,
    recipient_kind  TEXT    NOT NULL,
    recipient_id    UUID    NOT NULL,
    version         BIGINT  NOT NULL,
    PRIMARY KEY (recipient_kind, recipient_id, version)
);

CREATE TABLE data_key (
    id              UUID    NOT NULL PRIMARY KEY,
    centre_id       UUID    NOT NULL,
    subject_kind    TEXT    NOT NULL,
    subject_id      UUID    NOT NULL,
    compartment     TEXT    NOT NULL,
    compartment_id  UUID    NOT NULL,
    generation      BIGINT  NOT NULL CHECK (generation > 0),
    spent           BOOLEAN NOT NULL
);
CREATE UNIQUE INDEX data_key_generation ON data_key
    (subject_kind, subject_id, compartment, compartment_id, generation);

-- A wrap belongs to one grant of the data; the wraps of the custody and of the house to none, and
-- carry sixteen zero bytes there.
CREATE TABLE key_wrap (
    key_id          UUID    NOT NULL REFERENCES data_key (id) ON DELETE CASCADE,
    centre_id       UUID    NOT NULL,
    recipient_kind  TEXT    NOT NULL,
    recipient_id    UUID    NOT NULL,
    grant_id        UUID    NOT NULL,
    kek_ver         BIGINT  NOT NULL,
    sealed          BYTEA   NOT NULL,
    PRIMARY KEY (key_id, recipient_kind, recipient_id, grant_id)
);
CREATE INDEX key_wrap_of_recipient ON key_wrap (recipient_kind, recipient_id, key_id, grant_id);
CREATE INDEX key_wrap_of_grant ON key_wrap (grant_id);
