CREATE TABLE t (id bigint PRIMARY KEY, a integer CONSTRAINT positive CHECK (a > 0) NOT ENFORCED, b integer CONSTRAINT small CHECK (b < 9), c integer CONSTRAINT documented CHECK (c <> 5) NOT ENFORCED);
CREATE TABLE other (id bigint PRIMARY KEY CONSTRAINT even CHECK (id % 2 = 0) NOT ENFORCED);
