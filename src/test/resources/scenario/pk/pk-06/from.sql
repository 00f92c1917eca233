CREATE TABLE t (id integer PRIMARY KEY, uid uuid NOT NULL);
