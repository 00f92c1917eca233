CREATE TABLE t (id integer PRIMARY KEY, c double precision DEFAULT random());
