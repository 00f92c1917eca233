CREATE TABLE acct (id int PRIMARY KEY, v decimal(5,2) DEFAULT 0.01, w decimal(30,20) DEFAULT 0.1234);
