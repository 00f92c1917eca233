CREATE DOMAIN rebuilt AS bigint CONSTRAINT "must be" NOT NULL CHECK (VALUE > 0);
CREATE DOMAIN over AS rebuilt CONSTRAINT over_must NOT NULL;
CREATE DOMAIN becomes AS int CONSTRAINT becomes_must NOT NULL;
CREATE DOMAIN comes AS int CONSTRAINT comes_must NOT NULL;
CREATE DOMAIN frees AS int;
CREATE TABLE t (a rebuilt, b rebuilt[], c over, d becomes);
