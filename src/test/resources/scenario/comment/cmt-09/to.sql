CREATE TABLE t (id integer PRIMARY KEY, x integer);
CREATE INDEX ix ON t (x);
