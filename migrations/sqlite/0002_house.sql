-- What an administrator sets about the house. A text named hours lists stretches of a day in the
-- canonical form `09:00-12:30, 13:30-17:00`; an item with closed_at is offered no more, and stays.

ALTER TABLE centre ADD COLUMN public_name TEXT NOT NULL DEFAULT '';
ALTER TABLE centre ADD COLUMN street TEXT NOT NULL DEFAULT '';
ALTER TABLE centre ADD COLUMN town TEXT NOT NULL DEFAULT '';
ALTER TABLE centre ADD COLUMN phone TEXT NOT NULL DEFAULT '';
ALTER TABLE centre ADD COLUMN portal_host TEXT;
CREATE UNIQUE INDEX centre_portal_host ON centre (portal_host);

-- The organisations that send services into the house.
CREATE TABLE organisation (
    id         BLOB    NOT NULL PRIMARY KEY,
    centre_id  BLOB    NOT NULL REFERENCES centre (id),
    name       TEXT    NOT NULL,
    rank       INTEGER NOT NULL,
    closed_at  TEXT,
    rev        INTEGER NOT NULL
) STRICT;
CREATE INDEX organisation_of_centre ON organisation (centre_id, rank);

ALTER TABLE service ADD COLUMN organisation_id BLOB REFERENCES organisation (id);
ALTER TABLE service ADD COLUMN rev INTEGER NOT NULL DEFAULT 1;

-- Hours of a room that are empty are those of the house; buffers are whole minutes.
ALTER TABLE room ADD COLUMN soundproof INTEGER NOT NULL DEFAULT 0 CHECK (soundproof IN (0, 1));
ALTER TABLE room ADD COLUMN hours TEXT NOT NULL DEFAULT '';
ALTER TABLE room ADD COLUMN buffer_before INTEGER NOT NULL DEFAULT 0 CHECK (buffer_before >= 0);
ALTER TABLE room ADD COLUMN buffer_after INTEGER NOT NULL DEFAULT 0 CHECK (buffer_after >= 0);
ALTER TABLE room ADD COLUMN rev INTEGER NOT NULL DEFAULT 1;

-- Values that are kept in versions: the week, the languages of the desk, the texts of the house.
CREATE TABLE setting (
    id         BLOB    NOT NULL PRIMARY KEY,
    centre_id  BLOB    NOT NULL REFERENCES centre (id),
    key        TEXT    NOT NULL,
    version    INTEGER NOT NULL CHECK (version > 0),
    value      TEXT    NOT NULL,
    at         TEXT    NOT NULL
) STRICT;
CREATE UNIQUE INDEX setting_version ON setting (centre_id, key, version);

-- Days that are not as their weekday: without hours the house is closed.
CREATE TABLE special_day (
    id         BLOB    NOT NULL PRIMARY KEY,
    centre_id  BLOB    NOT NULL REFERENCES centre (id),
    day        TEXT    NOT NULL,
    hours      TEXT    NOT NULL,
    reason     TEXT    NOT NULL,
    closed_at  TEXT,
    rev        INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX special_day_once ON special_day (centre_id, day) WHERE closed_at IS NULL;

CREATE TABLE duty (
    id         BLOB    NOT NULL PRIMARY KEY,
    centre_id  BLOB    NOT NULL REFERENCES centre (id),
    user_id    BLOB    NOT NULL REFERENCES staff (id),
    starts_at  TEXT    NOT NULL,
    ends_at    TEXT    NOT NULL,
    closed_at  TEXT,
    rev        INTEGER NOT NULL,
    CONSTRAINT duty_lasts CHECK (starts_at < ends_at)
) STRICT;
CREATE INDEX duty_of_centre ON duty (centre_id, ends_at);

-- How long what is kept, for which controller (none: the centre itself), and by which source.
CREATE TABLE retention (
    id               BLOB    NOT NULL PRIMARY KEY,
    centre_id        BLOB    NOT NULL REFERENCES centre (id),
    organisation_id  BLOB REFERENCES organisation (id),
    about            TEXT    NOT NULL,
    months           INTEGER NOT NULL CHECK (months > 0),
    counts_from      TEXT    NOT NULL,
    source           TEXT    NOT NULL,
    valid_from       TEXT    NOT NULL,
    valid_until      TEXT,
    closed_at        TEXT,
    rev              INTEGER NOT NULL
) STRICT;
CREATE INDEX retention_of_centre ON retention (centre_id, about);
