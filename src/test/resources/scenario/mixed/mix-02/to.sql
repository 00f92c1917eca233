CREATE TABLE t (id integer PRIMARY KEY, c varchar(20));
CREATE VIEW v AS SELECT id, c FROM t;
