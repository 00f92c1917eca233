CREATE DOMAIN code AS varchar(10) DEFAULT 'a' CHECK (VALUE <> '');
CREATE TABLE t (id integer PRIMARY KEY, c code DEFAULT 'x', cs code[]);
CREATE VIEW v AS SELECT c FROM t;
