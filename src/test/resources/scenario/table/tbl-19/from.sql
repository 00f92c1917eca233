CREATE SCHEMA s2;
CREATE TABLE s2.other (x integer);
CREATE TABLE a (x integer);
