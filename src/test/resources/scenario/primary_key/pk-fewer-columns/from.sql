CREATE TABLE acct (a int NOT NULL, b int NOT NULL, CONSTRAINT acct_pk PRIMARY KEY (a, b));
