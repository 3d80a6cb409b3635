-- Wrong answers of whoever has a code on paper: the tenth ends the code.

ALTER TABLE invite ADD COLUMN wrong INTEGER NOT NULL DEFAULT 0;
