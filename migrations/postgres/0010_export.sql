-- A file of all people is made by the program itself and waits sealed until it was taken whole. `deeds` is
-- how many entries the ledger had then: whoever was erased or kept away since must not be in it.

ALTER TABLE export_request ADD COLUMN made_at TIMESTAMPTZ;
ALTER TABLE export_request ADD COLUMN pieces BIGINT;
ALTER TABLE export_request ADD COLUMN deeds BIGINT;
