CREATE TABLE acct (id int PRIMARY KEY, a timestamptz, b timestamp, c time, d timetz);
