CREATE TABLE t (a int, b int, CONSTRAINT t_pkey PRIMARY KEY (a, b));
ALTER TABLE t ADD CONSTRAINT t_again UNIQUE (a, b), ADD CONSTRAINT t_more UNIQUE (a, b);
COMMENT ON CONSTRAINT t_again ON t IS 'PostgreSQL leaves this out of a CREATE TABLE without a word';
