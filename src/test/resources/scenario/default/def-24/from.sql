CREATE TABLE t (id integer PRIMARY KEY, c varchar(30) DEFAULT NULL);
