CREATE TABLE t (id integer PRIMARY KEY, x integer, y integer, z integer, CONSTRAINT db_generated_name UNIQUE (x));
