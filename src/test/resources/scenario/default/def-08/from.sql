CREATE TABLE t (id integer PRIMARY KEY, c timestamptz DEFAULT now());
