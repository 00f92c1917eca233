CREATE TABLE t (id bigint PRIMARY KEY, "Kept" bigint, state varchar(20), note varchar(30));
CREATE PUBLICATION "P of t" FOR TABLE t (id, "Kept", state) WHERE (id > 0 AND "Kept" > 1);
CREATE PUBLICATION plain FOR TABLE t;
