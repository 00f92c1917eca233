CREATE TYPE addr AS (street text, zip varchar(20), flags bit varying(8), kg numeric(10,2), "floor no" int);
CREATE TYPE home AS (a addr, n int);
CREATE TABLE t (id int PRIMARY KEY, a addr, many addr[], h home);
INSERT INTO t VALUES (1, ROW('s', '12345', B'101', 12.50, 3), ARRAY[ROW('x, "y"', NULL, NULL, NULL, NULL)::addr, NULL], ROW(ROW('q', '1', B'1', 1, 1)::addr, 2));
