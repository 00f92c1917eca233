CREATE TYPE addr AS (street text, zip varchar(5), flags bit varying(4), kg numeric(5,1), "floor no" smallint);
CREATE TYPE home AS (a addr, n int);
CREATE TABLE t (id int PRIMARY KEY, a addr, many addr[], h home);
