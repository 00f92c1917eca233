CREATE TABLE t (a text, b bytea);
