CREATE TABLE t (id integer PRIMARY KEY, x integer, y integer, s varchar(20), CHECK (x > 0));
