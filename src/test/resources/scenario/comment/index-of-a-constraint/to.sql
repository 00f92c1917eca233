CREATE TABLE t (a int CONSTRAINT t_pkey PRIMARY KEY, b int CONSTRAINT t_b_key UNIQUE);
COMMENT ON INDEX t_b_key IS 'the index, not the constraint';
COMMENT ON CONSTRAINT t_b_key ON t IS 'the constraint';
