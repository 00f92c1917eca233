CREATE EXTENSION citext;
CREATE TABLE t (id bigint PRIMARY KEY, name text);
CREATE INDEX t_name_idx ON t (name);
