CREATE DOMAIN code AS text NOT NULL CHECK (VALUE <> '');
CREATE TABLE t (id integer PRIMARY KEY, c code DEFAULT 'y', cs code[]);
CREATE VIEW v AS SELECT c FROM t;
