CREATE TYPE part AS (name text, n bigint);
CREATE DOMAIN amount AS bigint;
CREATE FUNCTION named(p part) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT (p).name';
CREATE FUNCTION twice(a amount) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT a::int * 2';
CREATE TABLE t (
    id int PRIMARY KEY,
    p part,
    a amount,
    n int,
    s text,
    of_column text GENERATED ALWAYS AS (named(p)) STORED,
    of_domain int GENERATED ALWAYS AS (twice(a)) STORED,
    of_row text GENERATED ALWAYS AS (named(ROW(s, n)::part)) STORED,
    of_number int GENERATED ALWAYS AS (twice(n::amount)) STORED
);
CREATE INDEX t_of_row ON t (of_row);
COMMENT ON COLUMN t.of_row IS 'computed';
