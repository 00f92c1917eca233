CREATE TYPE part AS (name text, n bigint);
CREATE DOMAIN amount AS bigint;
CREATE FUNCTION named(p part) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT (p).name';
CREATE FUNCTION twice(a amount) RETURNS amount[] LANGUAGE sql AS 'SELECT ARRAY[a, a]';
CREATE TABLE t (id int PRIMARY KEY, p part, a amount);
CREATE INDEX t_named ON t (named(p));
CREATE VIEW v AS SELECT named(p) AS n, a FROM t;
