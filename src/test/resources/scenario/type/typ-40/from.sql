CREATE DOMAIN email AS text;
CREATE TABLE t (a email);
