CREATE TABLE acct (id int PRIMARY KEY, a integer, b bigint, c double precision, d boolean, e character varying(10), f real, g smallint);
