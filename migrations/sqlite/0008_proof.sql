-- Proving once more who one is, and a role that the only administrator gave to herself or himself.

ALTER TABLE session ADD COLUMN stepped_at TEXT;
ALTER TABLE staff_role ADD COLUMN own_hand INTEGER NOT NULL DEFAULT 0 CHECK (own_hand IN (0, 1));
