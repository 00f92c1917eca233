CREATE TABLE t (id integer CONSTRAINT t_pkey PRIMARY KEY, c date, "N o" bigint NOT NULL GENERATED ALWAYS AS IDENTITY, kept varchar(20));
