CREATE TABLE acct (id int PRIMARY KEY, c interval DEFAULT interval '1 day');
