CREATE EXTENSION pgcrypto;
CREATE EXTENSION hstore;
CREATE TYPE span AS RANGE (subtype = numeric);
CREATE COLLATION plain (provider = libc, locale = 'POSIX');
CREATE TABLE t (id bigint PRIMARY KEY, s span, key bytea DEFAULT gen_random_bytes(8));
