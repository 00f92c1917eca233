CREATE SCHEMA other;
CREATE TABLE other.t (id int, x int);
CREATE TABLE t (id int, y int);
