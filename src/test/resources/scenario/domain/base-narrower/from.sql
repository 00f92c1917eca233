CREATE DOMAIN code AS varchar(20);
CREATE TYPE pair AS (c code, n int);
CREATE TABLE t (id integer PRIMARY KEY, c code, cs code[], p pair);
INSERT INTO t VALUES (1, 'abc', ARRAY['x y', NULL, 'q"r']::code[], ROW('z', 1));
