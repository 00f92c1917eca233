CREATE DOMAIN rebuilt AS int CONSTRAINT "must be" NOT NULL CHECK (VALUE > 0);
CREATE DOMAIN over AS rebuilt CONSTRAINT over_must NOT NULL;
CREATE DOMAIN becomes AS int;
CREATE DOMAIN gone AS int CONSTRAINT gone_must NOT NULL;
CREATE DOMAIN frees AS int CONSTRAINT frees_must NOT NULL;
CREATE TABLE t (a rebuilt, b rebuilt[], c over, d becomes);
INSERT INTO t VALUES (1, ARRAY[2], 3, 4);
