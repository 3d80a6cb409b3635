-- The keystore: the keys of what is sealed in the data, each wrapped to those who may use it. It is
-- a database of its own and is backed up apart from the data: neither opens anything without the
-- other, and nothing in here opens without the root secret.

CREATE TABLE keystore (
    id           BLOB    NOT NULL PRIMARY KEY,
    check_value  BLOB    NOT NULL,
    link_ver     INTEGER NOT NULL,
    min_reader   INTEGER NOT NULL,
    min_writer   INTEGER NOT NULL
) STRICT;

-- The root secret under a pass-phrase or under the code of a recovery sheet.
CREATE TABLE root_wrap (
    id      BLOB    NOT NULL PRIMARY KEY,
    method  TEXT    NOT NULL CHECK (method IN ('passphrase', 'sheet')),
    holder  INTEGER NOT NULL,
    scheme  INTEGER NOT NULL,
    salt    BLOB    NOT NULL,
    sealed  BLOB    NOT NULL
) STRICT;

-- The versions of a recipient's own key that are or were in use; without a row it is version 1.
CREATE TABLE kek (
    centre_id       BLOB    NOT NULL,
    recipient_kind  TEXT    NOT NULL,
    recipient_id    BLOB    NOT NULL,
    version         INTEGER NOT NULL,
    PRIMARY KEY (recipient_kind, recipient_id, version)
) STRICT;

CREATE TABLE data_key (
    id              BLOB    NOT NULL PRIMARY KEY,
    centre_id       BLOB    NOT NULL,
    subject_kind    TEXT    NOT NULL,
    subject_id      BLOB    NOT NULL,
    compartment     TEXT    NOT NULL,
    compartment_id  BLOB    NOT NULL,
    generation      INTEGER NOT NULL CHECK (generation > 0),
    spent           INTEGER NOT NULL CHECK (spent IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX data_key_generation ON data_key
    (subject_kind, subject_id, compartment, compartment_id, generation);

-- A wrap belongs to one grant of the data; the wraps of the custody and of the house to none, and
-- carry sixteen zero bytes there.
CREATE TABLE key_wrap (
    key_id          BLOB    NOT NULL REFERENCES data_key (id) ON DELETE CASCADE,
    centre_id       BLOB    NOT NULL,
    recipient_kind  TEXT    NOT NULL,
    recipient_id    BLOB    NOT NULL,
    grant_id        BLOB    NOT NULL,
    kek_ver         INTEGER NOT NULL,
    sealed          BLOB    NOT NULL,
    PRIMARY KEY (key_id, recipient_kind, recipient_id, grant_id)
) STRICT;
CREATE INDEX key_wrap_of_recipient ON key_wrap (recipient_kind, recipient_id, key_id, grant_id);
CREATE INDEX key_wrap_of_grant ON key_wrap (grant_id);
