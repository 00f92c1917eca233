CREATE EXTENSION pgcrypto;
CREATE TYPE span AS RANGE (subtype = float8);
CREATE COLLATION plain (provider = libc, locale = 'C');
CREATE TABLE t (id bigint PRIMARY KEY, s span, key bytea DEFAULT gen_random_bytes(8));
