CREATE DOMAIN d AS varchar(10) DEFAULT 'b' NOT NULL CONSTRAINT filled CHECK (VALUE <> ' ') CONSTRAINT fresh CHECK (VALUE <> 'y');
CREATE DOMAIN collates AS text COLLATE "C";
CREATE DOMAIN fresh AS integer CHECK (VALUE > 0);
CREATE TABLE t (id bigint PRIMARY KEY, d d, c collates);
