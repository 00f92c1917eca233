CREATE TABLE t (id integer PRIMARY KEY, x varchar(100), y varchar(100), q varchar(100), z integer, ff double precision, jb jsonb, aa integer[]);
