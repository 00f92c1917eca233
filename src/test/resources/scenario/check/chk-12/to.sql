CREATE TABLE t (id integer PRIMARY KEY, x integer, y integer, s varchar(20), CONSTRAINT ck_new CHECK (x > 0));
