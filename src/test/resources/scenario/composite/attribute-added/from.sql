CREATE TYPE p AS (x integer, y integer);
CREATE TABLE t (p p);
