CREATE TABLE t (id integer PRIMARY KEY, x integer, CONSTRAINT ux UNIQUE (x));
