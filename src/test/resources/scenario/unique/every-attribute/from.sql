CREATE TABLE t (id bigint PRIMARY KEY, a text, b text, c text,
    CONSTRAINT columns UNIQUE (a), CONSTRAINT before UNIQUE (b), CONSTRAINT set UNIQUE (a, b), CONSTRAINT defers UNIQUE (c, a), CONSTRAINT includes UNIQUE (c), CONSTRAINT gone UNIQUE (b, c));
