CREATE TYPE p AS (x integer, y integer);
