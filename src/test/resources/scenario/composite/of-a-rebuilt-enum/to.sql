CREATE TYPE mood AS ENUM ('happy', 'ok');
CREATE TYPE note AS (text text, mood mood, moods mood[]);
CREATE DOMAIN state AS mood CHECK (VALUE <> 'happy' OR true);
CREATE TABLE t (id int, note note, notes note[], state state DEFAULT 'ok', states state[]);
CREATE VIEW v AS SELECT (note).mood AS mood FROM t;
