CREATE TABLE t (id integer PRIMARY KEY, a integer);
CREATE INDEX swap ON t (a);
CREATE TABLE u (id integer PRIMARY KEY, b integer);
