CREATE TABLE a_kid (id integer, gone text, other integer);
CREATE TABLE base (id integer, gone text);
ALTER TABLE a_kid INHERIT base;
