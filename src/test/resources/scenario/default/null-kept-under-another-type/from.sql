CREATE TABLE t (id integer CONSTRAINT t_pkey PRIMARY KEY, c varchar(30) DEFAULT NULL, "N o" numeric(9,0) DEFAULT NULL, kept varchar(20) DEFAULT NULL);
