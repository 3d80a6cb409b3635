-- The course of a visit: one that was begun by mistake is taken back, a child who came alone waits for
-- the colleague on duty, and what helps while somebody waits is sealed.

ALTER TABLE visit ADD COLUMN taken_back INTEGER NOT NULL DEFAULT 0 CHECK (taken_back IN (0, 1));
ALTER TABLE visit ADD COLUMN awaits_duty INTEGER NOT NULL DEFAULT 0 CHECK (awaits_duty IN (0, 1));
ALTER TABLE visit ADD COLUMN facts BLOB;
