CREATE TABLE p (
  name character varying(255) COLLATE "C",
  during int4multirange,
  CONSTRAINT p_pkey PRIMARY KEY (name, during)
);
CREATE TABLE t (
  name character varying(80),
  during int4multirange,
  CONSTRAINT t_p_fkey FOREIGN KEY (name, during) REFERENCES p (name, during)
);
