CREATE TYPE mood AS ENUM ('SAD', 'GLAD');
CREATE SCHEMA other;
CREATE TABLE t (id int PRIMARY KEY, name text, m mood, k int);
CREATE STATISTICS plain ON id, name FROM t;
CREATE STATISTICS other."Of" ON (lower(name::text)), (m = 'GLAD'::mood) FROM t;
COMMENT ON STATISTICS plain IS 'one';
COMMENT ON STATISTICS other."Of" IS 'two';
