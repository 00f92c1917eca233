CREATE TABLE t (id bigint PRIMARY KEY, a text);
CREATE UNIQUE INDEX t_a_idx ON t (a);
UPDATE pg_index SET indisvalid = false WHERE indexrelid = 't_a_idx'::regclass;
