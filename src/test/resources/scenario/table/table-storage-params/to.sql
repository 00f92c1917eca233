CREATE TABLE acct (id int) WITH (fillfactor = 70);
