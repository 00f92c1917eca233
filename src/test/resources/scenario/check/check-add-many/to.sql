CREATE TABLE acct (id int PRIMARY KEY, bal bigint, CHECK (bal > id), CHECK (bal IS NOT NULL), CHECK (bal > 0));
