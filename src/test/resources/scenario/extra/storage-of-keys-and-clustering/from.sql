CREATE TABLE pile (id integer CONSTRAINT pile_pkey PRIMARY KEY WITH (fillfactor = 70), code text, CONSTRAINT pile_code_key UNIQUE (code));
ALTER TABLE pile CLUSTER ON pile_pkey;
