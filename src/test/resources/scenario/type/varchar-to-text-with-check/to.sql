CREATE TABLE t (s text CHECK (s IN ('A','B')), n bigint CHECK (n > 0));
CREATE INDEX ix ON t (lower(s)) WHERE s IN ('A','C');
