CREATE TABLE acct (id int, name text, email varchar(100), doc jsonb, at timestamp, active boolean);
CREATE INDEX i ON acct ((doc ->> 'b'));
