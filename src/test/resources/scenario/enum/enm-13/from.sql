CREATE TABLE t (m varchar(10));
