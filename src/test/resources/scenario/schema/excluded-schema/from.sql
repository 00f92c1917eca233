CREATE SCHEMA other;
CREATE TABLE other.t (id int);
CREATE TABLE t (id int);
