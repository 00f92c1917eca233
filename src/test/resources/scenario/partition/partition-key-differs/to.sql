CREATE TABLE t (id bigint, at date) PARTITION BY LIST (id);
