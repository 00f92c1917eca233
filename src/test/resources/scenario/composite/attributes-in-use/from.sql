CREATE TYPE money_ AS (amount integer, currency varchar(3));
CREATE TABLE t (m money_, ms money_[]);
CREATE VIEW v AS SELECT (m).amount FROM t;
