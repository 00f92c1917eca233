CREATE TABLE t (a integer, b integer, c integer, PRIMARY KEY (a, b, c));
