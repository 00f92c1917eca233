CREATE TABLE t (
  id integer CONSTRAINT t_pkey PRIMARY KEY,
  c character varying(81),
  CONSTRAINT c_known CHECK (c NOT IN ('P', 'Q'''))
);
CREATE INDEX t_some ON t (id) WHERE c <> 'P';
