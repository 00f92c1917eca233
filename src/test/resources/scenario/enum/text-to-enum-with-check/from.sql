CREATE TABLE t (s varchar(10) DEFAULT 'A' CHECK (s IN ('A','B')));
