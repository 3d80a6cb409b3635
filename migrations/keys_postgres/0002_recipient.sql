-- Whoever holds a code of the recovery sheet can open the backups. This is the public half of what
-- the code opens them with; it opens nothing.
ALTER TABLE root_wrap ADD COLUMN recipient TEXT;
