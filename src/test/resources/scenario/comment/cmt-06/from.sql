CREATE TABLE t (id integer PRIMARY KEY, x integer);
COMMENT ON COLUMN t.x IS 'c';
