CREATE EXTENSION citext;
CREATE TABLE t (id bigint PRIMARY KEY, name citext NOT NULL, tags citext[]);
CREATE INDEX t_name_idx ON t (name);
