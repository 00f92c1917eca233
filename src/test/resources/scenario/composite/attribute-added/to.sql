CREATE TYPE p AS (x integer, y integer, z integer);
CREATE TABLE t (p p);
