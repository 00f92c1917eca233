CREATE TABLE t (c date, b varchar(10), id bigint PRIMARY KEY, a integer);
