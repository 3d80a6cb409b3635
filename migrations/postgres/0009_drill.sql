-- What came of a backup that was made or tried, and which sheet opens it: the digest of the public
-- halves of its codes. Rows of before were all good.

ALTER TABLE backup_run ADD COLUMN fault TEXT;
ALTER TABLE backup_run ADD COLUMN sheet BYTEA;
