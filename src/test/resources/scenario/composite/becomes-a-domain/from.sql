CREATE TYPE money_of AS (amount numeric, currency text);
CREATE TABLE t (id integer PRIMARY KEY, price money_of, CONSTRAINT paid CHECK ((price).amount > 0));
