CREATE TABLE t (id integer PRIMARY KEY, x varchar(10)) WITH (fillfactor=70);
ALTER TABLE t SET UNLOGGED;
