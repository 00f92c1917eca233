CREATE TYPE part AS (name text, n bigint);
CREATE DOMAIN amount AS bigint;
CREATE TYPE "Mood" AS ENUM ('SAD', 'GLAD');
CREATE TABLE t (
    id int PRIMARY KEY,
    p part,
    a amount,
    m "Mood",
    n int DEFAULT (2::amount)::int,
    s text,
    of_row text GENERATED ALWAYS AS ((ROW(s, n)::part).name) STORED,
    of_number int GENERATED ALWAYS AS ((n::amount)::int) STORED,
    of_enum text GENERATED ALWAYS AS (CASE WHEN 'GLAD'::"Mood" > 'SAD'::"Mood" THEN s END) STORED,
    CONSTRAINT t_check CHECK ((n::amount)::int > 0)
);
CREATE INDEX t_index ON t (((n::amount)::int));
CREATE INDEX t_partial ON t (id) WHERE (ROW(s, n)::part).name > 'a';
CREATE VIEW v AS SELECT (ROW(s, n)::part).name, 'GLAD'::"Mood" AS mood FROM t;
CREATE FUNCTION happy(m "Mood") RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';
