CREATE TABLE t (id bigint PRIMARY KEY, a integer CONSTRAINT positive CHECK (a > 0), b integer CONSTRAINT small CHECK (b < 9) NOT ENFORCED, c integer);
