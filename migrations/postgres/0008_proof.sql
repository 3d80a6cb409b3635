-- Proving once more who one is, and a role that the only administrator gave to herself or himself.

ALTER TABLE session ADD COLUMN stepped_at TIMESTAMPTZ;
ALTER TABLE staff_role ADD COLUMN own_hand BOOLEAN NOT NULL DEFAULT FALSE;
