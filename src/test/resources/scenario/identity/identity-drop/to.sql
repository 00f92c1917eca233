CREATE TABLE t (k bigint NOT NULL);
