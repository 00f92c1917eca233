CREATE TABLE pile (id integer CONSTRAINT pile_pkey PRIMARY KEY, code text, CONSTRAINT pile_code_key UNIQUE (code) WITH (fillfactor = 60));
ALTER TABLE pile CLUSTER ON pile_code_key;
