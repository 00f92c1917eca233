CREATE TABLE acct (id int PRIMARY KEY, a text DEFAULT 'FOO', b text DEFAULT 'bar');
