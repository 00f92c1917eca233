CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TYPE note AS (text text, mood mood, moods mood[]);
CREATE DOMAIN state AS mood CHECK (VALUE <> 'sad');
CREATE TABLE t (id int, note note, notes note[], state state DEFAULT 'ok', states state[]);
INSERT INTO t VALUES (1, ROW('a', 'ok', '{happy}'), ARRAY[ROW('b', NULL, NULL)::note], 'happy', '{ok,NULL}');
CREATE VIEW v AS SELECT (note).mood AS mood FROM t;
