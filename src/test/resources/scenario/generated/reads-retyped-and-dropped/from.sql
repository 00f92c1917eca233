CREATE TABLE t (a integer, b integer, c text, g bigint GENERATED ALWAYS AS (a * 2) STORED UNIQUE, h text GENERATED ALWAYS AS (c || 'x') STORED, CHECK (g > a));
CREATE INDEX ix ON t (g);
COMMENT ON COLUMN t.g IS 'g';
COMMENT ON INDEX ix IS 'ix';
