CREATE TABLE acct (id int NOT NULL, k int NOT NULL, CONSTRAINT acct_pkey PRIMARY KEY (k));
