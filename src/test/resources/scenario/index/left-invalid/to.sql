CREATE TABLE t (id bigint PRIMARY KEY, a text);
CREATE UNIQUE INDEX t_a_idx ON t (a);
