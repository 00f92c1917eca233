CREATE TABLE t (id integer PRIMARY KEY, x integer);
CREATE UNIQUE INDEX ux ON t (x);
