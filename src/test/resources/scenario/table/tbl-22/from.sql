CREATE TABLE t (id bigint PRIMARY KEY, a integer, b varchar(10), c date);
