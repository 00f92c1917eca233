CREATE TABLE t (id integer PRIMARY KEY, x integer, y integer, s varchar(20), CONSTRAINT ck_x CHECK (x > 0), CONSTRAINT ck_y CHECK (y > 0));
