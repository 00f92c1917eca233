CREATE DOMAIN d AS varchar(10) DEFAULT 'a' CONSTRAINT filled CHECK (VALUE <> '') CONSTRAINT gone CHECK (VALUE <> 'x');
CREATE DOMAIN collates AS text;
CREATE DOMAIN gone AS integer;
CREATE TABLE t (id bigint PRIMARY KEY, d d, c collates);
