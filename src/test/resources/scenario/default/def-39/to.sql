CREATE TABLE t (id integer PRIMARY KEY, c bigint DEFAULT 1);
