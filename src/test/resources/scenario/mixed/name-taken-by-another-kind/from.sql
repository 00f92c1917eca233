CREATE TYPE a AS ENUM ('x');
CREATE TYPE b AS (x int);
CREATE DOMAIN c AS int;
CREATE SEQUENCE d;
CREATE VIEW e AS SELECT 1 AS one;
CREATE TABLE f (x int CONSTRAINT g PRIMARY KEY);
CREATE INDEX h ON f (x);
CREATE TABLE i (a a, b b[], c c, d int DEFAULT nextval('d'), s serial);
