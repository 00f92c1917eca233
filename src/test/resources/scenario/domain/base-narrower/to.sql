CREATE DOMAIN code AS varchar(5);
CREATE TYPE pair AS (c code, n int);
CREATE TABLE t (id integer PRIMARY KEY, c code, cs code[], p pair);
