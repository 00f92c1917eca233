CREATE TABLE acct (id int PRIMARY KEY, price money DEFAULT money '1.00');
