CREATE TABLE t (id integer PRIMARY KEY, c varchar(10));
CREATE VIEW v AS SELECT id, c FROM t;
