CREATE TABLE t (id int primary key, a int);
CREATE VIEW v AS SELECT id, a FROM t WHERE id > 3 WITH LOCAL CHECK OPTION;
