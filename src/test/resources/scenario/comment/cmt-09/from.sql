CREATE TABLE t (id integer PRIMARY KEY, x integer);
CREATE INDEX ix ON t (x);
COMMENT ON INDEX ix IS 'i';
COMMENT ON CONSTRAINT t_pkey ON t IS 'pk';
