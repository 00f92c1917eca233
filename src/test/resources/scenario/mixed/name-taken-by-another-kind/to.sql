CREATE TABLE a (x int);
CREATE TYPE b AS ENUM ('x');
CREATE TYPE c AS (x int);
CREATE TABLE d (x int CONSTRAINT f PRIMARY KEY);
CREATE TABLE e (x int);
CREATE SEQUENCE g;
CREATE VIEW h AS SELECT 1 AS one;
CREATE TABLE i (a text, b text, c text, d int);
CREATE TABLE i_s_seq (x int);
