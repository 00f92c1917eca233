CREATE TYPE p AS (x bigint, z integer);
