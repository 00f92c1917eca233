CREATE TABLE t (id integer PRIMARY KEY, c numeric(8,0));
