CREATE TABLE t (id int primary key, a varchar(20) default 'q');
CREATE VIEW v WITH (security_barrier=true) AS SELECT id, a FROM t WHERE id > 3 WITH CASCADED CHECK OPTION;
ALTER VIEW v ALTER COLUMN a SET DEFAULT 'vv';
