CREATE TABLE t (k bigint );
