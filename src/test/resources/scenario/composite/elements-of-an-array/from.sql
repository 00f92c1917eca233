CREATE TYPE item AS (amount int);
CREATE TYPE bill AS (lines item[]);
CREATE TABLE t (bill bill, bills bill[], parts item[]);
INSERT INTO t VALUES (ROW(ARRAY[ROW(1)::item, NULL]), ARRAY[ROW('{}'), NULL]::bill[], '{}'), (NULL, NULL, NULL);
