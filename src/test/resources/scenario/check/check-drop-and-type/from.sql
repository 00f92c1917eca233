CREATE TABLE acct ("ID" int PRIMARY KEY, "Bal" bigint CHECK ("Bal" > 0));
