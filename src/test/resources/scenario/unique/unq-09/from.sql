CREATE TABLE t (id integer PRIMARY KEY, x integer, y integer, z integer, UNIQUE (x, y), UNIQUE (x, z));
