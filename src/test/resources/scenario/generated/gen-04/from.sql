CREATE TABLE t (id integer PRIMARY KEY, bar integer, name varchar(20), foo integer GENERATED ALWAYS AS (bar*5) STORED);
