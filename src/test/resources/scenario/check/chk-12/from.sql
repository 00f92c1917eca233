CREATE TABLE t (id integer PRIMARY KEY, x integer, y integer, s varchar(20), CONSTRAINT ck_old CHECK (x > 0));
