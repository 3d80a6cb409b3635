-- The course of a visit: one that was begun by mistake is taken back, a child who came alone waits for
-- the colleague on duty, and what helps while somebody waits is sealed.

ALTER TABLE visit ADD COLUMN taken_back BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE visit ADD COLUMN awaits_duty BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE visit ADD COLUMN facts BYTEA;
