CREATE TABLE t (a bigint, b integer, g bigint GENERATED ALWAYS AS (a * 2) STORED UNIQUE, h text, CHECK (g > a));
CREATE INDEX ix ON t (g);
COMMENT ON COLUMN t.g IS 'g';
COMMENT ON INDEX ix IS 'ix';
