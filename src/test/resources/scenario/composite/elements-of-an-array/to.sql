CREATE TYPE item AS (note text, amount numeric(10,2));
CREATE TYPE bill AS (lines item[]);
CREATE TABLE t (bill bill, bills bill[], parts item[]);
