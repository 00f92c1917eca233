CREATE TYPE fresh AS (a integer);
CREATE TYPE address AS (street text, city varchar(20), zip character(5));
CREATE TABLE t (id bigint PRIMARY KEY, a address, all_of address[], f fresh);
