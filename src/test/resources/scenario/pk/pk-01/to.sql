CREATE TABLE t (id integer NOT NULL, x integer, CONSTRAINT t_pkey PRIMARY KEY (id));
