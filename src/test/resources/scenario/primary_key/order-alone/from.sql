CREATE TABLE t (a bigint, b bigint, CONSTRAINT t_pkey PRIMARY KEY (a, b));
