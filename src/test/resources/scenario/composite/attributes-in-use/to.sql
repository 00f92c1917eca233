CREATE TYPE money_ AS (currency varchar(3), amount numeric(10,2), note text);
CREATE TABLE t (m money_, ms money_[]);
CREATE VIEW v AS SELECT (m).amount FROM t;
