CREATE TABLE acct (id int PRIMARY KEY, c interval DEFAULT interval '2 days');
