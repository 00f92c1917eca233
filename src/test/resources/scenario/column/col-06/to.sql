CREATE TABLE t (id integer PRIMARY KEY, zeta integer, alpha integer, mid integer);
