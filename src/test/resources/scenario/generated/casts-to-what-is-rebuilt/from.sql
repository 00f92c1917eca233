CREATE TYPE part AS (name text, n int);
CREATE DOMAIN amount AS int;
CREATE TYPE "Mood" AS ENUM ('GLAD', 'SAD');
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
CREATE TABLE goes (
    id int PRIMARY KEY DEFAULT happy('SAD'),
    m "Mood" CONSTRAINT goes_check CHECK (m <> 'SAD'),
    a amount DEFAULT 1,
    n int,
    level int GENERATED ALWAYS AS (happy(m)) STORED,
    of_number int GENERATED ALWAYS AS ((n::amount)::int) STORED,
    CONSTRAINT goes_number CHECK ((n::amount)::int > 0)
);
CREATE INDEX goes_index ON goes (happy(m)) WHERE m = 'GLAD';
