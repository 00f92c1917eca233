CREATE TABLE t (a bigint, b bigint, CONSTRAINT t_pkey PRIMARY KEY (b, a));
