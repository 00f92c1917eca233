CREATE TABLE t (id bigint, at date) PARTITION BY RANGE (at);
