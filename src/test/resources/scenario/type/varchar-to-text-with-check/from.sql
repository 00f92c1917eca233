CREATE TABLE t (s varchar(10) CHECK (s IN ('A','B')), n integer CHECK (n > 0));
CREATE INDEX ix ON t (lower(s)) WHERE s IN ('A','C');
