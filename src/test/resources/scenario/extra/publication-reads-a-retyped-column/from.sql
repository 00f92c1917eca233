CREATE TABLE t (id int PRIMARY KEY, "Kept" int, state varchar(10), note text);
CREATE PUBLICATION "P of t" FOR TABLE t (id, "Kept", state) WHERE (id > 0 AND "Kept" > 1);
CREATE PUBLICATION plain FOR TABLE t;
