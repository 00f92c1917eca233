CREATE TABLE acct (id int PRIMARY KEY, a text DEFAULT 'foo', b text DEFAULT 'BAR');
