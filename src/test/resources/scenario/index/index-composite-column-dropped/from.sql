CREATE TABLE t (id int, a text, b int);
CREATE UNIQUE INDEX i ON t (a, b);
