CREATE TABLE acct (id int PRIMARY KEY, bal bigint);
ALTER TABLE acct ADD CONSTRAINT ck CHECK (bal > id) NO INHERIT;
