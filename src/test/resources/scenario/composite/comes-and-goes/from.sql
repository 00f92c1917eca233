CREATE TYPE gone AS (a integer);
CREATE TYPE address AS (street text, city varchar(10));
CREATE TABLE t (id bigint PRIMARY KEY, a address, all_of address[]);
