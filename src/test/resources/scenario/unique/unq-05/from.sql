CREATE TABLE t (id integer PRIMARY KEY, x integer, y integer, z integer, CONSTRAINT uq_old UNIQUE (x));
