CREATE DOMAIN age AS int;
CREATE TYPE person AS (name text, age age);
CREATE TABLE t (p person, ages age[]);
INSERT INTO t VALUES (ROW('a', 3), '{4,NULL}');
