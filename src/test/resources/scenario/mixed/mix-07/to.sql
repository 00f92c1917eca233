CREATE TABLE account (id integer PRIMARY KEY, owner_name varchar(50), opened date);
CREATE INDEX ix_account_owner ON account (owner_name);
CREATE TABLE txn (id integer PRIMARY KEY, account_id integer CONSTRAINT fk_txn_account REFERENCES account (id));
