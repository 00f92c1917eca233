CREATE TABLE t (a uuid, b integer, c bigint, d date, e uuid, f bigint, g jsonb, h boolean);
