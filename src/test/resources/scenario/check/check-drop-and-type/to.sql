CREATE TABLE acct ("ID" int PRIMARY KEY, "Bal" text);
