CREATE TABLE t (id bigint PRIMARY KEY, a text, b text, c text,
    CONSTRAINT columns UNIQUE (a, c), CONSTRAINT after UNIQUE (b), CONSTRAINT set UNIQUE (b, a), CONSTRAINT defers UNIQUE (c, a) DEFERRABLE, CONSTRAINT includes UNIQUE (c) INCLUDE (b), CONSTRAINT fresh UNIQUE (a, b, c));
