CREATE TABLE t (id integer PRIMARY KEY, c boolean DEFAULT 'f');
