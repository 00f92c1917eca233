CREATE TABLE t (id integer NOT NULL, uid uuid PRIMARY KEY);
