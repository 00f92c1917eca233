CREATE TABLE acct (id integer PRIMARY KEY, owner_name varchar(50), opened date);
CREATE INDEX ix_acct_owner ON acct (owner_name);
CREATE TABLE txn (id integer PRIMARY KEY, acct_id integer CONSTRAINT fk_txn_acct REFERENCES acct (id));
