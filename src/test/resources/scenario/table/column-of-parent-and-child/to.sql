CREATE TABLE a_kid (id integer, other integer);
CREATE TABLE base (id integer);
ALTER TABLE a_kid INHERIT base;
